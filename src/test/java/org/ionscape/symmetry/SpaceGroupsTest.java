package org.ionscape.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.crystal.Structure;
import org.junit.jupiter.api.Test;

class SpaceGroupsTest {
    private static final Map<String, double[]> POINTS =
            Map.of("Li", new double[] {0.1237, 0.2171, 0.3452}, "O", new double[] {0.4129, 0.0783, 0.2916});

    /** A cell as general as the system allows. */
    private static Cell cell(CrystalSystem system) {
        return switch (system) {
            case TRICLINIC -> Cell.ofParameters(9.1, 10.3, 11.7, 81, 97, 104);
            case MONOCLINIC -> Cell.ofParameters(9.1, 10.3, 11.7, 90, 103, 90);
            case ORTHORHOMBIC -> Cell.ofParameters(9.1, 10.3, 11.7, 90, 90, 90);
            case TETRAGONAL -> Cell.ofParameters(9.1, 9.1, 11.7, 90, 90, 90);
            case TRIGONAL, HEXAGONAL -> Cell.ofParameters(9.1, 9.1, 11.7, 90, 90, 120);
            case CUBIC -> Cell.ofParameters(11.7, 11.7, 11.7, 90, 90, 90);
        };
    }

    /** Images of a point under all that the generators make. */
    private static List<double[]> orbit(HallSymbol hall, double[] point) {
        List<double[]> orbit = new ArrayList<>(List.of(point));
        for (int i = 0; i < orbit.size(); i++) {
            double[] at = orbit.get(i);
            for (HallSymbol.Generator g : hall.generators()) {
                add(orbit, g.rotation().times(at), g.twelfths());
            }
            hall.centring().forEach(t -> add(orbit, at, t));
        }
        return orbit;
    }

    private static void add(List<double[]> orbit, double[] at, int[] twelfths) {
        double[] s = new double[3];
        for (int k = 0; k < 3; k++) {
            s[k] = at[k] + twelfths[k] / 12.0;
            s[k] -= Math.floor(s[k]);
        }
        boolean known = orbit.stream().anyMatch(o -> {
            double off = 0;
            for (int k = 0; k < 3; k++) {
                off = Math.max(off, Math.abs(o[k] - s[k] - Math.rint(o[k] - s[k])));
            }
            return off < 1e-6;
        });
        if (!known) {
            orbit.add(s);
        }
    }

