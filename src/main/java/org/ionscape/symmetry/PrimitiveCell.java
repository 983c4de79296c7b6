package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;

/**
 * The smallest cell of a structure, found from the translations that map the structure onto itself.
 *
 * @param structure the same crystal in a reduced, right-handed primitive cell; positions are means over the copies
 * @param given the vectors of the cell as given, by columns, in terms of primitive vectors
 * @param translations the pure translations within the cell as given, in its fractional coordinates, zero first
 */
record PrimitiveCell(Structure structure, IntMatrix given, List<double[]> translations) {
    /** Finds the primitive cell; empty when the translations found within the tolerance are no group. */
    static Optional<PrimitiveCell> of(Structure given, double toleranceA, Progress progress) {
        AtomGrid grid = new AtomGrid(given, toleranceA);
        List<double[]> found = new ArrayList<>();
        for (Operation candidate : candidates(given, IntMatrix.IDENTITY)) {
            grid.fitted(candidate, progress).ifPresent(t -> found.add(t.translation()));
        }
        List<int[]> numerators = new ArrayList<>();
        int order = found.size();
        for (double[] t : found) {
            numerators.add(Arrays.stream(t)
                    .mapToInt(x -> Math.floorMod(Math.round(x * order), order))
                    .toArray());
        }
        return isGroup(numerators, order) ? of(given, grid, numerators) : Optional.empty();
    }

    /** Operations of one rotation that take the first atom of the rarest species to each atom of that species. */
    static List<Operation> candidates(Structure structure, IntMatrix rotation) {
        Atoms atoms = structure.atoms();
        String rarest = atoms.counts().entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        int[] of = atoms.indicesOf(List.of(rarest));
        double[] s = structure.fractional();
        double[] rotated = rotation.times(s[3 * of[0]], s[3 * of[0] + 1], s[3 * of[0] + 2]);
        List<Operation> candidates = new ArrayList<>();
        for (int j : of) {
            candidates.add(new Operation(rotation, new double[] {
                s[3 * j] - rotated[0], s[3 * j + 1] - rotated[1], s[3 * j + 2] - rotated[2]
            }));
        }
        return candidates;
    }

    /** Whether translations, in parts of their number, are closed under addition. */
    private static boolean isGroup(List<int[]> translations, int order) {
        Set<Long> all = new HashSet<>();
        translations.forEach(t -> all.add(coded(t[0], t[1], t[2], order)));
        if (all.size() != order) {
            return false;
        }
        for (int[] t : translations) {
            for (int[] u : translations) {
                if (!all.contains(coded((t[0] + u[0]) % order, (t[1] + u[1]) % order, (t[2] + u[2]) % order, order))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long coded(int x, int y, int z, int order) {
        return ((long) x * order + y) * order + z;
    }

    private static Optional<PrimitiveCell> of(Structure given, AtomGrid grid, List<int[]> numerators) {
        int order = numerators.size();
        int[][] rows = triangular(numerators, order);
        Cell cell = given.cell();
        double[] vectors = new double[9];
        for (int i = 0; i < 3; i++) {
            double[] v = Lattice.vectorA(cell, rows[i]);
            for (int axis = 0; axis < 3; axis++) {
                vectors[3 * i + axis] = v[axis] / order;
            }
        }
        Cell small = new Cell(vectors);
        IntMatrix reduced = Lattice.reducedBasis(small);
        double[] short9 = new double[9];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(Lattice.vectorA(small, reduced.column(i)), 0, short9, 3 * i, 3);
        }
        // primitive vectors by columns, in parts of the vectors given
        IntMatrix primitive = IntMatrix.ofColumns(rows[0], rows[1], rows[2]).times(reduced);
        int determinant = primitive.determinant();
        int[] inverse = new int[9];
        for (int i = 0; i < 9; i++) {
            long scaled = (long) order * primitive.adjugate().get(i / 3, i % 3);
            if (determinant == 0 || scaled % determinant != 0) {
                return Optional.empty();
            }
            inverse[i] = Math.toIntExact(scaled / determinant);
        }
        IntMatrix vectorsGiven = new IntMatrix(inverse);
        List<double[]> translations = numerators.stream()
                .map(t -> new double[] {t[0] / (double) order, t[1] / (double) order, t[2] / (double) order})
                .toList();
        return atoms(given, grid, translations, vectorsGiven, new Cell(short9))
                .map(structure -> new PrimitiveCell(structure, vectorsGiven, translations));
    }

    /** A triangular basis of the lattice that the translations and the unit vectors span, in parts of the order. */
    private static int[][] triangular(List<int[]> translations, int order) {
        List<int[]> rows =
                new ArrayList<>(translations.stream().map(int[]::clone).toList());
        rows.add(new int[] {order, 0, 0});
        rows.add(new int[] {0, order, 0});
        rows.add(new int[] {0, 0, order});
        int[][] basis = new int[3][];
        for (int column = 0; column < 3; column++) {
            int[] pivot = new int[3];
            for (int[] row : rows) { // Euclid's algorithm on the leading components
                while (row[column] != 0) {
                    int times = pivot[column] / row[column];
                    for (int k = 0; k < 3; k++) {
                        int rest = pivot[k] - times * row[k];
                        pivot[k] = row[k];
                        row[k] = rest;
                    }
                }
            }
            basis[column] = pivot;
        }
        return basis;
    }

    private static Optional<Structure> atoms(
            Structure given, AtomGrid grid, List<double[]> translations, IntMatrix vectorsGiven, Cell small) {
        int count = given.atoms().count();
        boolean[] done = new boolean[count];
        List<String> names = new ArrayList<>();
        List<double[]> positions = new ArrayList<>();
        double[] s = given.fractional();
        for (int i = 0; i < count; i++) {
            if (done[i]) {
                continue;
            }
            double[] mean = {s[3 * i], s[3 * i + 1], s[3 * i + 2]};
            for (double[] t : translations) {
                int copy = grid.image(i, t);
                if (copy < 0 || done[copy]) {
                    return Optional.empty();
                }
                done[copy] = true;
                for (int k = 0; k < 3; k++) {
                    double off = s[3 * copy + k] - t[k] - s[3 * i + k];
                    mean[k] += (off - Math.rint(off)) / translations.size();
                }
            }
            names.add(given.atoms().speciesOf(i));
            positions.add(vectorsGiven.times(mean));
        }
        double[] fractional = positions.stream().flatMapToDouble(Arrays::stream).toArray();
        return Optional.of(new Structure(small, new Atoms(names), fractional));
    }
}
