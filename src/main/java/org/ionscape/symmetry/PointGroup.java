package org.ionscape.symmetry;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A crystallographic point group. It is told by how many rotations of each kind it has, in the order −6 −4 −3 m −1 1 2
 * 3 4 6 (R. W. Grosse-Kunstleve, Acta Cryst. A 55, 383 (1999), doi:10.1107/S0108767398010186).
 *
 * @param symbol international symbol, {@code "m-3m"}
 * @param system crystal system
 * @param kinds number of rotations of each kind
 */
public record PointGroup(String symbol, CrystalSystem system, List<Integer> kinds) {
    private static final List<PointGroup> ALL = List.of(
            of("1", CrystalSystem.TRICLINIC, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0),
            of("-1", CrystalSystem.TRICLINIC, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0),
            of("2", CrystalSystem.MONOCLINIC, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0),
            of("m", CrystalSystem.MONOCLINIC, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0),
            of("2/m", CrystalSystem.MONOCLINIC, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0),
            of("222", CrystalSystem.ORTHORHOMBIC, 0, 0, 0, 0, 0, 1, 3, 0, 0, 0),
            of("mm2", CrystalSystem.ORTHORHOMBIC, 0, 0, 0, 2, 0, 1, 1, 0, 0, 0),
            of("mmm", CrystalSystem.ORTHORHOMBIC, 0, 0, 0, 3, 1, 1, 3, 0, 0, 0),
            of("4", CrystalSystem.TETRAGONAL, 0, 0, 0, 0, 0, 1, 1, 0, 2, 0),
            of("-4", CrystalSystem.TETRAGONAL, 0, 2, 0, 0, 0, 1, 1, 0, 0, 0),
            of("4/m", CrystalSystem.TETRAGONAL, 0, 2, 0, 1, 1, 1, 1, 0, 2, 0),
            of("422", CrystalSystem.TETRAGONAL, 0, 0, 0, 0, 0, 1, 5, 0, 2, 0),
            of("4mm", CrystalSystem.TETRAGONAL, 0, 0, 0, 4, 0, 1, 1, 0, 2, 0),
            of("-42m", CrystalSystem.TETRAGONAL, 0, 2, 0, 2, 0, 1, 3, 0, 0, 0),
            of("4/mmm", CrystalSystem.TETRAGONAL, 0, 2, 0, 5, 1, 1, 5, 0, 2, 0),
            of("3", CrystalSystem.TRIGONAL, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0),
            of("-3", CrystalSystem.TRIGONAL, 0, 0, 2, 0, 1, 1, 0, 2, 0, 0),
            of("32", CrystalSystem.TRIGONAL, 0, 0, 0, 0, 0, 1, 3, 2, 0, 0),
            of("3m", CrystalSystem.TRIGONAL, 0, 0, 0, 3, 0, 1, 0, 2, 0, 0),
            of("-3m", CrystalSystem.TRIGONAL, 0, 0, 2, 3, 1, 1, 3, 2, 0, 0),
            of("6", CrystalSystem.HEXAGONAL, 0, 0, 0, 0, 0, 1, 1, 2, 0, 2),
            of("-6", CrystalSystem.HEXAGONAL, 2, 0, 0, 1, 0, 1, 0, 2, 0, 0),
            of("6/m", CrystalSystem.HEXAGONAL, 2, 0, 2, 1, 1, 1, 1, 2, 0, 2),
            of("622", CrystalSystem.HEXAGONAL, 0, 0, 0, 0, 0, 1, 7, 2, 0, 2),
            of("6mm", CrystalSystem.HEXAGONAL, 0, 0, 0, 6, 0, 1, 1, 2, 0, 2),
            of("-6m2", CrystalSystem.HEXAGONAL, 2, 0, 0, 4, 0, 1, 3, 2, 0, 0),
            of("6/mmm", CrystalSystem.HEXAGONAL, 2, 0, 2, 7, 1, 1, 7, 2, 0, 2),
            of("23", CrystalSystem.CUBIC, 0, 0, 0, 0, 0, 1, 3, 8, 0, 0),
            of("m-3", CrystalSystem.CUBIC, 0, 0, 8, 3, 1, 1, 3, 8, 0, 0),
            of("432", CrystalSystem.CUBIC, 0, 0, 0, 0, 0, 1, 9, 8, 6, 0),
            of("-43m", CrystalSystem.CUBIC, 0, 6, 0, 6, 0, 1, 3, 8, 0, 0),
            of("m-3m", CrystalSystem.CUBIC, 0, 6, 8, 9, 1, 1, 9, 8, 6, 0));

    /** Order of a proper rotation by its trace from −1 on. */
    private static final int[] ORDER = {2, 3, 4, 6, 1};
    /** Place of a proper rotation of order 1..6 among the kinds; the improper ones stand mirrored. */
    private static final int[] PLACE = {-1, 5, 6, 7, 8, -1, 9};

    private static PointGroup of(String symbol, CrystalSystem system, Integer... kinds) {
        return new PointGroup(symbol, system, List.of(kinds));
    }

    /** The group these rotations are; empty when they are none. */
    static Optional<PointGroup> of(Collection<IntMatrix> rotations) {
        int[] kinds = new int[10];
        for (IntMatrix rotation : rotations) {
            int place = PLACE[order(rotation)];
            kinds[rotation.determinant() > 0 ? place : 9 - place]++;
        }
        List<Integer> found = Arrays.stream(kinds).boxed().toList();
        return ALL.stream().filter(g -> g.kinds.equals(found)).findFirst();
    }

    /** Order 1, 2, 3, 4 or 6 of the proper part of a rotation. */
    static int order(IntMatrix rotation) {
        return ORDER[rotation.proper().trace() + 1];
    }
}
