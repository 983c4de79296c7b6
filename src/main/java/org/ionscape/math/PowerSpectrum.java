package org.ionscape.math;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * Sums of autocorrelations of real series, by FFT. Two series go into one complex transform (the real part of the
 * autocorrelation of x + iy is that of x plus that of y), spectra add up before the one inverse transform. Not for
 * several threads at once.
 */
public final class PowerSpectrum {
    static {
        // Parallelism is the compute service's; the library's own pool would make sums depend on the machine.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int length;
    private final int lags;
    private final int padded;
    private final DoubleFFT_1D fft;
    private final double[] work;

    /**
     * For series of {@code length} values and lags 0 … {@code lags}.
     *
     * @throws IllegalArgumentException unless 0 ≤ lags &lt; length
     */
    public PowerSpectrum(int length, int lags) {
        if (lags < 0 || lags >= length) {
            throw new IllegalArgumentException("lags 0.." + lags + " of a series of " + length);
        }
        this.length = length;
        this.lags = lags;
        padded = goodSize(length + lags);
        fft = new DoubleFFT_1D(padded);
        work = new double[2 * padded];
    }

    /** A zeroed accumulator for {@link #add} and {@link #autocorrelation}. */
    public double[] newSpectrum() {
        return new double[padded];
    }

    /** Adds the power spectra of two series of equal length to an accumulator; {@code y} may be empty. */
    public void add(double[] x, double[] y, double[] spectrum) {
        Arrays.fill(work, 2 * length, 2 * padded, 0);
        for (int k = 0; k < length; k++) {
            work[2 * k] = x[k];
            work[2 * k + 1] = y.length == 0 ? 0 : y[k];
        }
        fft.complexForward(work);
        for (int f = 0; f < padded; f++) {
            spectrum[f] += work[2 * f] * work[2 * f] + work[2 * f + 1] * work[2 * f + 1];
        }
    }

    /** Σ_k x(k) x(k+n) summed over the series added, for n = 0 … lags. */
    public double[] autocorrelation(double[] spectrum) {
        for (int f = 0; f < padded; f++) {
            work[2 * f] = spectrum[f];
            work[2 * f + 1] = 0;
        }
        fft.complexInverse(work, true);
        double[] sums = new double[lags + 1];
        for (int n = 0; n <= lags; n++) {
            sums[n] = work[2 * n];
        }
        return sums;
    }

    /** How many frequencies the transform resolves: they are 0, 1/size, 2/size … cycles per value. */
    public int size() {
        return padded;
    }

    /** Σ |X(f)|² over the series added, for f = 0 … ⌊size/2⌋. */
    public double[] powers(double[] spectrum) {
        double[] powers = new double[padded / 2 + 1];
        for (int f = 0; f < powers.length; f++) {
            // |X + iY|² at f and −f: together twice |X|² + |Y|²
            powers[f] = (spectrum[f] + spectrum[(padded - f) % padded]) / 2;
        }
        return powers;
    }

    /**
     * c(0) + 2 Σ c(n) cos 2πkn/(2m−1), n = 1 … m−1, for k = 0 … m−1: the transform of the even series of length 2m−1 whose
     * half is {@code c}, of length m. O(m log m) for every m.
     */
    public static double[] cosineSums(double[] c) {
        int size = 2 * c.length - 1;
        double[] even = new double[2 * size];
        for (int n = 0; n < c.length; n++) {
            even[2 * n] = c[n];
            even[2 * ((size - n) % size)] = c[n];
        }
        new DoubleFFT_1D(size).complexForward(even);
        double[] sums = new double[c.length];
        Arrays.setAll(sums, k -> even[2 * k]);
        return sums;
    }

    /** The next size with no prime factor above 5, which the transform is fast for. */
    private static int goodSize(int least) {
        for (int size = least; ; size++) {
            int rest = size;
            for (int prime : new int[] {2, 3, 5}) {
                while (rest % prime == 0) {
                    rest /= prime;
                }
            }
            if (rest == 1) {
                return size;
            }
        }
    }
}