    /** Two species in general positions, from another origin, described in other vectors of determinant 1. */
    private static Structure generic(SpaceGroup group, IntMatrix vectors, double[] origin) {
        List<String> names = new ArrayList<>();
        List<double[]> positions = new ArrayList<>();
        POINTS.forEach((name, point) -> orbit(group.hall(), point).forEach(s -> {
            names.add(name);
            positions.add(
                    IntMatrix.inBasis(new double[] {s[0] + origin[0], s[1] + origin[1], s[2] + origin[2]}, vectors));
        }));
        Cell conventional = cell(group.pointGroup().system());
        double[] nine = new double[9];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(Lattice.vectorA(conventional, vectors.column(i)), 0, nine, 3 * i, 3);
        }
        return new Structure(
                new Cell(nine),
                new Atoms(names),
                positions.stream().flatMapToDouble(java.util.Arrays::stream).toArray());
    }

    @Test
    void findsEachOfThe230GroupsInSkewedCellsFromAnyOrigin() {
        Random random = new Random(1);
        SoftAssertions softly = new SoftAssertions();
        assertThat(SpaceGroup.all()).hasSize(230);
        for (SpaceGroup group : SpaceGroup.all()) {
            IntMatrix skew = new IntMatrix(1, random.nextInt(3) - 1, 0, 0, 1, random.nextInt(3) - 1, 0, 0, 1);
            double[] origin = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            Symmetry got = SymmetrySearch.search(generic(group, skew, origin), 1e-3, Progress.NONE);
            softly.assertThat(got.spaceGroup().symbol())
                    .as("no. " + group.number())
                    .isEqualTo(group.symbol());
            softly.assertThat(got.operations())
                    .as("operations of no. " + group.number())
                    .hasSize(group.rotations().size() * group.hall().centring().size());
            softly.assertThat(got.sites()).as("no. " + group.number()).isEqualTo(2);
            softly.assertThat(got.conventional().cell().volumeA3())
                    .as("conventional cell of no. " + group.number())
                    .isCloseTo(cell(group.pointGroup().system()).volumeA3(), within(1e-6));
        }
        softly.assertAll();
    }

    @Test
    void aStrainBelowTheToleranceKeepsTheGroupAndTheConventionalCellIsExactlyCubic() {
        SpaceGroup fm3m = SpaceGroup.all().get(224);
        Cell strained = Cell.ofParameters(4.0300, 4.0303, 4.0298, 90.003, 90, 89.998);
        List<String> names = new ArrayList<>();
        List<double[]> positions = new ArrayList<>();
        for (int[] t : fm3m.hall().centring()) {
            names.add("Li");
            positions.add(new double[] {t[0] / 12.0, t[1] / 12.0, t[2] / 12.0});
            names.add("F");
            positions.add(new double[] {t[0] / 12.0 + 0.50003, t[1] / 12.0, t[2] / 12.0});
        }
        Structure rocksalt = new Structure(
                strained,
                new Atoms(names),
                positions.stream().flatMapToDouble(java.util.Arrays::stream).toArray());
        Symmetry got = SymmetrySearch.search(rocksalt, 1e-2, Progress.NONE);
        assertThat(got.spaceGroup().symbol()).isEqualTo("Fm-3m");
        assertThat(got.operations()).hasSize(192);
        var descriptors = StructureDescriptors.of(
                got.conventional(),
                got,
                Neighbours.of(got.conventional(), List.of("Li"), Progress.NONE),
                Preset.RECOMMENDED);
        assertThat(descriptors.get("lattice_constant_spread")).isCloseTo(0, within(1e-9));
        assertThat(descriptors.get("lattice_angle_spread")).isCloseTo(0, within(1e-6));
        assertThat(descriptors.get("formula_units")).isEqualTo(4);
        assertThat(descriptors.get("neighbour_number")).isEqualTo(6);
        assertThat(SymmetrySearch.search(rocksalt, 1e-5, Progress.NONE)
                        .spaceGroup()
                        .number())
                .isLessThan(225);
    }

    @Test
    void spreadsAreStandardDeviationsAndUndividedInTheStudy() {
        Structure one = new Structure(
                Cell.ofParameters(3, 4, 5, 90, 90, 90), new Atoms(List.of("Na")), new double[] {0.1, 0.2, 0.3});
        Symmetry symmetry = SymmetrySearch.search(one, 1e-3, Progress.NONE);
        assertThat(StructureDescriptors.of(one, symmetry, Optional.empty(), Preset.RECOMMENDED))
                .containsEntry("lattice_constant_spread", Math.sqrt(2.0 / 3))
                .containsEntry("min_lattice_constant", 3.0)
                .containsEntry("crystal_symmetry", 3.0);
        assertThat(StructureDescriptors.of(one, symmetry, Optional.empty(), Preset.PAPER))
                .containsEntry("lattice_constant_spread", Math.sqrt(2.0));
    }

    @Test
    void ofCoincidingAtomsOneStaysAndThePersonIsTold() {
        Structure doubled = new Structure(
                Cell.ofParameters(4, 4, 4, 90, 90, 90),
                new Atoms(List.of("Na", "Cl", "Cl")),
                new double[] {0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.501, 1.5});
        Coincidences clean = Coincidences.leftOut(doubled, Progress.NONE);
        assertThat(clean.structure().atoms().counts()).containsEntry("Cl", 1);
        assertThat(clean.problems())
                .singleElement()
                .satisfies(
                        p -> assertThat(p.message()).contains("atoms 2 (Cl) and 3 (Cl) coincide", "0.00400 Å apart"));
    }

    @Test
    void clausiusAndMossottiGiveThePolarizabilityOfRockSalt() {
        // NaCl: ε∞ = 2.33, a = 5.6402 Å; the sum of the ions' polarisabilities of Tessman, Kahn and Shockley is 3.37
        double volumePerUnit = Math.pow(5.6402, 3) / 4;
        assertThat(StructureDescriptors.polarizabilityA3(volumePerUnit, 2.33)).isCloseTo(3.28, within(0.1));
    }
}
