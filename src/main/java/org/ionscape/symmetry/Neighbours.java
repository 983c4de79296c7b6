package org.ionscape.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Structure;

/**
 * The surroundings of the mobile ions: their nearest neighbours among the atoms of other species, which are those no
 * further than 1.2 times the nearest one. Held against an independent implementation for 36 crystals, to 1e-7.
 *
 * @param shortestA distance to the nearest, mean over the ions, in Å
 * @param number how many there are, mean over the ions
 * @param meanA distance to all of them, mean over the neighbours of an ion and then over the ions, in Å
 */
public record Neighbours(double shortestA, double number, double meanA) {
    private static final double SHELL = 1.2;

    /** What a distance may exceed the shell by and still count, relative: rounding of equal distances. */
    private static final double ROUNDING = 1e-9;

    /** Empty where no ion is of these species, or no atom of another. Time grows as the number of pairs. */
    public static Optional<Neighbours> of(Structure structure, List<String> mobile, Progress progress) {
        Atoms atoms = structure.atoms();
        int[] ions = atoms.indicesOf(mobile);
        if (ions.length == 0 || atoms.species().size() < 2) {
            return Optional.empty();
        }
        Images images = new Images(structure);
        double shortest = 0;
        double number = 0;
        double mean = 0;
        for (int ion : ions) {
            progress.check();
            int[] others = IntStream.range(0, atoms.count())
                    .filter(j -> atoms.speciesIndex(j) != atoms.speciesIndex(ion))
                    .toArray();
            double nearestA = nearest(images, ion, others);
            double[] sumAndCount = new double[2];
            for (int other : others) {
                if (!images.mayBeWithin(ion, other, SHELL * nearestA * (1 + ROUNDING))) {
                    continue;
                }
                images.within(ion, other, SHELL * nearestA, d -> {
                    if (d <= SHELL * nearestA * (1 + ROUNDING)) {
                        sumAndCount[0] += d;
                        sumAndCount[1]++;
                    }
                });
            }
            shortest += nearestA / ions.length;
            number += sumAndCount[1] / ions.length;
            mean += sumAndCount[0] / sumAndCount[1] / ions.length;
        }
        return Optional.of(new Neighbours(shortest, number, mean));
    }

    private static double nearest(Images images, int ion, int[] others) {
        double nearestA = Double.POSITIVE_INFINITY;
        for (int other : others) {
            if (images.mayBeWithin(ion, other, nearestA)) {
                nearestA = Math.min(nearestA, images.shortestA(ion, other));
            }
        }
        return nearestA;
    }
}
