package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Structure;

/**
 * Finds the symmetry of atoms in a cell. The pure translations give the primitive cell; the rotations of its lattice
 * are tried with every translation that takes one atom of the rarest species to another; an operation is one that takes
 * every atom to within the tolerance of an atom of its species. Where the operations found are no group (the tolerance
 * falls between larger and smaller distortions), the search is repeated with a smaller tolerance.
 *
 * <p>Time grows as atoms × atoms of the rarest species. Held against spglib 2.0.2 for 36 crystals, centred, primitive,
 * supercells, skewed, strained and noisy, at 1e-5, 1e-3 and 1e-2 Å: the same group, operations and translations wherever
 * that program's own answer does not hang on the tolerance.
 */
public final class SymmetrySearch {
    /** In Å, as crystal structures are usually written down. */
    public static final double USUAL_TOLERANCE_A = 1e-3;

    private static final double SMALLER = 0.7;
    private static final int ATTEMPTS = 25;

    private SymmetrySearch() {}

    /**
     * Searches the cell as given. Coinciding atoms should have been taken out, see {@link Coincidences}: they leave
     * nothing but the identity.
     *
     * @param toleranceA by which an atom, or the end of a lattice vector, may miss its image, in Å
     */
    public static Symmetry search(Structure structure, double toleranceA, Progress progress) {
        return search(structure, toleranceA, toleranceA, progress);
    }

    /**
     * Searches a cell that may be strained, as the box of a simulation is by its pressure, while its atoms lie where they
     * would without the strain.
     *
     * @param toleranceA by which an atom may miss its image, in Å
     * @param latticeToleranceA by which the end of a vector of the reduced primitive cell may miss its image, in Å
     */
    public static Symmetry search(Structure structure, double toleranceA, double latticeToleranceA, Progress progress) {
        double smaller = 1;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Symmetry> found = attempt(structure, smaller * toleranceA, smaller * latticeToleranceA, progress);
            if (found.isPresent()) {
                return found.get();
            }
            smaller *= SMALLER;
        }
        return identityOnly(structure, smaller * toleranceA);
    }

    private static Optional<Symmetry> attempt(
            Structure given, double toleranceA, double latticeToleranceA, Progress progress) {
        return PrimitiveCell.of(given, toleranceA, progress)
                .flatMap(primitive -> attempt(given, primitive, toleranceA, latticeToleranceA, progress));
    }

    private static Optional<Symmetry> attempt(
            Structure given, PrimitiveCell primitive, double toleranceA, double latticeToleranceA, Progress progress) {
        Structure small = primitive.structure();
        AtomGrid grid = new AtomGrid(small, toleranceA);
        List<Operation> operations = new ArrayList<>();
        for (IntMatrix rotation : Lattice.rotations(small.cell(), latticeToleranceA)) {
            PrimitiveCell.candidates(small, rotation).stream()
                    .flatMap(c -> grid.fitted(c, progress).stream())
                    .findFirst()
                    .ifPresent(operations::add);
        }
        List<IntMatrix> rotations = operations.stream().map(Operation::rotation).toList();
        return PointGroup.of(rotations)
                .flatMap(pointGroup -> SpaceGroupMatch.of(small.cell(), operations, pointGroup))
                .map(match -> {
                    List<Operation> all = inGivenCell(operations, primitive);
                    return new Symmetry(
                            match.group(),
                            all,
                            primitive.translations().size(),
                            sites(given, all, toleranceA),
                            match.conventional(small, rotations),
                            toleranceA);
                });
    }

    /** Those operations that leave the lattice of the cell as given invariant, with each of its translations. */
    private static List<Operation> inGivenCell(List<Operation> operations, PrimitiveCell primitive) {
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            operation.rotation().inBasis(primitive.given()).ifPresent(rotation -> {
                double[] w = IntMatrix.inBasis(operation.translation(), primitive.given());
                for (double[] t : primitive.translations()) {
                    all.add(new Operation(
                            rotation,
                            new double[] {withinCell(w[0] + t[0]), withinCell(w[1] + t[1]), withinCell(w[2] + t[2])}));
                }
            });
        }
        return all;
    }

    /** Modulo one; what is zero but for rounding is zero. */
    private static double withinCell(double s) {
        double wrapped = s - Math.floor(s);
        return wrapped < 1e-9 || wrapped > 1 - 1e-9 ? 0 : wrapped;
    }

    /** Operations fitted to all atoms may miss one by more than the tolerance: it then stands for itself. */
    private static int sites(Structure given, List<Operation> operations, double toleranceA) {
        AtomGrid grid = new AtomGrid(given, toleranceA);
        int[] firstOfOrbit = IntStream.range(0, given.atoms().count()).toArray();
        for (int i = 0; i < firstOfOrbit.length; i++) {
            if (firstOfOrbit[i] == i) {
                for (Operation operation : operations) {
                    int image = grid.image(i, operation);
                    if (image >= 0) {
                        firstOfOrbit[image] = i;
                    }
                }
            }
        }
        return (int) Arrays.stream(firstOfOrbit).distinct().count();
    }

    /** What is left when even coordinates that agree to rounding give no group: atoms that coincide. */
    private static Symmetry identityOnly(Structure structure, double toleranceA) {
        return new Symmetry(
                SpaceGroup.all().getFirst(),
                List.of(new Operation(IntMatrix.IDENTITY, new double[3])),
                1,
                structure.atoms().count(),
                structure,
                toleranceA);
    }
}
