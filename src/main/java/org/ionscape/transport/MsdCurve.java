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
 * @param crossMsdA2 mean of Δx Δy, Δy Δz and Δz Δx: three arrays as long as {@code lagPs}
 * @param fourthLags lags, in frames and ascending, at which the fourth moment was taken
 * @param fourthMomentA4 mean of |r(t+τ) − r(t)|⁴ at those lags, Å⁴
 * @param stderrA2 standard error of {@code msdA2}, Å²
 * @param ionsMoved how many ions ended elsewhere than where they began, further than half a jump
 * @param jumpA length taken for one jump, Å: the mean distance between neighbouring ions of the species
 */
public record MsdCurve(
        int ions,
        int frames,
        double frameStepPs,
        double[] lagPs,
        double[] msdA2,
        double[][] axisMsdA2,
        double[][] crossMsdA2,
        int[] fourthLags,
        double[] fourthMomentA4,
        double[] stderrA2,
        int ionsMoved,
        double jumpA) {
    /** Length of the run the lags were taken from, ps. */
    public double totalPs() {
        return (frames - 1) * frameStepPs;
    }

    /** The largest lag, in frames. */
    public int maxLag() {
        return lagPs.length - 1;
    }

    /**
     * The fourth cumulant of one step, summed over dimensions, Å⁴: what ⟨|Δr|⁴⟩ has beyond 5/3 ⟨|Δr|²⟩², the value of a
     * Gaussian, divided by the number of steps; the mean from a lag to four times that. Not negative.
     */
    double fourthCumulantA4(int fromLag) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < fourthLags.length; i++) {
            int n = fourthLags[i];
            boolean last = i == fourthLags.length - 1 && count == 0;
            if (n >= fromLag && n <= 4 * fromLag || last) {
                sum += (fourthMomentA4[i] - 5.0 / 3 * msdA2[n] * msdA2[n]) / n;
                count++;
            }
        }
        return count == 0 ? 0 : Math.max(0, sum / count);
    }
}
