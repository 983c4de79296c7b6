package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Element;
import org.ionscape.format.ByteLines;

/** Walks through an OUTCAR and picks up the tables that {@link OutcarProperties} is made of. */
final class OutcarTables implements AutoCloseable {
    /** What the headings of these tables begin with; an OUTCAR has a thousand other lines for each. */
    private static final String BEGINNINGS = "VPidTMBEksI";

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+(?:[eE][-+]?\\d+)?");
    private static final Pattern POMASS = Pattern.compile("POMASS\\s*=\\s*([0-9.]+)\\s*;");
    private static final Pattern VRHFIN = Pattern.compile("VRHFIN\\s*=\\s*([A-Za-z]+)");
    private static final Pattern IBRION = Pattern.compile("IBRION\\s*=\\s*(-?\\d{1,3})\\b");
    private static final Pattern SPIN = Pattern.compile("spin component\\s+([12])");
    private static final Pattern MODE = Pattern.compile("f\\s*(/i)?\\s*=.*?([0-9.]+)\\s*meV");

    private static final double KBAR_PER_GPA = 10;
    /** u/Å³ in g/cm³. */
    private static final double G_PER_CM3 = 1.66053906660;
    /** VASP's order xx yy zz xy yz zx in places of xx yy zz yz xz xy. */
    private static final int[] VOIGT_OF_VASP = {0, 1, 2, 5, 3, 4};

    private static final int MOST_IONS = 10_000_000;
    /** From here on IBRION displaces ions one by one: all but the first eigenvalues are of distorted crystals. */
    private static final int DISPLACEMENTS = 5;

    private final ByteLines lines;
    private final List<String> names = new ArrayList<>();
    private final List<Double> masses = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Double> modesMeV = new ArrayList<>();
    private int[] counts = new int[0];
    private Optional<Cell> cell = Optional.empty();
    private Optional<double[][]> stiffnessGPa = Optional.empty();
    private Optional<double[][]> electronic = Optional.empty();
    private Optional<double[][]> ionic = Optional.empty();
    private List<double[][]> charges = List.of();
    private Optional<BandGap> gap = Optional.empty();
    private BandEdges bands = new BandEdges();
    private int spin = 1;
    private int ibrion;
    private boolean basisAnnounced;
    private boolean cellOfStep;
    private boolean inModes;

    OutcarTables(Path file, Progress progress) {
        lines = new ByteLines(file, progress);
    }

    OutcarProperties read() {
        while (lines.next()) {
            int first = lines.firstByte();
            if (inModes && first >= '0' && first <= '9') {
                mode(lines.text());
            } else if (BEGINNINGS.indexOf(first) >= 0) {
                take(lines.text().strip());
            }
        }
        endBands();
        if (lines.isDamaged()) {
            warnings.add(Problem.of(lines.file(), "the compressed file breaks off; what was read until there is kept"));
        }
        double massU = 0;
        int atoms = Arrays.stream(counts).sum();
        for (int i = 0; i < counts.length; i++) {
            massU += i < masses.size() ? counts[i] * masses.get(i) : Double.NaN;
        }
        double volume = atoms == 0 ? Double.NaN : cell.map(Cell::volumeA3).orElse(Double.NaN);
        return new OutcarProperties(
                stiffnessGPa,
                known(massU * G_PER_CM3 / volume),
                known(atoms / volume),
                new CrystalResponse(atoms(), electronic, ionic, charges, modesMeV, gap, warnings));
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Atoms atoms() {
        List<String> types = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            types.add(i < names.size() ? names.get(i) : "X" + (i + 1));
        }
        return Atoms.ofBlocks(types, counts);
    }

    private void take(String line) {
        if (line.startsWith("VRHFIN")) {
            match(VRHFIN, line)
                    .ifPresent(label -> names.add(
                            Element.ofLabel(label).map(Element::symbol).orElse(label)));
        } else if (line.startsWith("POMASS")) {
            match(POMASS, line).ifPresent(mass -> masses.add(number(mass)));
        } else if (line.startsWith("ions per type") && counts.length == 0) {
            counts(line);
        } else if (line.startsWith("IBRION")) {
            match(IBRION, line).ifPresent(value -> ibrion = Integer.parseInt(value));
        } else if (line.startsWith("VOLUME and BASIS")) {
            basisAnnounced = true;
        } else if (line.startsWith("direct lattice vectors")) {
            cell();
        } else if (line.startsWith("TOTAL ELASTIC MODULI")) {
            stiffnessGPa = Optional.of(stiffness());
        } else if (line.startsWith("MACROSCOPIC STATIC DIELECTRIC TENSOR")) {
            if (line.contains("IONIC CONTRIBUTION")) {
                ionic = Optional.of(tensor());
            } else if (!line.contains("excluding")) {
                electronic = Optional.of(tensor());
            }
        } else if (line.startsWith("BORN EFFECTIVE CHARGES") && !line.contains("excluding")) {
            bornCharges();
        } else if (line.startsWith("Eigenvectors")) {
            // divided by the square roots of the masses, the same modes are printed a second time
            inModes = line.contains("eigenvalues of the dynamical matrix");
            if (inModes) {
                modesMeV.clear();
            }
        } else {
            bands(line);
        }
    }

