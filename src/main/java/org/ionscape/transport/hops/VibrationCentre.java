package org.ionscape.transport.hops;

/**
 * A place about which an ion vibrates.
 *
 * @param ion index of the atom in the file, from 0
 * @param centre counted from 0 for each ion
 * @param positionA Cartesian, on the unwrapped path of the ion, Å
 * @param visits how often the ion came to stay
 * @param residencePs time the ion spent there in all, ps: from arriving to leaving, excursions that end there included
 */
public record VibrationCentre(int ion, int centre, double[] positionA, int visits, double residencePs) {}
