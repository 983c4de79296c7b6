package org.ionscape.format.xyz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;
import org.ionscape.format.ByteLines;
import org.ionscape.format.ClaimedAtoms;

/** Reads an extended XYZ file frame by frame, from bytes. */
final class XyzFrames implements AutoCloseable {
    private final ByteLines lines;
    private final List<Problem> warnings = new ArrayList<>();
    private final double[] number = new double[1];
    private Atoms atoms;
    private List<byte[]> labels = List.of();
    private XyzHeading heading;
    private Cell cell;
    private double[] frame = new double[0];
    private int wordsOfLine;

    /** Opens a file and reads its first frame. */
    XyzFrames(Path file, Progress progress) {
        lines = new ByteLines(file, progress);
        try {
            if (!skipBlank()) {
                throw lines.error("the file is empty; an extended XYZ file begins with a number of atoms");
            }
            if (!readFrame()) {
                throw lines.error("the first frame is not whole; copy the file again or let the run go on");
            }
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    Atoms atoms() {
        return atoms;
    }

    Cell cell() {
        return cell;
    }

    /** Fractional positions, 3 × atoms. */
    double[] frame() {
        return frame;
    }

    XyzHeading heading() {
        return heading;
    }

    List<Problem> warnings() {
        return warnings;
    }

    long offset() {
        return lines.offset();
    }

    /** The next frame; false at the end or where the file breaks off, which is then told. */
    boolean next() {
        if (!skipBlank()) {
            return false;
        }
        long from = lines.line();
        if (readFrame()) {
            return true;
        }
        warnings.add(Problem.at(
                lines.file(), from, "the file breaks off within the frame that begins here; it is left out"));
        return false;
    }

    private boolean skipBlank() {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Reads the frame whose first line is the current one; false when the file ends before it does. */
    private boolean readFrame() {
        int count = count();
        if (count < 0 || !lines.next()) {
            return false;
        }
        boolean cut = lines.isUnended();
        heading = XyzHeading.parse(lines.text());
        if (heading.cell().isEmpty()
                || heading.columns().position() < 0
                || heading.columns().element() < 0) {
            if (cut) {
                return false;
            }
            throw lines.error(
                    heading.cell().isEmpty()
                            ? "Lattice=\"ax ay az bx by bz cx cy cz\" was expected: without a cell, paths across its"
                                    + " boundary cannot be followed; write the file as extended XYZ"
                            : "Properties with species (or Z) and pos:R:3 were expected");
        }
        cell = heading.cell().get();
        return atoms == null ? readFirst(count) : readAgain();
    }

    /** The number of atoms; −1 when the file ends in it. */
    private int count() {
        boolean isNumber = lines.numbers(number, 0, 1) == 1 && lines.rest().isEmpty();
        if (lines.isUnended()) {
            return -1;
        }
        return ClaimedAtoms.count(
                lines,
                isNumber ? number[0] : Double.NaN,
                atoms == null ? 0 : atoms.count(),
                "a run has the same atoms in every frame");
    }

    private boolean readFirst(int count) {
        List<String> names = new ArrayList<>();
        List<byte[]> found = new ArrayList<>();
        double[] read = ClaimedAtoms.room(count);
        for (int i = 0; i < count; i++) {
            read = ClaimedAtoms.grown(read, i, count);
            if (!readPosition(read, i)) {
                return false;
            }
            String label = lines.words()[heading.columns().element()];
            names.add(element(label));
            found.add(label.getBytes(StandardCharsets.UTF_8));
        }
        atoms = new Atoms(names);
        labels = found;
        frame = read;
        return true;
    }

    private String element(String label) {
        if (label.chars().allMatch(Character::isDigit)) {
            int z = label.length() > 3 ? 0 : Integer.parseInt(label);
            return Element.ofNumber(z)
                    .map(Element::symbol)
                    .orElseThrow(() -> lines.error("“" + label + "” is no atomic number"));
        }
        return Element.ofLabel(label).map(Element::symbol).orElse(label);
    }

    private boolean readAgain() {
        for (int i = 0; i < atoms.count(); i++) {
            if (!readPosition(frame, i)) {
                return false;
            }
            if (!lines.isWord(heading.columns().element(), labels.get(i))) {
                throw lines.error("atom " + (i + 1) + " was " + atoms.speciesOf(i)
                        + " in the first frame and is another here: atoms must keep their order");
            }
        }
        return true;
    }

    private boolean readPosition(double[] out, int atom) {
        if (!lines.next()) {
            return false;
        }
        int read = lines.numbersAfter(heading.columns().position(), out, 3 * atom, 3);
        if (lines.isUnended() && (read < 3 || isCut())) {
            return false;
        }
        if (read < 3) {
            throw lines.error("three finite coordinates were expected from word "
                    + (heading.columns().position() + 1) + " on, found “" + lines.excerpt() + "”");
        }
        wordsOfLine = wordsOfLine == 0 ? lines.words().length : wordsOfLine;
        cell.toFractional(out, 3 * atom, out, 3 * atom);
        return true;
    }

    /** Whether a last line without a newline lacks words, or its last number has fewer decimals than the one before. */
    private boolean isCut() {
        String[] words = lines.words();
        if (words.length < heading.columns().count() || words.length < wordsOfLine || words.length < 2) {
            return true;
        }
        return decimals(words[words.length - 1]) < decimals(words[words.length - 2]);
    }

    private static int decimals(String word) {
        int point = word.indexOf('.');
        return point < 0 ? 0 : word.length() - point - 1;
    }

    @Override
    public void close() {
        lines.close();
    }
}
