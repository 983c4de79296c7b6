package org.ionscape.crystal;

/**
 * Atoms in a cell: one moment of a crystal.
 *
 * @param cell the cell
 * @param atoms species of each atom
 * @param fractional positions, 3 × atoms; any image
 */
public record Structure(Cell cell, Atoms atoms, double[] fractional) {
    public Structure {
        if (fractional.length != 3 * atoms.count()) {
            throw new IllegalArgumentException(
                    atoms.count() + " atoms have " + 3 * atoms.count() + " coordinates, not " + fractional.length);
        }
    }
}
