package org.ionscape.transport;

/**
 * Mean-squared displacement of a species against lag time.
 *
 * @param ions number of ions averaged over
 * @param frames number of frames the lags were taken from (after any equilibration was left out)
 * @param frameStepPs time between frames in ps; lag index i is a lag of i frames
 * @param lagPs lag times in ps, from 0 to half the run, evenly spaced
 * @param msdA2 mean over ions and all time origins of |r(t+τ) − r(t)|², Å²
 * @param axisMsdA2 the same along x, y and z: three arrays as long as {@code lagPs}
 * @param stderrA2 standard error of {@code msdA2}, Å²
 */
public record MsdCurve(
        int ions,
        int frames,
        double frameStepPs,
        double[] lagPs,
        double[] msdA2,
        double[][] axisMsdA2,
        double[] stderrA2) {
    /** Length of the run the lags were taken from, ps. */
    public double totalPs() {
        return (frames - 1) * frameStepPs;
    }
}
