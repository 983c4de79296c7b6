package org.ionscape.extract;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ionscape.trajectory.Trajectory;

/**
 * How much of the beginning of a run looks unlike the rest, by temperature or energy where the file holds them. Only
 * ever a suggestion.
 *
 * <p>The run is cut into twenty parts. The beginning to leave out ends where the mean of a part first lies within three
 * standard errors of the second half of the run, the error taken between the parts of that half.
 */
final class Equilibration {
    private static final int PARTS = 20;
    private static final double ERRORS = 3;

    private Equilibration() {}

    /** Suggested time to skip, ps; empty when the beginning is like the rest or nothing tells. */
    static OptionalDouble suggestSkipPs(Trajectory trajectory, double frameStepPs) {
        int parts = Math.max(
                settledAfter(trajectory.series().temperatureK()),
                settledAfter(trajectory.series().energyEv()));
        double partPs = trajectory.frameCount() / (double) PARTS * frameStepPs;
        return parts > 0 ? OptionalDouble.of(parts * partPs) : OptionalDouble.empty();
    }

    /** Number of parts before the series is like its second half. */
    static int settledAfter(double[] series) {
        if (series.length < 10 * PARTS || Arrays.stream(series).anyMatch(Double::isNaN)) {
            return 0;
        }
        double[] means = new double[PARTS];
        for (int p = 0; p < PARTS; p++) {
            means[p] = Arrays.stream(series, p * series.length / PARTS, (p + 1) * series.length / PARTS)
                    .average()
                    .orElseThrow();
        }
        double[] half = Arrays.copyOfRange(means, PARTS / 2, PARTS);
        double mean = Arrays.stream(half).average().orElseThrow();
        double sd =
                Math.sqrt(Arrays.stream(half).map(m -> (m - mean) * (m - mean)).sum() / (half.length - 1));
        int settled = 0;
        while (settled < PARTS / 2 && Math.abs(means[settled] - mean) > ERRORS * sd) {
            settled++;
        }
        return settled;
    }
}
