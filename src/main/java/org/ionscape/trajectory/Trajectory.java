package org.ionscape.trajectory;

import java.util.OptionalDouble;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;

/**
 * The frames of one simulation: for each frame a cell and the fractional position of every atom.
 *
 * <p>Positions are kept as the file gives them. {@link Wrapping} says whether a path may have been folded back into the
 * cell (then {@code Displacements} unwraps it) or is continuous already. Frames are read at random; safe for reading
 * from several threads. Closing releases the memory or the mapped scratch file behind it.
 */
public interface Trajectory extends AutoCloseable {
    /** Whether paths were folded into the cell. */
    enum Wrapping {
        /** Positions may jump by a lattice vector between frames. */
        WRAPPED,
        /** Positions are continuous: used as they are. */
        UNWRAPPED
    }

    Atoms atoms();

    int frameCount();

    Wrapping wrapping();

    /** Time between stored frames in fs where the file itself says so. */
    OptionalDouble timeStepFs();

    /** Whether more than one cell occurs. */
    boolean hasVariableCell();

    /** The cell of a frame, from 0. */
    Cell cell(int frame);

    /**
     * Fractional positions of all atoms in one frame.
     *
     * @param frame from 0
     * @param out receives 3 × atoms numbers, atom by atom; must be at least that long
     */
    void readFrame(int frame, double[] out);

    /**
     * Fractional positions of a run of frames, frame by frame, for kernels that stream.
     *
     * @param from first frame
     * @param count number of frames
     * @param out receives count × 3 × atoms numbers
     */
    void readFrames(int from, int count, double[] out);

    /** Temperature, energy and the like where the file holds them; empty arrays where it does not. */
    default FrameSeries series() {
        return FrameSeries.NONE;
    }

    @Override
    void close();

    /** The mean of all cells, component by component; the cell itself where it never changes. */
    default Cell meanCell() {
        if (!hasVariableCell()) {
            return cell(0);
        }
        double[] sum = new double[9];
        for (int f = 0; f < frameCount(); f++) {
            Cell cell = cell(f);
            for (int k = 0; k < 9; k++) {
                sum[k] += cell.get(k / 3, k % 3);
            }
        }
        for (int k = 0; k < 9; k++) {
            sum[k] /= frameCount();
        }
        return new Cell(sum);
    }
}
