package org.ionscape.format;

import java.nio.file.Path;
import org.ionscape.compute.Progress;

/**
 * Reads one trajectory format. A reader is stateless and safe for several threads; it reads through any compression
 * (see {@code Decompression}). It never lets junk out as numbers: what cannot be used is an
 * {@link org.ionscape.compute.InputException} with file and line, what can be used in part comes with warnings.
 */
public interface TrajectoryReader {
    /** Short name of the format for messages and provenance: {@code "XDATCAR"}. */
    String name();

    /**
     * Whether a file is of this format, judged by its first bytes after decompression and, where these are ambiguous,
     * its name.
     *
     * @param fileName the name without folder and compression suffix
     * @param start up to 64 KiB from the beginning
     */
    boolean recognises(String fileName, byte[] start);

    /** The beginning of the file; quick also for a file of gigabytes. */
    TrajectoryHead head(Path file, ReadHints hints, Progress progress);

    /** Number of whole frames, reading through the file if need be. */
    default long countFrames(Path file, ReadHints hints, Progress progress) {
        TrajectoryHead head = head(file, hints, progress);
        if (head.frames().isPresent()) {
            return head.frames().getAsLong();
        }
        try (LoadedTrajectory all = read(file, hints, progress)) {
            return all.trajectory().frameCount();
        }
    }

    /** All whole frames. */
    LoadedTrajectory read(Path file, ReadHints hints, Progress progress);
}
