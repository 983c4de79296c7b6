package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ionscape.crystal.Cell;

/**
 * The bases that may be the conventional one of a crystal, best first: along the axes of its rotations, of the shortest
 * vectors, right-handed. Several are given where the standard setting depends on the translations as well.
 */
final class ConventionalAxes {
    /** Components of the vectors across a monoclinic axis that are tried; the reduced ones need no more. */
    private static final int REACH = 2;

    private final Cell primitive;
    private final Collection<IntMatrix> rotations;

    private ConventionalAxes(Cell primitive, Collection<IntMatrix> rotations) {
        this.primitive = primitive;
        this.rotations = rotations;
    }

    /** Bases by columns in terms of the vectors of a reduced, right-handed primitive cell. */
    static List<IntMatrix> of(Cell primitive, Collection<IntMatrix> rotations, CrystalSystem system) {
        ConventionalAxes axes = new ConventionalAxes(primitive, rotations);
        return switch (system) {
            case TRICLINIC -> List.of(IntMatrix.IDENTITY);
            case MONOCLINIC -> axes.monoclinic();
            case ORTHORHOMBIC -> axes.alongThree(axes.axes(2));
            case TETRAGONAL -> axes.aboutOne(4);
            case TRIGONAL, HEXAGONAL -> axes.aboutOne(3);
            case CUBIC -> axes.alongThree(axes.axes(4).isEmpty() ? axes.axes(2) : axes.axes(4));
        };
    }

    /** Distinct axes of the rotations of an order, as shortest lattice vectors. */
    private List<int[]> axes(int order) {
        List<int[]> found = new ArrayList<>();
        for (IntMatrix rotation : rotations) {
            if (PointGroup.order(rotation) == order) {
                int[] axis = axis(rotation);
                if (found.stream().noneMatch(known -> isParallel(known, axis))) {
                    found.add(axis);
                }
            }
        }
        return found;
    }

    private static boolean isParallel(int[] u, int[] v) {
        return u[1] * v[2] == u[2] * v[1] && u[2] * v[0] == u[0] * v[2] && u[0] * v[1] == u[1] * v[0];
    }

    /** 1 + W + W² + … projects on the axis. */
    private static IntMatrix projection(IntMatrix rotation) {
        IntMatrix proper = rotation.proper();
        IntMatrix power = IntMatrix.IDENTITY;
        IntMatrix sum = IntMatrix.IDENTITY;
        for (int i = 1; i < PointGroup.order(rotation); i++) {
            power = power.times(proper);
            sum = sum.plus(power);
        }
        return sum;
    }

    private static int[] axis(IntMatrix rotation) {
        IntMatrix projection = projection(rotation);
        return IntStream.range(0, 3)
                .mapToObj(projection::column)
                .filter(c -> c[0] != 0 || c[1] != 0 || c[2] != 0)
                .findFirst()
                .map(ConventionalAxes::reduced)
                .orElseThrow();
    }

    private static int[] reduced(int[] v) {
        int divisor = gcd(gcd(v[0], v[1]), v[2]);
        return new int[] {v[0] / divisor, v[1] / divisor, v[2] / divisor};
    }

    private static int gcd(int a, int b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }

    /** The two shortest lattice vectors across the axis of a rotation. */
    private List<int[]> across(IntMatrix rotation) {
        IntMatrix projection = projection(rotation);
        int[] normal = IntStream.range(0, 3)
                .mapToObj(projection::row)
                .filter(r -> r[0] != 0 || r[1] != 0 || r[2] != 0)
                .findFirst()
                .map(ConventionalAxes::reduced)
                .orElseThrow();
        int[] u = {0, 1, 0};
        int[] v = {0, 0, 1};
        if (normal[1] != 0 || normal[2] != 0) { // a basis of all whole-number vectors with normal·v = 0
            int[] bezout = bezout(normal[1], normal[2]);
            int divisor = bezout[0];
            u = new int[] {0, normal[2] / divisor, -normal[1] / divisor};
            v = new int[] {divisor, -normal[0] * bezout[1], -normal[0] * bezout[2]};
        }
        return shortest(u, v);
    }

    /** g, p, q with g = p·a + q·b the greatest common divisor up to sign. */
    private static int[] bezout(int a, int b) {
        if (b == 0) {
            return new int[] {a, 1, 0};
        }
        int[] rest = bezout(b, a % b);
        return new int[] {rest[0], rest[2], rest[1] - a / b * rest[2]};
    }

