package org.ionscape.format.vasp;

/**
 * The band gap of one set of eigenvalues.
 *
 * @param gapEv from the highest occupied to the lowest empty state anywhere in the zone, in eV; 0 for a metal
 * @param directEv the smallest gap at one and the same k-point and spin, in eV; 0 for a metal
 * @param valenceEv energy of the highest occupied state, in eV
 * @param conductionEv energy of the lowest empty state, in eV
 */
public record BandGap(double gapEv, double directEv, double valenceEv, double conductionEv) {}
