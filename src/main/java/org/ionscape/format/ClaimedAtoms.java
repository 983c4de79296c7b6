package org.ionscape.format;

import java.util.Arrays;

/** The number of atoms a frame says it has, which is believed only as far as the file proves it. */
public final class ClaimedAtoms {
    private static final int MOST = 100_000_000;
    private static final int AT_FIRST = 4096;

    private ClaimedAtoms() {}

    /**
     * The number on the current line.
     *
     * @param claim what was read there; NaN when it is no number
     * @param known the number of the frames before; 0 for the first
     * @param advice what to do about a number that changes
     */
    public static int count(ByteLines lines, double claim, int known, String advice) {
        if (!(claim >= 1 && claim <= MOST && claim == Math.rint(claim))) {
            throw lines.error("a number of atoms was expected, found “" + lines.excerpt() + "”");
        }
        if (known > 0 && claim != known) {
            throw lines.error("the number of atoms changes from " + known + " to " + (long) claim + "; " + advice);
        }
        return (int) claim;
    }

    /** Room for the positions of the first atoms. */
    public static double[] room(int count) {
        return new double[3 * Math.min(count, AT_FIRST)];
    }

    /** The same with room for one more atom, if there was none, as far as the claim goes. */
    public static double[] grown(double[] positions, int atom, int count) {
        return 3 * atom < positions.length
                ? positions
                : Arrays.copyOf(positions, (int) Math.min(3L * count, 2L * positions.length));
    }
}
