package org.ionscape.math;

/** Seeds for the parts of a random calculation, so that no result depends on which thread did which part when. */
public final class Seeds {
    private Seeds() {}

    /** The seed of part {@code index} of a calculation with this seed: SplitMix64's mixing (doi:10.1145/2660193.2660195). */
    public static long part(long seed, long index) {
        long z = mix(seed + 0x9E3779B97F4A7C15L) + 0x9E3779B97F4A7C15L * (index + 1);
        return mix(z);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
