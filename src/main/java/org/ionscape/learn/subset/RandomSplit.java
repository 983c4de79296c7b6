package org.ionscape.learn.subset;

/**
 * The random split of a node that lowers the squared error most: one threshold for each column, uniform between the least
 * and the greatest value of the node.
 *
 * <p>Small nodes are most of a tree. Two rows need no search; up to four, and up to eight, are held in local variables and
 * padded with rows of no weight; of more, the loops are simple enough for the compiler to make vectors of them. Together
 * this halves the time of a search.
 */
final class RandomSplit {
    private static final long LOWER = 0xFFFFFFFFL;

    /** The bits of a split's merit that give way to the number of its column. */
    private static final long COLUMN = BoostTable.MOST_COLUMNS - 1;

    private final int[] scaled;
    private final int[] value;
    private final int[] thresholds;
    private int[][] columns;
    private SplitMix random;
    private int[] rows;
    private long[] sums;
    private int[] best;
    private int threshold;

    RandomSplit(BoostTable table) {
        scaled = table.scaled();
        value = new int[table.rows()];
        thresholds = new int[table.bits().length];
    }

    /** Turns to a tree; of splits that are equally good that on the last column is taken. */
    void begin(int[][] columns, SplitMix random) {
        this.columns = columns;
        this.random = random;
    }

    /** The column of the split last found. */
    int[] column() {
        return best;
    }

    /** Rows with at most this value, as bits, go to the lower side. */
    int threshold() {
        return threshold;
    }

    /** Looks for the best of one random threshold for each column; false if the node is a leaf. */
    boolean find(NodeRows node, int from, int to) {
        rows = node.rows();
        sums = node.sums();
        if (to - from == 1 || pure(from, to)) {
            return false;
        }
        return to - from == 2 ? splitPair(from) : splitMany(from, to);
    }

    private boolean pure(int from, int to) {
        int first = scaled[rows[from]];
        for (int i = from + 1; i < to; i++) {
            if (scaled[rows[i]] != first) {
                return false;
            }
        }
        return true;
    }

    /** Two rows can be parted in one way only: every column that differs is as good, and one is taken at random. */
    private boolean splitPair(int from) {
        int one = rows[from];
        int other = rows[from + 1];
        best = columns[random.below(columns.length)];
        if (best[one] == best[other]) {
            int differing = 0;
            for (int[] column : columns) {
                if (column[one] != column[other] && random.below(++differing) == 0) {
                    best = column;
                }
            }
            if (differing == 0) {
                return false;
            }
        }
        threshold = threshold(Math.min(best[one], best[other]), Math.max(best[one], best[other]));
        return true;
    }

    /** Between two values, the lower included; all three as bits. */
    private int threshold(int low, int high) {
        float least = Float.intBitsToFloat(low);
        float most = Float.intBitsToFloat(high);
        int drawn = Float.floatToRawIntBits(least + random.unitFloat() * (most - least));
        return drawn < high ? drawn : low;
    }

    private boolean splitMany(int from, int to) {
        long total = 0;
        for (int i = from; i < to; i++) {
            total += sums[i];
        }
        long bestKey = switch ((to - from + 3) / 4) {
            case 1 -> best4(from, to - 1, total);
            case 2 -> best8(from, to - 1, total);
            default -> bestOfMany(from, to, total);
        };
        if (bestKey < 0) {
            return false;
        }
        int c = (int) (bestKey & COLUMN);
        best = columns[c];
        threshold = thresholds[c];
        return true;
    }

    private long bestOfMany(int from, int to, long total) {
        long bestKey = -1;
        for (int c = 0; c < columns.length; c++) {
            int[] column = columns[c];
            for (int i = from; i < to; i++) {
                value[i] = column[rows[i]];
            }
            int low = Integer.MAX_VALUE;
            int high = -1;
            for (int i = from; i < to; i++) { // apart from the loop above, so that the compiler can make vectors of it
                low = Math.min(low, value[i]);
                high = Math.max(high, value[i]);
            }
            if (low < high) {
                int at = threshold(low, high);
                thresholds[c] = at;
                long lower = 0;
                for (int i = from; i < to; i++) {
                    lower += sums[i] & upTo(at, value[i]);
                }
                bestKey = Math.max(bestKey, merit(lower, total) | c);
            }
        }
        return bestKey;
    }