    /** Gauss's reduction of two vectors. */
    private List<int[]> shortest(int[] first, int[] second) {
        int[] u = first;
        int[] v = second;
        while (true) {
            if (Lattice.lengthA(primitive, u) > Lattice.lengthA(primitive, v)) {
                int[] kept = u;
                u = v;
                v = kept;
            }
            double[] short3 = Lattice.vectorA(primitive, u);
            double[] long3 = Lattice.vectorA(primitive, v);
            double share = Lattice.dot(short3, long3) / Lattice.dot(short3, short3);
            if (Math.abs(share) < 0.5 + 1e-9) {
                return List.of(u, v);
            }
            v = Lattice.combined(v, u, -Math.toIntExact(Math.round(share)));
        }
    }

    private IntMatrix anyOfOrder(IntPredicate order) {
        return rotations.stream()
                .filter(r -> order.test(PointGroup.order(r)))
                .findFirst()
                .orElseThrow();
    }

    private static IntMatrix rightHanded(int[] a, int[] b, int[] c) {
        IntMatrix basis = IntMatrix.ofColumns(a, b, c);
        return basis.determinant() > 0 ? basis : IntMatrix.ofColumns(a, new int[] {-b[0], -b[1], -b[2]}, c);
    }

    private List<IntMatrix> monoclinic() {
        IntMatrix rotation = anyOfOrder(o -> o == 2);
        int[] unique = axis(rotation);
        List<int[]> plane = across(rotation);
        List<int[]> vectors = new ArrayList<>();
        for (int i = -REACH; i <= REACH; i++) {
            for (int j = -REACH; j <= REACH; j++) {
                vectors.add(Lattice.combined(Lattice.combined(new int[3], plane.get(0), i), plane.get(1), j));
            }
        }
        int unit =
                Math.abs(IntMatrix.ofColumns(plane.get(0), unique, plane.get(1)).determinant());
        List<IntMatrix> bases = new ArrayList<>();
        for (int[] a : vectors) {
            for (int[] c : vectors) {
                IntMatrix basis = rightHanded(a, unique, c);
                if (basis.determinant() == unit) {
                    bases.add(basis);
                }
            }
        }
        bases.sort(Comparator.comparingDouble((IntMatrix b) -> rounded(lengthA(b, 0) + lengthA(b, 2)))
                .thenComparingInt(b -> isObtuse(b) ? 0 : 1));
        return bases;
    }

    private boolean isObtuse(IntMatrix basis) {
        double[] a = Lattice.vectorA(primitive, basis.column(0));
        double[] c = Lattice.vectorA(primitive, basis.column(2));
        return Lattice.dot(a, c) < 1e-9;
    }

    private double lengthA(IntMatrix basis, int column) {
        return Lattice.lengthA(primitive, basis.column(column));
    }

    /** Lengths that agree to rounding compare as equal. */
    private static double rounded(double lengthA) {
        return Math.rint(lengthA * 1e6);
    }

    /** Bases along three axes in any order, the one with a ≤ b ≤ c first. */
    private List<IntMatrix> alongThree(List<int[]> axes) {
        List<IntMatrix> bases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    bases.add(rightHanded(axes.get(i), axes.get(j), axes.get(3 - i - j)));
                }
            }
        }
        bases.sort(Comparator.comparingDouble((IntMatrix b) -> rounded(lengthA(b, 0)))
                .thenComparingDouble(b -> rounded(lengthA(b, 1))));
        return bases;
    }

    /** Bases with c along an axis and a, b shortest across it, turned into one another by the rotation. */
    private List<IntMatrix> aboutOne(int order) {
        IntMatrix rotation = anyOfOrder(o -> o == order);
        int[] c = axis(rotation);
        int[] a = across(rotation).getFirst();
        double[] turned = rotation.proper().times(a[0], a[1], a[2]);
        int[] b = {(int) turned[0], (int) turned[1], (int) turned[2]};
        if (IntMatrix.ofColumns(a, b, c).determinant() < 0) { // turn the other way
            double[] again = order == 4
                    ? new double[] {-b[0], -b[1], -b[2]}
                    : rotation.proper().times(b[0], b[1], b[2]);
            b = new int[] {(int) again[0], (int) again[1], (int) again[2]};
        }
        IntMatrix basis = IntMatrix.ofColumns(a, b, c);
        IntMatrix halfTurn = new IntMatrix(-1, 0, 0, 0, -1, 0, 0, 0, 1);
        IntMatrix flip = new IntMatrix(0, 1, 0, 1, 0, 0, 0, 0, -1);
        return List.of(
                basis,
                basis.times(halfTurn),
                basis.times(flip),
                basis.times(halfTurn).times(flip));
    }
}
