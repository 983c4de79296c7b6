package org.ionscape.learn.linear;

import java.util.SplittableRandom;
import org.ionscape.compute.Progress;
import org.ionscape.learn.Settings;
import org.ionscape.math.Shuffle;

/**
 * Passes over the rows, one at a time and shuffled anew in each, until the summed loss no longer falls: the loop that
 * scikit-learn's stochastic models share.
 */
final class Epochs {
    /** What is done with one row. */
    interface Visit {
        /** Learns from row {@code i} and returns its loss before that. */
        double row(int i);
    }

    private final int maxIter;
    private final double tol;
    private final int patience;
    private final boolean shuffle;

    Epochs(Settings settings) {
        this.maxIter = settings.whole("max_iter");
        this.tol = settings.isNone("tol") ? Double.NEGATIVE_INFINITY : settings.real("tol");
        this.patience = settings.whole("n_iter_no_change");
        this.shuffle = settings.flag("shuffle");
    }

    /** What the model does when the loss has not fallen for a while: stop, or go on (with a smaller step). */
    interface Stalled {
        boolean goOn();
    }

    /** Whether the loss stood still before the passes ran out. */
    boolean run(int rows, long seed, Progress progress, Visit visit, Stalled stalled) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        double best = Double.POSITIVE_INFINITY;
        int withoutGain = 0;
        for (int epoch = 0; epoch < maxIter; epoch++) {
            progress.check();
            if (shuffle) {
                Shuffle.inPlace(order, random);
            }
            double loss = 0;
            for (int i : order) {
                loss += visit.row(i);
            }
            withoutGain = loss > best - tol * rows ? withoutGain + 1 : 0;
            best = Math.min(best, loss);
            if (withoutGain >= patience) {
                if (!stalled.goOn()) {
                    return true;
                }
                withoutGain = 0;
            }
        }
        return false;
    }
}
