package org.ionscape.symmetry;

/**
 * A symmetry operation in fractional coordinates: x′ = W x + w.
 *
 * @param rotation W
 * @param translation w, modulo lattice vectors
 */
public record Operation(IntMatrix rotation, double[] translation) {}