    private long best4(int from, int last, long total) {
        int a = rows[from];
        int b = rows[from + 1];
        int c = rows[from + 2];
        int d = rows[last];
        long sa = sums[from];
        long sb = sums[from + 1];
        long sc = sums[from + 2];
        long sd = last == from + 3 ? sums[last] : 0;
        long greatest = Math.max(
                Math.max(
                        Math.max(merit(sa, total), merit(sb, total)),
                        Math.max(merit(sc, total), merit(sa + sd, total))),
                Math.max(merit(sa + sb, total), merit(sa + sc, total)));
        if (sd != 0) {
            greatest = Math.max(greatest, merit(sd, total));
        }
        long bestKey = -1;
        for (int k = columns.length - 1; k >= 0 && bestKey < greatest; k--) {
            int[] column = columns[k];
            int va = column[a];
            int vb = column[b];
            int vc = column[c];
            int vd = column[d];
            int low = Math.min(Math.min(va, vb), Math.min(vc, vd));
            int high = Math.max(Math.max(va, vb), Math.max(vc, vd));
            if (low < high) {
                int at = threshold(low, high);
                thresholds[k] = at;
                long lower = (sa & upTo(at, va)) + (sb & upTo(at, vb)) + (sc & upTo(at, vc)) + (sd & upTo(at, vd));
                bestKey = Math.max(bestKey, merit(lower, total) | k);
            }
        }
        return bestKey;
    }

    private long best8(int from, int last, long total) {
        int a = rows[from];
        int b = rows[from + 1];
        int c = rows[from + 2];
        int d = rows[from + 3];
        int e = rows[from + 4];
        int f = rows[Math.min(from + 5, last)];
        int g = rows[Math.min(from + 6, last)];
        int h = rows[last];
        long sa = sums[from];
        long sb = sums[from + 1];
        long sc = sums[from + 2];
        long sd = sums[from + 3];
        long se = sums[from + 4];
        long sf = last >= from + 5 ? sums[from + 5] : 0;
        long sg = last >= from + 6 ? sums[from + 6] : 0;
        long sh = last >= from + 7 ? sums[from + 7] : 0;
        long bestKey = -1;
        for (int k = columns.length - 1; k >= 0; k--) {
            int[] column = columns[k];
            int va = column[a];
            int vb = column[b];
            int vc = column[c];
            int vd = column[d];
            int ve = column[e];
            int vf = column[f];
            int vg = column[g];
            int vh = column[h];
            int low = Math.min(
                    Math.min(Math.min(va, vb), Math.min(vc, vd)), Math.min(Math.min(ve, vf), Math.min(vg, vh)));
            int high = Math.max(
                    Math.max(Math.max(va, vb), Math.max(vc, vd)), Math.max(Math.max(ve, vf), Math.max(vg, vh)));
            if (low < high) {
                int at = threshold(low, high);
                thresholds[k] = at;
                long lower = (sa & upTo(at, va))
                        + (sb & upTo(at, vb))
                        + (sc & upTo(at, vc))
                        + (sd & upTo(at, vd))
                        + (se & upTo(at, ve))
                        + (sf & upTo(at, vf))
                        + (sg & upTo(at, vg))
                        + (sh & upTo(at, vh));
                bestKey = Math.max(bestKey, merit(lower, total) | k);
            }
        }
        return bestKey;
    }

    /** All bits where a value is at most the threshold, else none. */
    private static long upTo(int at, int value) {
        return ~((long) (at - value) >> 63);
    }

    /** How far a parting lowers the squared error, as a whole number whose last bits are free. */
    private static long merit(long lower, long total) {
        long weight = total >>> 32;
        long lowerWeight = lower >>> 32;
        // (S_l W − S W_l)² / (W_l W_r), exact up to the division; the factor 1/W is the same for all
        double difference = (lower & LOWER) * weight - (total & LOWER) * lowerWeight;
        double decrease = difference * difference / (lowerWeight * (weight - lowerWeight));
        return Double.doubleToRawLongBits(decrease) & ~COLUMN;
    }
}
