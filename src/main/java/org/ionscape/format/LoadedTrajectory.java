package org.ionscape.format;

import java.nio.file.Path;
import java.util.List;
import org.ionscape.compute.Problem;
import org.ionscape.trajectory.Trajectory;

/**
 * What reading gave: the frames, and what the person should know about them (a last frame cut off, a seam).
 *
 * @param files the files read, in order
 * @param trajectory the frames; whoever holds this closes it
 * @param warnings doubts that did not stop the reading
 */
public record LoadedTrajectory(List<Path> files, Trajectory trajectory, List<Problem> warnings)
        implements AutoCloseable {
    public LoadedTrajectory {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    @Override
    public void close() {
        trajectory.close();
    }
}
