package org.ionscape.transport.distribution;

import java.util.List;

/**
 * Radial distributions of every pair of species of a run.
 *
 * @param rA distances, Å: from nothing to the radius of the largest sphere that fits into the cell
 * @param pairs species by species in order of appearance
 * @param frames number of frames counted, evenly spread over the run
 */
public record RadialDistribution(double[] rA, List<PairDistribution> pairs, int frames) {
    public RadialDistribution {
        pairs = List.copyOf(pairs);
    }
}
