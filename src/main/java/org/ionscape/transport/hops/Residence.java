package org.ionscape.transport.hops;

/**
 * How long ions stay at a place.
 *
 * @param meanPs time spent at centres by all ions, divided by the number of departures: the maximum-likelihood mean of
 *     an exponential law, to which stays cut off by the ends of the run contribute as they should; NaN without hops
 * @param stderrPs its standard error, the mean over √departures; NaN without hops
 * @param medianPs median of the stays that both begin and end with a hop; NaN when there are none
 * @param staysPs those stays in ascending order
 */
public record Residence(double meanPs, double stderrPs, double medianPs, double[] staysPs) {}
