package org.ionscape.format.vasp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ionscape.compute.InputException;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;
import org.ionscape.format.ByteLines;

/**
 * The head that POSCAR and XDATCAR share: title, scale, three vectors, species names (from VASP 5 on), counts.
 *
 * @param cell with the scale applied
 * @param scale factors along x, y, z by which Cartesian positions are to be multiplied
 * @param names species of each block; empty when the file names none (VASP 4)
 * @param counts atoms of each block
 */
record PoscarHeader(Cell cell, double[] scale, List<String> names, long[] counts) {
    private static final int MAX_BLOCKS = 10_000;
    /** A symbol and what potential files put behind it: {@code Li_sv}, {@code Fe3+}, {@code O/1a2b}. */
    private static final Pattern SPECIES = Pattern.compile("\\p{Lu}\\p{Ll}{0,2}([^\\p{L}].*)?");

    /** Atoms claimed; nothing may be allocated by this number before the file has shown as many lines. */
    long atoms() {
        return Arrays.stream(counts).sum();
    }

    /** Reads a head whose first line is the next one. The title may be missing. */
    static PoscarHeader read(ByteLines lines) {
        double[] first = new double[4];
        double[] second = new double[4];
        need(lines, "a title, a scale factor and three cell vectors");
        boolean firstIsOneNumber =
                lines.numbers(first, 0, 4) == 1 && lines.rest().isEmpty();
        need(lines, "the scale factor");
        int inSecond = lines.numbers(second, 0, 4);
        double[] vectors = new double[9];
        double[] scale;
        if (inSecond >= 3 && firstIsOneNumber) { // no title: what was read is the scale and the first vector
            scale = new double[] {first[0]};
            System.arraycopy(second, 0, vectors, 0, 3);
        } else {
            scale = scaleOf(lines, second, inSecond);
            readVector(lines, vectors, 0);
        }
        readVector(lines, vectors, 3);
        readVector(lines, vectors, 6);
        double[] factors = factors(lines, scale, vectors);
        Cell cell = cellOf(lines, vectors, factors);
        need(lines, "the species or their numbers");
        List<String> names = List.of();
        long namesLine = lines.line();
        int start = lines.firstByte();
        if (start < '0' || start > '9') {
            names = names(lines);
            need(lines, "the number of atoms of each species");
        }
        return new PoscarHeader(cell, factors, names, counts(lines, names, namesLine));
    }

    private static void need(ByteLines lines, String what) {
        if (!lines.next()) {
            throw lines.error(
                    "the file ends where " + what + " was expected; copy it again from where it was computed");
        }
    }

    private static double[] scaleOf(ByteLines lines, double[] numbers, int n) {
        double[] scale = Arrays.copyOf(numbers, n);
        boolean usable =
                n == 1 && scale[0] != 0 || n == 3 && Arrays.stream(scale).allMatch(s -> s > 0);
        if (!usable) {
            throw lines.error("a scale factor was expected (one number, not zero, or three positive ones), found “"
                    + lines.excerpt() + "”");
        }
        return scale;
    }

    private static void readVector(ByteLines lines, double[] vectors, int at) {
        need(lines, "a cell vector");
        if (lines.numbers(vectors, at, 3) < 3) {
            throw lines.error("a cell vector was expected (three numbers), found “" + lines.excerpt() + "”");
        }
    }

    private static double[] factors(ByteLines lines, double[] scale, double[] vectors) {
        if (scale.length == 3) {
            return scale;
        }
        double factor = scale[0];
        if (factor < 0) { // minus the volume
            factor = Math.cbrt(
                    -factor / cellOf(lines, vectors, new double[] {1, 1, 1}).volumeA3());
        }
        return new double[] {factor, factor, factor};
    }

    private static Cell cellOf(ByteLines lines, double[] vectors, double[] factors) {
        double[] scaled = vectors.clone();
        for (int i = 0; i < 9; i++) {
            scaled[i] *= factors[i % 3];
        }
        try {
            return new Cell(scaled);
        } catch (IllegalArgumentException e) {
            throw lines.error("the three cell vectors ending here span no volume; correct them in the file");
        }
    }

    /** The words of a line up to a comment. */
    private static String[] words(ByteLines lines) {
        return Arrays.stream(lines.words())
                .takeWhile(word -> !word.startsWith("!") && !word.startsWith("#"))
                .toArray(String[]::new);
    }

    private static List<String> names(ByteLines lines) {
        List<String> names = new ArrayList<>();
        for (String word : words(lines)) {
            if (!SPECIES.matcher(word).matches()) {
                throw lines.error("element symbols were expected, such as “Li P S”, found “" + lines.excerpt() + "”");
            }
            names.add(Element.ofLabel(word).map(Element::symbol).orElse(word));
        }
        return names;
    }

    private static long[] counts(ByteLines lines, List<String> names, long namesLine) {
        String[] words = words(lines);
        if (!names.isEmpty() && names.size() != words.length) {
            throw InputException.at(
                    lines.file(),
                    namesLine,
                    names.size() + " species are named here but the next line gives " + words.length
                            + " numbers of atoms; one for each was expected");
        }
        long[] counts = new long[Math.min(words.length, MAX_BLOCKS)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = words[i].matches("[0-9]{1,18}") ? Long.parseLong(words[i]) : -1;
        }
        long sum =
                Arrays.stream(counts).map(n -> Math.min(n, Integer.MAX_VALUE)).sum();
        if (words.length > MAX_BLOCKS || sum == 0 || Arrays.stream(counts).anyMatch(n -> n < 0)) {
            throw lines.error("the number of atoms of each species was expected (whole numbers), found “"
                    + lines.excerpt() + "”");
        }
        if (sum > Integer.MAX_VALUE / 8) {
            throw lines.error("the file claims " + sum + " atoms, more than can be read; is this line damaged?");
        }
        return counts;
    }
}
