/**
 * The symmetry and the surroundings of atoms in a cell: operations and space group to a tolerance, conventional cell,
 * nearest neighbours, structural descriptors. Pure computation on {@link org.ionscape.crystal.Structure}. Begin at
 * {@link org.ionscape.symmetry.SymmetrySearch} and {@link org.ionscape.symmetry.StructureDescriptors}.
 */
package org.ionscape.symmetry;
