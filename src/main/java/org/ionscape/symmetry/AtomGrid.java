package org.ionscape.symmetry;

import java.util.Arrays;
import java.util.Optional;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;

/** Finds the atom at a position, in a time that does not grow with the number of atoms. */
final class AtomGrid {
    private static final int MOST_BOXES = 48;

    private final Structure structure;
    private final Cell cell;
    private final double toleranceA;
    private final int[] boxes = new int[3];
    private final int[] firstInBox;
    private final int[] nextInBox;
    private final int[] taken;
    private int round;

    AtomGrid(Structure structure, double toleranceA) {
        this.structure = structure;
        this.cell = structure.cell();
        this.toleranceA = toleranceA;
        for (int k = 0; k < 3; k++) {
            // an atom within the tolerance lies in the same box or the next
            boxes[k] = (int) Math.clamp(cell.heightA(k) / Math.max(1.5, 1.1 * toleranceA), 1, MOST_BOXES);
        }
        firstInBox = new int[boxes[0] * boxes[1] * boxes[2]];
        Arrays.fill(firstInBox, -1);
        nextInBox = new int[structure.atoms().count()];
        taken = new int[nextInBox.length];
        double[] s = structure.fractional();
        for (int i = 0; i < nextInBox.length; i++) {
            int box = box(at(s[3 * i], 0), at(s[3 * i + 1], 1), at(s[3 * i + 2], 2));
            nextInBox[i] = firstInBox[box];
            firstInBox[box] = i;
        }
    }

    private int at(double s, int axis) {
        int box = (int) ((s - Math.floor(s)) * boxes[axis]);
        return Math.min(box, boxes[axis] - 1);
    }

    private int box(int i, int j, int k) {
        return (i * boxes[1] + j) * boxes[2] + k;
    }

    /** The nearest atom of a species within the tolerance of a fractional position; −1 where there is none. */
    private int find(double[] s, int species) {
        int found = -1;
        double nearest = toleranceA * toleranceA;
        for (int i = 0; i < Math.min(3, boxes[0]); i++) {
            for (int j = 0; j < Math.min(3, boxes[1]); j++) {
                for (int k = 0; k < Math.min(3, boxes[2]); k++) {
                    int box = box(
                            Math.floorMod(at(s[0], 0) + i - 1, boxes[0]),
                            Math.floorMod(at(s[1], 1) + j - 1, boxes[1]),
                            Math.floorMod(at(s[2], 2) + k - 1, boxes[2]));
                    for (int atom = firstInBox[box]; atom >= 0; atom = nextInBox[atom]) {
                        if (structure.atoms().speciesIndex(atom) == species) {
                            double squared = squaredDistance(atom, s);
                            if (squared < nearest) {
                                nearest = squared;
                                found = atom;
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Fractional way, shortest by component, from a position to an atom. */
    private double way(int atom, double[] s, int axis) {
        double d = structure.fractional()[3 * atom + axis] - s[axis];
        return d - Math.rint(d);
    }

    private double squaredDistance(int atom, double[] s) {
        double d0 = way(atom, s, 0);
        double d1 = way(atom, s, 1);
        double d2 = way(atom, s, 2);
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double x = d0 * cell.get(0, axis) + d1 * cell.get(1, axis) + d2 * cell.get(2, axis);
            sum += x * x;
        }
        return sum;
    }

    /**
     * An operation, if it maps every atom within the tolerance onto one of its species, no two onto the same; its
     * translation is then the one that fits all atoms best.
     */
    Optional<Operation> fitted(Operation candidate, Progress progress) {
        progress.check();
        round++;
        double[] s = structure.fractional();
        double[] offset = new double[3];
        int count = nextInBox.length;
        for (int i = 0; i < count; i++) {
            double[] image = candidate.rotation().times(s[3 * i], s[3 * i + 1], s[3 * i + 2]);
            for (int k = 0; k < 3; k++) {
                image[k] += candidate.translation()[k];
            }
            int atom = find(image, structure.atoms().speciesIndex(i));
            if (atom < 0 || taken[atom] == round) {
                return Optional.empty();
            }
            taken[atom] = round;
            for (int k = 0; k < 3; k++) {
                offset[k] += way(atom, image, k) / count;
            }
        }
        double[] fitted = candidate.translation().clone();
        for (int k = 0; k < 3; k++) {
            fitted[k] += offset[k];
        }
        return Optional.of(new Operation(candidate.rotation(), fitted));
    }

    /** Nearest atom of the same species to an atom's image under a translation; −1 where there is none. */
    int image(int atom, double[] translation) {
        return image(atom, new Operation(IntMatrix.IDENTITY, translation));
    }

    /** Nearest atom of the same species to an atom's image under an operation; −1 where there is none. */
    int image(int atom, Operation operation) {
        double[] s = structure.fractional();
        double[] image = operation.rotation().times(s[3 * atom], s[3 * atom + 1], s[3 * atom + 2]);
        for (int k = 0; k < 3; k++) {
            image[k] += operation.translation()[k];
        }
        return find(image, structure.atoms().speciesIndex(atom));
    }
}
