package org.ionscape.learn;

import org.ionscape.compute.Progress;

/** A progress that also wants to see how an iterative fit goes, so that its loss can be drawn while it falls. */
public interface Losses extends Progress {
    /** What a half-fitted model predicts for rows of the columns of the fit. */
    interface Predictor {
        double[] predict(double[][] x);
    }

    /**
     * One pass over the training rows is done.
     *
     * @param epoch from 1
     * @param loss training loss of this pass, as the model defines it
     * @param now the model as it stands; valid during the call only
     */
    void epoch(int epoch, double loss, Predictor now);

    /** Progress that is watched where the fit can be, else plain. */
    static void tell(Progress progress, int epoch, double loss, Predictor now) {
        if (progress instanceof Losses losses) {
            losses.epoch(epoch, loss, now);
        }
    }
}
