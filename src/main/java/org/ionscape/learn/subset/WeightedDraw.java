package org.ionscape.learn.subset;

/** Draws rows by weight with Walker's table of aliases (Vose 1991, doi:10.1109/32.92917): two look-ups for each row. */
final class WeightedDraw {
    private final int rows;
    private final double[] own;
    private final int[] ownShare;
    private final int[] alias;
    private final int[] poor;
    private final int[] rich;

    WeightedDraw(int rows) {
        this.rows = rows;
        own = new double[rows];
        ownShare = new int[rows];
        alias = new int[rows];
        poor = new int[rows];
        rich = new int[rows];
    }

    /** Counts how often each row comes up in as many draws as there are rows; the weights have a sum of 1. */
    void count(double[] weight, SplitMix random, int[] count) {
        prepare(weight);
        for (int i = 0; i < rows; i++) {
            count[i] = 0;
        }
        for (int k = 0; k < rows; k++) {
            long drawn = random.next();
            int place = (int) ((drawn >>> 32) * rows >>> 32);
            int isOwn =
                    ((int) drawn & Integer.MAX_VALUE) - ownShare[place] >> 31; // all bits or none: no branch to guess
            count[alias[place] ^ ((alias[place] ^ place) & isOwn)]++;
        }
    }

    /** Fills every place of the table: with its own row up to {@code own}, from there with one of more than mean weight. */
    private void prepare(double[] weight) {
        int poorEnd = 0;
        int richEnd = 0;
        for (int i = 0; i < rows; i++) {
            double times = weight[i] * rows;
            own[i] = times;
            alias[i] = i;
            int isPoor = times < 1 ? 1 : 0;
            poor[poorEnd] = i;
            rich[richEnd] = i;
            poorEnd += isPoor;
            richEnd += 1 - isPoor;
        }
        int next = 0;
        for (int p = 0; p < poorEnd && next < richEnd; p++) {
            int giver = rich[next];
            alias[poor[p]] = giver;
            own[giver] -= 1 - own[poor[p]];
            if (own[giver] < 1) {
                poor[poorEnd++] = giver;
                next++;
            }
        }
        for (int i = 0; i < rows; i++) {
            ownShare[i] = (int) (own[i] * 0x1p31); // at most the greatest whole number
        }
    }
}
