package org.ionscape.transport.hops;

/**
 * Whether hops of different ions come together more often than by chance. Two hops make a pair when their midpoints are
 * near and their passages, each widened by half the window at both ends, overlap. Chance is what remains when the hops
 * of every ion are shifted in time by an amount of its own, around the end of the run to its beginning: each ion keeps
 * its rhythm and its places, the ions lose sight of one another.
 *
 * @param pairs number of pairs found
 * @param expected mean number of pairs in the shifted runs
 * @param spread standard deviation of that number
 * @param ratio {@code pairs / expected}; NaN when nothing is expected
 * @param pValue share of shifted runs with at least so many pairs, (1 + those) / (1 + all)
 * @param concertedShare share of hops that belong to at least one pair
 * @param windowPs the window in time, ps
 * @param withinA how near midpoints have to be, Å
 * @param shifted number of shifted runs
 * @param hops number of hops looked at, in order of time; all unless there are very many
 */
public record Correlation(
        long pairs,
        double expected,
        double spread,
        double ratio,
        double pValue,
        double concertedShare,
        double windowPs,
        double withinA,
        int shifted,
        int hops) {}
