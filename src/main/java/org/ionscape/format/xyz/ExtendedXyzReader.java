package org.ionscape.format.xyz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.TrajectoryHead;
import org.ionscape.format.TrajectoryReader;
import org.ionscape.trajectory.FrameSeries;
import org.ionscape.trajectory.FrameStore;
import org.ionscape.trajectory.Trajectory;

/**
 * Reads extended XYZ: per frame a number of atoms, a line with {@code Lattice="…"} and {@code Properties=…}, and the
 * atoms, always in the same order. The format does not say whether positions are wrapped into the cell: they are taken
 * as continuous when an atom gets further than a cell edge from where it began, which wrapped ones cannot, and are
 * unwrapped else, which leaves continuous ones as they are unless an atom moves more than half the cell in a step.
 */
public final class ExtendedXyzReader implements TrajectoryReader {
    private static final long BYTES_READ_FOR_COUNT = 8L << 20;
    private static final Pattern START =
            Pattern.compile("\\A\\s*\\d+[ \\t]*\\R[^\\r\\n]*(?i:lattice)\\s*=", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public String name() {
        return "extended XYZ";
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".xyz")
                || name.endsWith(".extxyz")
                || START.matcher(new String(start, StandardCharsets.ISO_8859_1)).find();
    }

    @Override
    public TrajectoryHead head(Path file, ReadHints hints, Progress progress) {
        try (XyzFrames frames = new XyzFrames(file, progress)) {
            double[] first = frames.frame().clone();
            Cell cell = frames.cell();
            OptionalDouble temperature = frames.heading().temperatureK();
            long count = 1;
            boolean more = frames.next();
            while (more && frames.offset() < BYTES_READ_FOR_COUNT) {
                count++;
                more = frames.next();
            }
            return new TrajectoryHead(
                    frames.atoms(),
                    cell,
                    first,
                    more ? OptionalLong.empty() : OptionalLong.of(count),
                    OptionalDouble.empty(),
                    temperature.isPresent() && temperature.getAsDouble() > 0 ? temperature : OptionalDouble.empty(),
                    OptionalLong.empty(),
                    TrajectoryHead.Steps.OF_TIME);
        }
    }

    @Override
    public LoadedTrajectory read(Path file, ReadHints hints, Progress progress) {
        try (XyzFrames frames = new XyzFrames(file, progress);
                FrameStore.Builder builder = new FrameStore.Builder(frames.atoms())) {
            double[] start = frames.frame().clone();
            Series energyEv = new Series();
            Series temperatureK = new Series();
            boolean left = false;
            do {
                builder.add(frames.cell(), frames.frame());
                left |= leaves(start, frames.frame());
                energyEv.add(frames.heading().energyEv());
                temperatureK.add(frames.heading().temperatureK());
            } while (frames.next());
            builder.wrapping(left ? Trajectory.Wrapping.UNWRAPPED : Trajectory.Wrapping.WRAPPED)
                    .series(new FrameSeries(temperatureK.values(), energyEv.values()));
            return new LoadedTrajectory(List.of(file), builder.build(), frames.warnings());
        }
    }

    /** Whether an atom is further from its start than wrapping into one cell allows. */
    private static boolean leaves(double[] start, double[] frame) {
        for (int i = 0; i < start.length; i++) {
            if (Math.abs(frame[i] - start[i]) > 1) {
                return true;
            }
        }
        return false;
    }

    /** One number per frame, or none at all. */
    private static final class Series {
        private final java.util.ArrayList<Double> values = new java.util.ArrayList<>();
        private boolean any;

        void add(OptionalDouble value) {
            any |= value.isPresent();
            values.add(value.orElse(Double.NaN));
        }

        double[] values() {
            return any ? values.stream().mapToDouble(Double::doubleValue).toArray() : new double[0];
        }
    }
}
