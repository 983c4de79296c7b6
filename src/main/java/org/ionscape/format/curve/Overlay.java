package org.ionscape.format.curve;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;

/**
 * A curve that somebody else computed of a run.
 *
 * @param kind what it is of
 * @param name its file's name without the ending
 * @param x lag in ps, or energy in meV
 * @param y as in the file
 * @param reading how the first column was understood, in words
 */
public record Overlay(Kind kind, String name, double[] x, double[] y, String reading) {
    private static final double PLANCK_MEV_PER_THZ = 4.135667696;
    private static final double PER_CM_IN_MEV = 0.1239841984;
    private static final double CLOSE = 0.02;

    /** What a curve is of. */
    public enum Kind {
        /** Mean-squared displacement, Å², against lag. */
        MSD,
        /** Velocity autocorrelation against lag. */
        VACF,
        /** Density of states against energy. */
        VDOS
    }

    /** A unit that a first column may have, and what it makes. */
    private record Unit(String says, String reading, double factor) {}

    /**
     * Reads a curve. Its first column is in the unit that the heading names; without one, in that under which it fits the
     * run: its spacing the time between frames, or its end the highest energy that frames so far apart can show. What
     * fits none is taken as lags in frames or energies in meV. A single column holds the values of one frame after
     * another.
     *
     * @param stepFs time between the frames of the run; empty when not known
     * @throws InputException when the file is not of numbers, or its lags are in frames and the time between them is not
     *     known
     */
    static Overlay read(Path file, Kind kind, OptionalDouble stepFs) {
        NumberColumns columns = NumberColumns.read(file);
        String name = file.getFileName().toString().replaceAll("(?i)\\.dat(\\.\\w+)?$", "");
        double[] first = columns.columns().getFirst();
        if (first.length < 2) {
            throw InputException.of(file, "at least two rows were expected; this curve is not shown");
        }
        if (columns.columns().size() == 1) {
            if (kind == Kind.VDOS) {
                throw InputException.of(
                        file, "two columns were expected, energies and the density; this curve is not shown");
            }
            Unit frames = new Unit("", "one value for each frame", framePs(file, stepFs));
            double[] lags = IntStream.range(0, first.length).asDoubleStream().toArray();
            return new Overlay(kind, name, scaled(lags, frames), first, frames.reading());
        }
        Unit unit = kind == Kind.VDOS ? energy(columns, stepFs) : time(file, columns, stepFs);
        return new Overlay(kind, name, scaled(first, unit), columns.columns().get(1), unit.reading());
    }

    private static double[] scaled(double[] values, Unit unit) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= unit.factor();
        }
        return scaled;
    }

    private static double framePs(Path file, OptionalDouble stepFs) {
        return stepFs.orElseThrow(() -> InputException.of(
                        file, "its lags are in frames, and the time between frames is not known; set the time step"))
                / 1000;
    }

    private static Unit time(Path file, NumberColumns columns, OptionalDouble stepFs) {
        Unit ps = new Unit("\\bps\\b|picosec", "lags in ps", 1);
        Unit fs = new Unit("\\bfs\\b|femtosec", "lags in fs", 1e-3);
        double[] x = columns.columns().getFirst();
        double spacing = (x[x.length - 1] - x[0]) / (x.length - 1);
        if (named(columns, ps) || stepFs.isPresent() && close(spacing, stepFs.getAsDouble() / 1000)) {
            return ps;
        }
        if (named(columns, fs) || stepFs.isPresent() && close(spacing, stepFs.getAsDouble())) {
            return fs;
        }
        return new Unit("", "lags in frames", framePs(file, stepFs));
    }

    private static Unit energy(NumberColumns columns, OptionalDouble stepFs) {
        Unit meV = new Unit("\\bmev\\b", "energies in meV", 1);
        List<Unit> units = List.of(
                meV,
                new Unit("\\bthz\\b", "frequencies in THz", PLANCK_MEV_PER_THZ),
                new Unit("\\bcm\\s*\\^?\\s*[-⁻−]|1/cm", "wavenumbers in 1/cm", PER_CM_IN_MEV),
                new Unit("\\bev\\b", "energies in eV", 1000));
        double last = columns.columns().getFirst()[columns.columns().getFirst().length - 1];
        double nyquistMeV = 1e3 / (2 * stepFs.orElse(Double.NaN)) * PLANCK_MEV_PER_THZ;
        return units.stream()
                .filter(u -> named(columns, u))
                .findFirst()
                .or(() -> units.stream()
                        .filter(u -> close(last * u.factor(), nyquistMeV))
                        .findFirst())
                .orElse(meV);
    }

    private static boolean named(NumberColumns columns, Unit unit) {
        return java.util.regex.Pattern.compile(unit.says())
                .matcher(columns.heading())
                .find();
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) < CLOSE * Math.abs(b);
    }
}
