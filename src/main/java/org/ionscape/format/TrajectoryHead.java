package org.ionscape.format;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;

/**
 * The beginning of a trajectory file, enough to list a run and to show its first frame at once.
 *
 * @param atoms the atoms
 * @param cell the first cell
 * @param firstFrame fractional positions of the first frame, 3 × atoms
 * @param frames number of whole frames, when it is known without parsing all of the file
 * @param timeStepFs time between stored frames, when the file says so
 * @param temperatureK temperature the run was to have, when the file says so
 * @param counterStep step of the frame counter (XDATCAR's {@code Direct configuration=}), when there is one
 * @param steps what leads from frame to frame, as far as the file says
 */
public record TrajectoryHead(
        Atoms atoms,
        Cell cell,
        double[] firstFrame,
        OptionalLong frames,
        OptionalDouble timeStepFs,
        OptionalDouble temperatureK,
        OptionalLong counterStep,
        Steps steps) {
    /** What the frames of a file follow each other by. */
    public enum Steps {
        /** Time passes. */
        OF_TIME,
        /** Ions are relaxed or displaced one by one. */
        OF_RELAXATION
    }
}
