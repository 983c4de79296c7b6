package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.format.ByteLines;

/** Walks through an OUTCAR from one table of positions to the next. */
final class OutcarFrames implements AutoCloseable {
    /** What the lines that matter begin with; an OUTCAR has a thousand others for each. */
    private static final String BEGINNINGS = "PVTINidkntf-";

    private static final Pattern TAG = Pattern.compile("\\b([A-Z]+)\\s*=\\s*(-?[0-9.]+(?:[eE][-+]?\\d+)?)");
    private static final Pattern ENERGY = Pattern.compile("=\\s*(-?[0-9.]+)");
    private static final Pattern ITERATION = Pattern.compile("Iteration\\s*(\\d+)\\(");

    private final ByteLines lines;
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<String, Double> settings = new LinkedHashMap<>();
    private final OutcarIons ions = new OutcarIons();
    private final StepSeries series = new StepSeries();
    private Atoms atoms = new Atoms(List.of());
    private double[] vectors = new double[0];
    private boolean basisOfStep;
    private boolean basisAnnounced;
    private Cell cell;
    private double[] frame = new double[0];
    private int steps;
    private long iteration;
    private long iterationOfFrame;
    private long stride;
    private double freeEnergyEv = Double.NaN;
    private boolean kineticWanted;
    private boolean totalWanted;

    OutcarFrames(Path file, Progress progress) {
        lines = new ByteLines(file, progress);
    }

    Atoms atoms() {
        return atoms;
    }

    Cell cell() {
        return cell;
    }

    double[] frame() {
        return frame;
    }

    int steps() {
        return steps;
    }

    long offset() {
        return lines.offset();
    }

    StepSeries series() {
        return series;
    }

    VaspSettings settings() {
        return new VaspSettings(settings);
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Steps from one table of positions to the next: more than one where NWRITE was low. */
    long stride() {
        return Math.max(1, stride);
    }

    /** The next step; false at the end. */
    boolean next() {
        while (lines.next()) {
            if (BEGINNINGS.indexOf(lines.firstByte()) < 0) {
                continue;
            }
            String line = lines.text().strip();
            if (line.startsWith("POSITION") && line.contains("TOTAL-FORCE")) {
                if (!readFrame()) {
                    warnings.add(Problem.at(
                            lines.file(),
                            Math.max(1, lines.line()),
                            "the file breaks off within the positions of a step, which is left out"));
                    break;
                }
                return true;
            }
            take(line);
        }
        if (lines.isDamaged()) {
            warnings.add(Problem.of(lines.file(), "the compressed file breaks off; what was read until there is kept"));
        }
        if (steps == 0) {
            throw lines.error(
                    "no positions of a whole step stand in this OUTCAR; let the run go on, or use another file");
        }
        return false;
    }

    private void take(String line) {
        if (steps == 0 && ions.take(line, lines)) {
            return;
        }
        if (line.startsWith("direct lattice vectors")) {
            readVectors();
        } else if (line.startsWith("VOLUME and BASIS")) {
            basisAnnounced = true;
        } else if (line.startsWith("-")) {
            Matcher matcher = ITERATION.matcher(line);
            if (matcher.find() && matcher.group(1).length() < 10) {
                iteration = Long.parseLong(matcher.group(1));
            }
        } else if (line.startsWith("free  energy")) {
            freeEnergyEv = energy(line);
        } else if (line.startsWith("kinetic energy EKIN") || line.startsWith("kinetic Energy EKIN")) {
            if (kineticWanted) {
                series.temperatureK(steps - 1, StepSeries.temperatureK(energy(line), atoms.count()));
                kineticWanted = false;
            }
        } else if (line.startsWith("total energy   ETOTAL")) {
            if (totalWanted) {
                series.energyEv(steps - 1, energy(line));
                totalWanted = false;
            }
        } else if (steps == 0) {
            setting(line);
        }
    }

    private static double energy(String line) {
        Matcher matcher = ENERGY.matcher(line);
        try {
            return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
        } catch (NumberFormatException e) { // a damaged energy does not spoil positions
            return Double.NaN;
        }
    }

    private void setting(String line) {
        Matcher matcher = TAG.matcher(line);
        while (matcher.find()) {
            // a second table of dimensions, seen where types are many, gives another NIONS
            boolean again = matcher.group(1).equals("NIONS") && settings.containsKey("NIONS");
            if (VaspSettings.WANTED.contains(matcher.group(1)) && !again) {
                try {
                    settings.put(matcher.group(1), Double.parseDouble(matcher.group(2)));
                } catch (NumberFormatException e) {
                    warnings.add(Problem.at(
                            lines.file(), lines.line(), matcher.group(1) + " should be a number; it is passed over"));
                }
            }
        }
    }

    /** Keeps the cell of the step; tables of a primitive cell, which stand at the beginning, give way to it. */
    private void readVectors() {
        double[] found = new double[9];
        for (int k = 0; k < 3; k++) {
            if (!lines.nextNumbers(found, 3 * k, 3)) {
                if (lines.atEnd() || lines.isUnended()) {
                    return;
                }
                throw lines.error("a cell vector was expected (three numbers), found “" + lines.excerpt() + "”");
            }
        }
        if (basisAnnounced || !basisOfStep) {
            vectors = found;
            basisOfStep = basisAnnounced;
        }
        basisAnnounced = false;
    }

    private boolean readFrame() {
        long count = ions.count();
        if (count == 0 || vectors.length == 0) {
            throw lines.error("“ions per type” and “direct lattice vectors” were expected before the positions");
        }
        double claimed = settings.getOrDefault("NIONS", (double) count);
        if (claimed != count) {
            throw lines.error("NIONS is " + Math.round(claimed) + " but the ions per type add up to " + count
                    + "; VASP prints ten types only, so use the XDATCAR or vasprun.xml of this run");
        }
        double[] positions = new double[3 * (int) Math.min(count, 4096)];
        if (!lines.next()) { // the line of dashes
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (3 * i == positions.length) {
                positions = Arrays.copyOf(positions, (int) Math.min(3 * count, 2L * positions.length));
            }
            boolean three = lines.nextNumbers(positions, 3 * i, 3);
            if (lines.atEnd() || lines.isUnended() && (!three || lines.rest().isEmpty())) {
                return false;
            }
            if (!three) {
                throw lines.error("position " + (i + 1) + " of " + count + " was expected (three numbers), found “"
                        + lines.excerpt() + "”");
            }
        }
        try {
            cell = new Cell(vectors);
        } catch (IllegalArgumentException e) {
            throw lines.error("the cell vectors printed before these positions span no volume");
        }
        for (int i = 0; i < positions.length; i += 3) {
            cell.toFractional(positions, i, positions, i);
        }
        if (steps == 0) {
            atoms = ions.atoms();
        }
        frame = positions;
        countStep();
        return true;
    }

    private void countStep() {
        long passed = iteration - iterationOfFrame;
        if (steps == 1) {
            stride = passed;
        } else if (steps > 1 && stride > 0 && passed > 1 && passed != stride) {
            stride = -1;
            warnings.add(Problem.at(
                    lines.file(),
                    lines.line(),
                    "positions are not printed at even distances in time; run with NWRITE = 1 or use the XDATCAR"));
        }
        iterationOfFrame = iteration;
        steps++;
        series.energyEv(steps - 1, freeEnergyEv);
        freeEnergyEv = Double.NaN;
        kineticWanted = true;
        totalWanted = true;
    }

    @Override
    public void close() {
        lines.close();
    }
}
