package org.ionscape.format.scan;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.format.Decompression;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.TrajectoryHead;
import org.ionscape.format.TrajectoryReader;
import org.ionscape.format.lammps.LammpsDumpReader;
import org.ionscape.format.vasp.OutcarReader;
import org.ionscape.format.vasp.VasprunReader;
import org.ionscape.format.vasp.XdatcarReader;
import org.ionscape.format.xyz.ExtendedXyzReader;
import org.ionscape.trajectory.FrameStore;
import org.ionscape.trajectory.Trajectory;

/** Opens a trajectory file of any known format, and puts consecutive ones together. */
public final class TrajectoryFiles {
    /** In the order asked: the formats with a signature of their own before those told by their name. */
    private static final List<TrajectoryReader> READERS = List.of(
            new XdatcarReader(),
            new VasprunReader(),
            new OutcarReader(),
            new LammpsDumpReader(),
            new ExtendedXyzReader());

    private TrajectoryFiles() {}

    /** The reader of a file, by its content and where that is ambiguous its name; empty for what is no trajectory. */
    public static Optional<TrajectoryReader> readerOf(Path file) {
        byte[] start;
        try {
            start = Decompression.start(file);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        String name = Decompression.plainName(file);
        if (isUtf16(start)
                && readerOf(name, new String(start, UTF_16).getBytes(UTF_8)).isPresent()) {
            throw InputException.of(file, "this file is written in UTF-16; save it as plain text (UTF-8)");
        }
        return readerOf(name, start);
    }

    private static Optional<TrajectoryReader> readerOf(String name, byte[] start) {
        return READERS.stream().filter(r -> r.recognises(name, start)).findFirst();
    }

    private static boolean isUtf16(byte[] start) {
        int mark = start.length < 2 ? 0 : (start[0] & 0xff) << 8 | start[1] & 0xff;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /** The place of a reader in the order of preference, for a run told by several files. */
    static int rank(TrajectoryReader reader) {
        return READERS.indexOf(reader);
    }

    /** The beginning of a file. */
    public static TrajectoryHead head(Path file, ReadHints hints, Progress progress) {
        return need(file).head(file, hints, progress);
    }

    /** Number of whole frames of the files together. */
    public static long countFrames(List<Path> files, ReadHints hints, Progress progress) {
        return files.stream()
                .mapToLong(f -> need(f).countFrames(f, hints, progress))
                .sum();
    }

    /**
     * All frames of a file, or of several that continue one another in the order given. A seam across which atoms jump
     * as in no ordinary step is told as a warning; a frame that stands at the end of one file and again at the beginning
     * of the next is taken once.
     *
     * @throws InputException when a file cannot be read or holds other atoms than the first
     */
    public static LoadedTrajectory read(List<Path> files, ReadHints hints, Progress progress) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to read");
        }
        if (files.size() == 1) {
            return need(files.getFirst()).read(files.getFirst(), hints, progress);
        }
        return join(files, hints, progress);
    }

    /** The reader of a file that must have one. */
    static TrajectoryReader need(Path file) {
        return readerOf(file)
                .orElseThrow(() -> InputException.of(
                        file,
                        "this is no trajectory that is known here: expected XDATCAR, vasprun.xml, OUTCAR,"
                                + " extended XYZ or a LAMMPS text dump"));
    }

    private static LoadedTrajectory join(List<Path> files, ReadHints hints, Progress progress) {
        List<Problem> warnings = new ArrayList<>();
        FrameStore.Builder builder = null;
        Seam seam = null;
        try {
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                Progress part = progress.part((double) i / files.size(), (i + 1.0) / files.size());
                try (LoadedTrajectory next = need(file).read(file, hints, part)) {
                    Trajectory frames = next.trajectory();
                    warnings.addAll(next.warnings());
                    if (builder == null) {
                        builder = new FrameStore.Builder(frames.atoms()).wrapping(frames.wrapping());
                        frames.timeStepFs().ifPresent(builder::timeStepFs);
                        seam = new Seam(frames.atoms().count());
                    } else if (!frames.atoms().equals(builder.atoms())) {
                        throw InputException.of(
                                file,
                                "this file holds other atoms (" + frames.atoms() + ") than " + files.getFirst() + " ("
                                        + builder.atoms() + "); only runs of one simulation can be joined");
                    }
                    append(builder, frames, seam, file, warnings);
                }
            }
            return new LoadedTrajectory(files, builder.build(), warnings);
        } finally {
            if (builder != null) {
                builder.close();
            }
        }
    }

    private static void append(
            FrameStore.Builder builder, Trajectory frames, Seam seam, Path file, List<Problem> warnings) {
        double[] frame = new double[3 * frames.atoms().count()];
        for (int f = 0; f < frames.frameCount(); f++) {
            frames.readFrame(f, frame);
            if (f == 0 && builder.frameCount() > 0) {
                Seam.Kind kind = seam.judge(frames.cell(0), frame, frames);
                if (kind == Seam.Kind.REPEATED) {
                    warnings.add(Problem.of(file, "its first frame is the last of the file before and is taken once"));
                    continue;
                }
                if (kind == Seam.Kind.GAP) {
                    warnings.add(Problem.of(
                            file,
                            Seam.GAP_MESSAGE + ": it does not continue the file before it (frame "
                                    + builder.frameCount() + "); give the files in order, or leave one out"));
                }
            }
            builder.add(frames.cell(f), frame);
            seam.pass(frames.cell(f), frame);
        }
    }

    /** Whether a warning tells of a seam that does not continue. */
    public static boolean isGap(Problem warning) {
        return warning.message().startsWith(Seam.GAP_MESSAGE);
    }
}
