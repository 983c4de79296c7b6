package org.ionscape.vibration;

import java.util.Arrays;
import org.ionscape.math.PowerSpectrum;

/** A power spectrum of part of many velocity series, summed over the series. */
sealed interface SpectrumEstimate {
    /** Adds two series, of the whole run; {@code y} may be empty. */
    void add(double[] x, double[] y);

    /** Power of each bin, from frequency 0. */
    double[] power();

    /** Distance between bins, in cycles per value. */
    double step();

    /**
     * What C. López et al. 2023 compute: the transform of the full linear autocorrelation minus its mean, which is the
     * periodogram padded with zeros to 2m−1 values, bin 0 set to zero; the first m bins of it.
     */
    final class Periodogram implements SpectrumEstimate {
        private final int from;
        private final int length;
        private final PowerSpectrum spectra;
        private final double[] sum;

        Periodogram(int from, int length) {
            this.from = from;
            this.length = length;
            spectra = new PowerSpectrum(length, length - 1);
            sum = spectra.newSpectrum();
        }

        @Override
        public void add(double[] x, double[] y) {
            spectra.add(part(x), part(y), sum);
        }

        private double[] part(double[] series) {
            return series.length == 0 ? series : Arrays.copyOfRange(series, from, from + length);
        }

        @Override
        public double[] power() {
            double[] power = PowerSpectrum.cosineSums(spectra.autocorrelation(sum));
            power[0] = 0;
            for (int k = 1; k < power.length; k++) {
                power[k] = Math.abs(power[k]);
            }
            return power;
        }

        @Override
        public double step() {
            return 1.0 / (2 * length - 1);
        }
    }

    /**
     * Averaged over half-overlapping segments under a Hann window (P. D. Welch, IEEE Trans. Audio Electroacoust. 15, 70
     * (1967), doi:10.1109/TAU.1967.1161901), padded to twice their length, which draws the spectrum more finely than it
     * is resolved. The velocities being differences of positions over Δt, each bin is divided by the response of that,
     * (sin x/x)² with x = πfΔt.
     */
    final class Welch implements SpectrumEstimate {
        private final int segment;
        private final int[] starts;
        private final double[] window;
        private final PowerSpectrum spectra;
        private final double[] sum;

        /** For values {@code from} … {@code from + length − 1}, in segments no longer than given. */
        Welch(int from, int length, int segment) {
            this.segment = Math.min(segment, length);
            int rest = length - this.segment;
            int count = 1 + (int) Math.ceil(2.0 * rest / this.segment);
            starts = new int[count];
            Arrays.setAll(starts, i -> from + (count == 1 ? 0 : (int) Math.round((double) i * rest / (count - 1))));
            window = new double[this.segment];
            Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / this.segment));
            spectra = new PowerSpectrum(2 * this.segment, 0);
            sum = spectra.newSpectrum();
        }

        @Override
        public void add(double[] x, double[] y) {
            for (int start : starts) {
                spectra.add(windowed(x, start), windowed(y, start), sum);
            }
        }

        private double[] windowed(double[] series, int start) {
            if (series.length == 0) {
                return series;
            }
            double[] out = new double[2 * segment];
            for (int i = 0; i < segment; i++) {
                out[i] = window[i] * series[start + i];
            }
            return out;
        }

        @Override
        public double[] power() {
            double[] power = spectra.powers(sum);
            for (int k = 1; k < power.length; k++) {
                power[k] /= response(k * step());
            }
            return power;
        }

        @Override
        public double step() {
            return 1.0 / spectra.size();
        }
    }

    /** How much of the power at a frequency, in cycles per value, is left when velocities are differences. */
    static double response(double frequency) {
        double x = Math.PI * frequency;
        double sinc = x == 0 ? 1 : Math.sin(x) / x;
        return sinc * sinc;
    }
}
