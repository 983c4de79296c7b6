package org.ionscape.vibration;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.math.PowerSpectrum;
import org.ionscape.vibration.SpectrumEstimate.Periodogram;
import org.ionscape.vibration.SpectrumEstimate.Welch;

/**
 * Adds up over the atoms of one species: the autocorrelation of their velocities, the spectrum of the whole run and of its
 * blocks.
 *
 * <p>Velocities come in Å/ps. Cost: O(N log N) per series of N values; series go in pairs through one transform.
 */
final class SpeciesMotion {
    private static final double SEGMENT_PS = 4;

    private final int values;
    private final double stepPs;
    private final PowerSpectrum correlations;
    private final double[] correlation;
    private final SpectrumEstimate whole;
    private final List<SpectrumEstimate> parts = new ArrayList<>();
    private double squares;

    /** For series of the given number of velocities, at least 2. */
    SpeciesMotion(int values, double stepPs, Preset preset) {
        this.values = values;
        this.stepPs = stepPs;
        int segment = segment(values, stepPs);
        boolean paper = preset == Preset.PAPER;
        correlations = new PowerSpectrum(values, paper ? values - 1 : Math.min(values / 2, segment));
        correlation = correlations.newSpectrum();
        whole = paper ? new Periodogram(0, values) : new Welch(0, values, segment);
        Blocks blocks = Blocks.of(values, stepPs);
        for (int b = 0; b < blocks.count(); b++) {
            int from = blocks.start(b);
            parts.add(paper ? new Periodogram(from, blocks.length()) : new Welch(from, blocks.length(), segment));
        }
    }

    /** Length of a segment of Welch's method: 4 ps, or the run where that is shorter. */
    static int segment(int values, double stepPs) {
        return Math.clamp(Math.round(SEGMENT_PS / stepPs), 2, values);
    }

    /** Adds atoms: three series of velocities each, x y z, which may be longer than needed. */
    void add(double[][] velocities, Progress progress) {
        for (int i = 0; i < velocities.length; i += 2) {
            progress.check();
            double[] x = velocities[i];
            double[] y = i + 1 < velocities.length ? velocities[i + 1] : new double[0];
            correlations.add(x, y, correlation);
            whole.add(x, y);
            parts.forEach(p -> p.add(x, y));
            squares += sumOfSquares(x) + sumOfSquares(y);
        }
    }

    private double sumOfSquares(double[] series) {
        double sum = 0;
        for (int k = 0; k < Math.min(values, series.length); k++) {
            sum += series[k] * series[k];
        }
        return sum;
    }

    /** The sums so far. */
    SpeciesSpectra spectra() {
        return new SpeciesSpectra(
                correlations.autocorrelation(correlation),
                whole.power(),
                whole.step() / stepPs,
                parts.stream().map(SpectrumEstimate::power).toList(),
                parts.isEmpty() ? Double.NaN : parts.getFirst().step() / stepPs,
                squares);
    }
}
