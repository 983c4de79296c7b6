package org.ionscape.format.vasp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.TrajectoryHead;
import org.ionscape.format.TrajectoryReader;
import org.ionscape.trajectory.FrameStore;

/**
 * Reads the positions of every step from an OUTCAR. They are printed to 1e-5 Å only: an XDATCAR or vasprun.xml of the
 * same run is better where there is one.
 *
 * <p>173 MB take 0.25 s of one core, some 700 MB/s, in a 1 GB heap.
 */
public final class OutcarReader implements TrajectoryReader {
    private static final long BYTES_READ_FOR_COUNT = 8L << 20;

    @Override
    public String name() {
        return "OUTCAR";
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String text = new String(start, 0, Math.min(start.length, 1 << 14), StandardCharsets.ISO_8859_1);
        return text.stripLeading().startsWith("vasp.")
                || fileName.toUpperCase(Locale.ROOT).contains("OUTCAR") && text.contains("INCAR:");
    }

    @Override
    public TrajectoryHead head(Path file, ReadHints hints, Progress progress) {
        try (OutcarFrames frames = new OutcarFrames(file, progress)) {
            frames.next();
            double[] first = frames.frame();
            Cell cell = frames.cell();
            boolean more = frames.next();
            while (more && frames.offset() < BYTES_READ_FOR_COUNT) {
                more = frames.next();
            }
            return new TrajectoryHead(
                    frames.atoms(),
                    cell,
                    first,
                    more ? OptionalLong.empty() : OptionalLong.of(frames.steps()),
                    timeStepFs(frames),
                    frames.settings().temperatureK(),
                    OptionalLong.empty(),
                    frames.settings().steps());
        }
    }

    private static OptionalDouble timeStepFs(OutcarFrames frames) {
        OptionalDouble potim = frames.settings().timeStepFs();
        return potim.isPresent() ? OptionalDouble.of(potim.getAsDouble() * frames.stride()) : potim;
    }

    /** How the run was set up, by the file itself. */
    public VaspSettings settings(Path file) {
        try (OutcarFrames frames = new OutcarFrames(file, Progress.NONE)) {
            frames.next();
            return frames.settings();
        }
    }

    @Override
    public LoadedTrajectory read(Path file, ReadHints hints, Progress progress) {
        try (OutcarFrames frames = new OutcarFrames(file, progress)) {
            frames.next();
            try (FrameStore.Builder builder = new FrameStore.Builder(frames.atoms())) {
                do {
                    builder.add(frames.cell(), frames.frame());
                } while (frames.next());
                timeStepFs(frames).ifPresent(builder::timeStepFs);
                builder.series(frames.series().of(builder.frameCount()));
                frames.settings().doubts(file, builder.frameCount(), frames.warnings());
                if (frames.stride() > 1) {
                    frames.warnings()
                            .add(Problem.of(
                                    file,
                                    "positions are printed every " + frames.stride()
                                            + " steps only; the XDATCAR or vasprun.xml of this run holds more"));
                }
                return new LoadedTrajectory(List.of(file), builder.build(), frames.warnings());
            }
        }
    }
}
