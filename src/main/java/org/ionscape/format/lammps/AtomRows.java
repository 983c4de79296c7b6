package org.ionscape.format.lammps;

import java.util.Arrays;

/**
 * Which row of a frame an atom's number belongs to. Rows are in the order of the numbers; a dump that is written in that
 * order is answered without a search, any other by halving.
 */
final class AtomRows {
    private final long[] ids;
    private final int[] frameOf;
    private int frame;
    private int expected;

    /** For the numbers of the first frame, ascending and without doubles. */
    AtomRows(long[] ids) {
        this.ids = ids;
        this.frameOf = new int[ids.length];
    }

    void beginFrame() {
        frame++;
        expected = 0;
    }

    /** The row; −1 when the first frame has no such atom. */
    int of(long id) {
        int row = expected < ids.length && ids[expected] == id ? expected : Arrays.binarySearch(ids, id);
        expected = row + 1;
        return row < 0 ? -1 : row;
    }

    /** Notes that a row was read; false when it was already in this frame. */
    boolean take(int row) {
        boolean first = frameOf[row] != frame;
        frameOf[row] = frame;
        return first;
    }
}