    private static Optional<String> match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw lines.error("a number was expected, found “" + text + "”");
        }
    }

    private void counts(String line) {
        String[] words = line.substring(line.indexOf('=') + 1).strip().split("\\s+");
        int[] found = new int[words.length];
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            found[i] = words[i].matches("\\d{1,8}") ? Integer.parseInt(words[i]) : 0;
            sum += found[i];
            if (found[i] < 1 || sum > MOST_IONS) {
                throw lines.error("the number of ions of each type was expected, found “" + lines.excerpt() + "”");
            }
        }
        counts = found;
    }

    /** Keeps the first cell of a step; the table of a primitive cell, which may stand before it, gives way. */
    private void cell() {
        boolean ofStep = basisAnnounced;
        basisAnnounced = false;
        if (cellOfStep || cell.isPresent() && !ofStep) {
            return;
        }
        cellOfStep = ofStep;
        double[] vectors = new double[9];
        for (int k = 0; k < 3; k++) {
            if (!lines.nextNumbers(vectors, 3 * k, 3)) {
                throw lines.error("a cell vector was expected (three numbers), found “" + lines.excerpt() + "”");
            }
        }
        try {
            cell = Optional.of(new Cell(vectors));
        } catch (IllegalArgumentException e) {
            throw lines.error("the three cell vectors ending here span no volume");
        }
    }

    /** The numbers with a decimal point that stand on a line; they may touch, as Fortran's fixed columns do. */
    private double[] row(int from, int expected, String what) {
        String text = lines.text();
        double[] numbers = NUMBER.matcher(from < text.length() ? text.substring(from) : "")
                .results()
                .mapToDouble(m -> number(m.group()))
                .toArray();
        if (numbers.length != expected) {
            throw lines.error(what + " was expected (" + expected + " numbers), found “" + lines.excerpt()
                    + "”; is the file cut off or damaged here?");
        }
        return numbers;
    }

    private void need(String what) {
        if (!lines.next()) {
            throw lines.error(
                    "the file ends where " + what + " was expected; copy it again from where it was computed");
        }
    }

    private double[][] stiffness() {
        String what = "a row of the elastic moduli";
        need(what);
        need(what);
        double[][] c = new double[6][6];
        for (int i = 0; i < 6; i++) {
            need(what);
            double[] row = row(0, 6, what);
            for (int j = 0; j < 6; j++) {
                c[VOIGT_OF_VASP[i]][VOIGT_OF_VASP[j]] = row[j] / KBAR_PER_GPA;
            }
        }
        return c;
    }

    private double[][] tensor() {
        String what = "a row of the dielectric tensor";
        need(what);
        double[][] tensor = new double[3][];
        for (int i = 0; i < 3; i++) {
            need(what);
            tensor[i] = row(0, 3, what);
        }
        return tensor;
    }

    private void bornCharges() {
        int ions = Arrays.stream(counts).sum();
        String what = "a row of a Born effective charge";
        need(what);
        List<double[][]> found = new ArrayList<>();
        while (found.size() < ions) {
            need("the ion of a Born effective charge");
            double[][] charge = new double[3][];
            for (int i = 0; i < 3; i++) {
                need(what);
                charge[i] = row(0, 3, what);
            }
            found.add(charge);
        }
        charges = found;
    }

    private void mode(String line) {
        Matcher matcher = MODE.matcher(line);
        if (matcher.find()) {
            double energyMeV = number(matcher.group(2));
            modesMeV.add(matcher.group(1) == null ? energyMeV : -energyMeV);
        }
    }

    private void bands(String line) {
        if (line.startsWith("E-fermi")) {
            endBands();
            spin = 1;
        } else if (line.startsWith("spin component")) {
            match(SPIN, line).ifPresent(value -> spin = Integer.parseInt(value));
        } else if (line.startsWith("k-point") && lines.next()) {
            if (!lines.text().contains("band No.")) {
                lines.back();
                return;
            }
            bands.kPoint(spin);
            double[] band = new double[3];
            while (lines.nextNumbers(band, 0, 3)) {
                bands.band(band[1], band[2]);
            }
            if (!lines.atEnd()) {
                lines.back();
            }
        }
    }

    private void endBands() {
        if (ibrion < DISPLACEMENTS || gap.isEmpty()) {
            gap = bands.gap().or(() -> gap);
        }
        bands = new BandEdges();
    }

    @Override
    public void close() {
        lines.close();
    }
}
