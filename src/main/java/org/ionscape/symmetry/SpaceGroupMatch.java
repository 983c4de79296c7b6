package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;

/**
 * Finds which of the 230 types a group of operations is: in each basis that may be the conventional one, the rotations
 * and centring translations must be those of the table, and one change of origin must turn the translations of the
 * generators into those of the table (R. W. Grosse-Kunstleve, Acta Cryst. A 55, 383 (1999)).
 *
 * @param group the type
 * @param basis the conventional basis, by columns in terms of primitive vectors
 */
record SpaceGroupMatch(SpaceGroup group, IntMatrix basis) {
    /** The type of a group given by one operation for each rotation, in a reduced right-handed primitive cell. */
    static Optional<SpaceGroupMatch> of(Cell primitive, List<Operation> operations, PointGroup pointGroup) {
        List<SpaceGroup> possible = SpaceGroup.all().stream()
                .filter(g -> g.pointGroup().equals(pointGroup))
                .toList();
        Map<IntMatrix, double[]> translations = new HashMap<>();
        operations.forEach(o -> translations.put(o.rotation(), o.translation()));
        for (IntMatrix basis : ConventionalAxes.of(primitive, translations.keySet(), pointGroup.system())) {
            for (SpaceGroup group : possible) {
                if (matches(group, basis, translations)) {
                    return Optional.of(new SpaceGroupMatch(group, basis));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(SpaceGroup group, IntMatrix basis, Map<IntMatrix, double[]> translations) {
        HallSymbol hall = group.hall();
        if (hall.centring().size() != basis.determinant()
                || !hall.centring().stream().allMatch(t -> isLatticeVector(basis, t))) {
            return false;
        }
        Map<IntMatrix, IntMatrix> primitiveOf = new HashMap<>();
        for (IntMatrix rotation : translations.keySet()) {
            Optional<IntMatrix> conventional = rotation.inBasis(basis);
            if (conventional.isEmpty() || !group.rotations().contains(conventional.get())) {
                return false;
            }
            primitiveOf.put(conventional.get(), rotation);
        }
        OriginShift shift = new OriginShift();
        for (HallSymbol.Generator generator : hall.generators()) {
            IntMatrix rotation = primitiveOf.get(generator.rotation());
            double[] wanted = inPrimitive(basis, generator.twelfths());
            double[] found = translations.get(rotation);
            shift.require(rotation, new double[] {wanted[0] - found[0], wanted[1] - found[1], wanted[2] - found[2]});
        }
        return shift.exists();
    }

    private static double[] inPrimitive(IntMatrix basis, int[] twelfths) {
        double[] v = basis.times(twelfths[0], twelfths[1], twelfths[2]);
        return new double[] {v[0] / HallSymbol.TWELFTHS, v[1] / HallSymbol.TWELFTHS, v[2] / HallSymbol.TWELFTHS};
    }

    private static boolean isLatticeVector(IntMatrix basis, int[] twelfths) {
        double[] v = basis.times(twelfths[0], twelfths[1], twelfths[2]);
        return v[0] % HallSymbol.TWELFTHS == 0 && v[1] % HallSymbol.TWELFTHS == 0 && v[2] % HallSymbol.TWELFTHS == 0;
    }

    /** The crystal of the primitive cell in the conventional one. */
    Structure conventional(Structure primitive, List<IntMatrix> rotations) {
        List<String> names = new ArrayList<>();
        List<double[]> positions = new ArrayList<>();
        double[] s = primitive.fractional();
        for (int i = 0; i < primitive.atoms().count(); i++) {
            double[] own = IntMatrix.inBasis(new double[] {s[3 * i], s[3 * i + 1], s[3 * i + 2]}, basis);
            for (int[] centring : group.hall().centring()) {
                names.add(primitive.atoms().speciesOf(i));
                double[] position = new double[3];
                for (int k = 0; k < 3; k++) {
                    double moved = own[k] + centring[k] / (double) HallSymbol.TWELFTHS;
                    position[k] = moved - Math.floor(moved);
                }
                positions.add(position);
            }
        }
        return new Structure(
                cell(primitive.cell(), rotations),
                new Atoms(names),
                positions.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** The conventional cell with the mean of what the rotations make of its metric Bᵀ B. */
    private Cell cell(Cell primitive, List<IntMatrix> rotations) {
        double[][] metric = new double[3][3];
        for (IntMatrix rotation : rotations) {
            IntMatrix turned = rotation.times(basis);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    metric[i][j] += Lattice.dot(
                                    Lattice.vectorA(primitive, turned.column(i)),
                                    Lattice.vectorA(primitive, turned.column(j)))
                            / rotations.size();
                }
            }
        }
        return Cell.ofParameters(
                Math.sqrt(metric[0][0]),
                Math.sqrt(metric[1][1]),
                Math.sqrt(metric[2][2]),
                angleDeg(metric, 1, 2),
                angleDeg(metric, 2, 0),
                angleDeg(metric, 0, 1));
    }

    private static double angleDeg(double[][] metric, int i, int j) {
        return Math.toDegrees(Math.acos(metric[i][j] / Math.sqrt(metric[i][i] * metric[j][j])));
    }
}
