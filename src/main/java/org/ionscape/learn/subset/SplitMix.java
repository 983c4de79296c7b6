package org.ionscape.learn.subset;

/** The random numbers of the kernel: SplitMix64 (doi:10.1145/2660193.2660195), open to be kept in a local variable. */
final class SplitMix {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    void seed(long seed) {
        state = seed;
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** Uniform in [0, 1), with the 24 bits of a single-precision number. */
    float unitFloat() {
        return (next() >>> 40) * 0x1p-24f;
    }

    /** Uniform in 0 … bound − 1, for bounds far below 2³². */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
