package org.ionscape.symmetry;

import java.util.function.DoubleConsumer;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;

/** Distances between atoms and all periodic images of others, in any cell however skew. */
final class Images {
    /** The same lattice in short vectors: in terms of these the nearest image is at most one cell away. */
    private final Cell cell;

    private final double[] heightsA = new double[3];
    private final double[] positions;

    Images(Structure structure) {
        IntMatrix reduced = Lattice.reducedBasis(structure.cell());
        double[] vectors = new double[9];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(Lattice.vectorA(structure.cell(), reduced.column(i)), 0, vectors, 3 * i, 3);
        }
        cell = new Cell(vectors);
        for (int k = 0; k < 3; k++) {
            heightsA[k] = cell.heightA(k);
        }
        positions = new double[structure.fractional().length];
        double[] cartesian = new double[3];
        for (int i = 0; i < positions.length; i += 3) {
            structure.cell().toCartesian(structure.fractional(), i, cartesian, 0);
            cell.toFractional(cartesian, 0, positions, i);
        }
    }

    /** Distance in Å to the nearest image of an atom; of the atom itself, the shortest lattice vector. */
    double shortestA(int from, int to) {
        double[] shortest = {Double.POSITIVE_INFINITY};
        visit(from, to, new int[] {1, 1, 1}, d -> shortest[0] = Math.min(shortest[0], d));
        return shortest[0];
    }

    /** Whether an image of another atom may be that near; false is certain and quickly told, from the lattice planes. */
    boolean mayBeWithin(int from, int to, double reachA) {
        for (int k = 0; k < 3; k++) {
            double d = positions[3 * to + k] - positions[3 * from + k];
            if (Math.abs(d - Math.rint(d)) * heightsA[k] > reachA) {
                return false;
            }
        }
        return true;
    }

    /** Tells the distance, in Å, to every image of an atom that is no further than {@code reachA}, and some beyond. */
    void within(int from, int to, double reachA, DoubleConsumer distance) {
        int[] cells = new int[3];
        for (int k = 0; k < 3; k++) {
            cells[k] = (int) Math.ceil(reachA / heightsA[k] + 0.5);
        }
        visit(from, to, cells, distance);
    }

    private void visit(int from, int to, int[] cells, DoubleConsumer distance) {
        double[] way = new double[3];
        for (int k = 0; k < 3; k++) {
            double d = positions[3 * to + k] - positions[3 * from + k];
            way[k] = d - Math.rint(d);
        }
        for (int i = -cells[0]; i <= cells[0]; i++) {
            for (int j = -cells[1]; j <= cells[1]; j++) {
                for (int k = -cells[2]; k <= cells[2]; k++) {
                    if (from != to || i != 0 || j != 0 || k != 0) {
                        distance.accept(lengthA(way[0] + i, way[1] + j, way[2] + k));
                    }
                }
            }
        }
    }

    private double lengthA(double s0, double s1, double s2) {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double x = s0 * cell.get(0, axis) + s1 * cell.get(1, axis) + s2 * cell.get(2, axis);
            squared += x * x;
        }
        return Math.sqrt(squared);
    }
}
