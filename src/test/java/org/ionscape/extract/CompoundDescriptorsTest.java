package org.ionscape.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of rock salt, 2 × 2 × 2 cells whose ions vibrate, and what lies beside and above it. */
class CompoundDescriptorsTest {
    private static final String UNIT_CELL = """
            LiF
            1.0
            4.03 0 0
            0 4.03 0
            0 0 4.03
            Li F
            4 4
            Direct
            0 0 0
            0 0.5 0.5
            0.5 0 0.5
            0.5 0.5 0
            0.5 0 0
            0 0.5 0
            0 0 0.5
            0.5 0.5 0.5
            """;

    private static final String VASPRUN = """
            <modeling>
             <incar><i type="int" name="IBRION">     %d</i></incar>
             <atominfo><array name="atoms" ><set>
               <rc><c>Li</c><c>   1</c></rc><rc><c>%s </c><c>   2</c></rc>
             </set></array></atominfo>
             <calculation>
              <varray name="epsilon" ><v> 2.0 0 0 </v><v> 0 2.0 0 </v><v> 0 0 2.0 </v></varray>
              <varray name="epsilon_ion" ><v> 7.0 0 0 </v><v> 0 7.0 0 </v><v> 0 0 7.0 </v></varray>
              <array name="born_charges" >
               <set><v> 1.1 0 0 </v><v> 0 1.0 0 </v><v> 0 0 0.9 </v></set>
               <set><v>-1.1 0 0 </v><v> 0 -1.0 0 </v><v> 0 0 -0.9 </v></set>
              </array>
             </calculation>
            </modeling>
            """;

    @TempDir
    Path root;

    private Path compound;
    private Path folder;

    @BeforeEach
    void aRun() throws IOException {
        compound = Files.createDirectories(root.resolve("Li-based/LiF"));
        folder = Files.createDirectories(compound.resolve("AIMD/stoichiometric/500K"));
        Files.writeString(folder.resolve("INCAR"), "POTIM = 1\nTEBEG = 500\nIBRION = 0\n");
        StringBuilder text = new StringBuilder("LiF\n1.0\n8.06 0 0\n0 8.06 0\n0 0 8.06\nLi F\n32 32\n");
        Random random = new Random(7);
        for (int frame = 1; frame <= 20; frame++) {
            text.append("Direct configuration= ").append(frame).append('\n');
            for (int species = 0; species < 2; species++) {
                for (int i = 0; i < 64; i++) {
                    int parity = (i >> 4) + (i >> 2 & 3) + (i & 3);
                    if (parity % 2 == species) {
                        text.append((i >> 4) / 4.0 + 0.03 * random.nextGaussian())
                                .append(' ')
                                .append((i >> 2 & 3) / 4.0 + 0.03 * random.nextGaussian())
                                .append(' ')
                                .append((i & 3) / 4.0 + 0.03 * random.nextGaussian())
                                .append('\n');
                    }
                }
            }
        }
        Files.writeString(folder.resolve("XDATCAR"), text);
    }

    private RunInfo run() {
        return RunScanner.scan(List.of(root), Progress.NONE).runs().getFirst();
    }

    private RunResult analysed() {
        return RunAnalyser.analyse(run(), AnalysisSettings.of(Preset.RECOMMENDED), Progress.NONE);
    }

    @Test
    void theUnitCellOfTheCompoundGivesTheStructureAndIsNamedAsItsSource() throws IOException {
        Files.writeString(compound.resolve("POSCAR"), UNIT_CELL);
        RunResult result = analysed();
        Map<String, DescriptorValue> got = result.descriptors();
        assertThat(got.get("crystal_symmetry").value()).isEqualTo(7);
        assertThat(got.get("symmetry_operations").value()).isEqualTo(192);
        assertThat(got.get("formula_units").value()).isEqualTo(4);
        assertThat(got.get("neighbour_number").value()).isEqualTo(6);
        assertThat(got.get("neighbour_distance").value()).isCloseTo(2.015, within(1e-9));
        assertThat(got.get("min_lattice_constant").source()).contains("LiF/POSCAR", "Fm-3m within 0.001 Å");
        assertThat(result.parameters().get("crystal").toString())
                .contains("spaceGroup=Fm-3m", "number=225", "cell=4.030 × 4.030 × 4.030 Å, 90.00° 90.00° 90.00°");
        assertThat(result.inputs()).extracting(RunResult.Input::path).anyMatch(p -> p.endsWith("LiF/POSCAR"));
    }

    @Test
    void anIdealBoxGivesTheConventionalCellAndAMomentOfMotionNone() throws IOException {
        assertThat(analysed().descriptors().get("crystal_symmetry").isPresent()).isFalse();
        assertThat(analysed().descriptors().get("crystal_symmetry").source()).contains("no symmetry");
        StringBuilder box = new StringBuilder("LiF\n1.0\n8.12 0 0\n0 8.05 0\n0 0 8.01\nLi F\n32 32\nDirect\n");
        for (int species = 0; species < 2; species++) {
            for (int i = 0; i < 64; i++) {
                if (((i >> 4) + (i >> 2 & 3) + (i & 3)) % 2 == species) {
                    box.append((i >> 4) / 4.0 + " " + (i >> 2 & 3) / 4.0 + " " + (i & 3) / 4.0 + "\n");
                }
            }
        }
        Files.writeString(folder.resolve("POSCAR"), box);
        Map<String, DescriptorValue> got = analysed().descriptors();
        // strained by a barostat: cubic all the same
        assertThat(got.get("crystal_symmetry").value()).isEqualTo(7);
        assertThat(got.get("formula_units").value()).isEqualTo(4);
        assertThat(got.get("lattice_constant_spread").value()).isCloseTo(0, within(1e-9));
        assertThat(got.get("neighbour_distance").value()).isCloseTo(2.015, within(1e-3));
        assertThat(got.get("neighbour_distance").source()).contains("500K/POSCAR, conventional cell");
    }

    @Test
    void dielectricResponseComesFromACalculationOfTheSameElementsAtRest() throws IOException {
        Files.writeString(compound.resolve("POSCAR"), UNIT_CELL);
        Files.writeString(compound.resolve("vasprun.xml"), VASPRUN.formatted(8, "F"));
        Map<String, DescriptorValue> got = analysed().descriptors();
        assertThat(got.get("dielectric_constant").value()).isCloseTo(9, within(1e-12));
        assertThat(got.get("dielectric_constant").source()).contains("LiF/vasprun.xml", "electrons 2.000 + ions 7.000");
        assertThat(got.get("born_charge").value()).isCloseTo(1, within(1e-12));
        // (3/4π) · 65.45/4 Å³ · 8/11
        assertThat(got.get("crystal_polarizability").value()).isCloseTo(2.84095, within(1e-4));

        Files.writeString(compound.resolve("vasprun.xml"), VASPRUN.formatted(8, "Cl"));
        RunResult other = analysed();
        assertThat(other.descriptors().get("dielectric_constant").isPresent()).isFalse();
        assertThat(other.warnings()).anyMatch(w -> w.message().contains("of Li, Cl, the run of Li, F"));

        Files.writeString(compound.resolve("vasprun.xml"), VASPRUN.formatted(0, "F"));
        assertThat(analysed().descriptors().get("dielectric_constant").isPresent())
                .isFalse();
    }

    @Test
    void calculationsInFoldersOfTheCompoundAreFoundAndThoseOfItsVariantsAndDefectsAreNot() throws IOException {
        for (String name : List.of("Born-charges", "vacancy-relax", "V17.00")) {
            Path calculation = Files.createDirectories(compound.resolve(name));
            Files.writeString(calculation.resolve("POSCAR"), UNIT_CELL.replace("4.03", name.length() + ".0"));
            Files.writeString(calculation.resolve("vasprun.xml"), VASPRUN.formatted(8, "F"));
        }
        Files.createDirectories(compound.resolve("phonon/dielectric"));
        Files.writeString(compound.resolve("phonon/dielectric/descriptors.csv"), "key,value\nband_gap,14\n");
        Map<String, DescriptorValue> got = analysed().descriptors();
        assertThat(got.get("born_charge").source()).contains("Born-charges/vasprun.xml");
        assertThat(got.get("min_lattice_constant").value()).isEqualTo("Born-charges".length());
        assertThat(got.get("band_gap").source()).contains("dielectric/descriptors.csv");
    }

    @Test
    void aTableOfElasticConstantsGivesTheRowOfTheCompound() throws IOException {
        StringBuilder header = new StringBuilder("name,density_g_cm3");
        StringBuilder row = new StringBuilder(",2.64");
        for (int i = 1; i <= 6; i++) {
            for (int j = i; j <= 6; j++) {
                header.append(",C").append(i).append(j);
                row.append(i == j ? (i <= 3 ? ",110" : ",60") : i <= 3 && j <= 3 ? ",45" : ",0");
            }
        }
        Files.writeString(compound.resolve("elastic.csv"), header + "\nNaCl" + row + "\nLiF" + row + "\n");
        DescriptorValue bulk = analysed().descriptors().get("bulk_modulus");
        assertThat(bulk.value()).isCloseTo((110 + 2 * 45) / 3.0, within(1e-9));
        assertThat(bulk.source()).contains("LiF/elastic.csv");
        Files.writeString(compound.resolve("elastic.csv"), header + "\nNaCl" + row + "\nKCl" + row + "\n");
        RunResult other = analysed();
        assertThat(other.descriptors().get("bulk_modulus").isPresent()).isFalse();
        assertThat(other.warnings()).anyMatch(w -> w.message().contains("none of the 2 crystals is called LiF"));
    }

    @Test
    void aPersonsOwnValuesAreConvertedOrRefusedByLine() throws IOException {
        Files.writeString(compound.resolve("descriptors.csv"), """
                key,value,unit,stderr,source
                vacancy_energy,3200,meV,50,my calculation
                Eg,14.2,,,
                mobile_mass,7,km,,
                born_charge,<1,,,
                my_own,5,,,
                diffusion_coefficient,1e-6,cm2/s,,
                msd,17,,,
                """);
        RunResult result = analysed();
        Map<String, DescriptorValue> got = result.descriptors();
        assertThat(got.get("vacancy_energy").value()).isCloseTo(3.2, within(1e-12));
        assertThat(got.get("vacancy_energy").stderr().orElseThrow()).isCloseTo(0.05, within(1e-12));
        assertThat(got.get("vacancy_energy").source()).contains("LiF/descriptors.csv, line 2: my calculation", "meV");
        assertThat(got.get("band_gap").value()).isEqualTo(14.2);
        assertThat(got.get("my_own").value()).isEqualTo(5);
        assertThat(got.get("mobile_mass").value()).isEqualTo(6.94);
        assertThat(got.get("msd").value()).isNotEqualTo(17);
        List<String> told = result.warnings().stream().map(Object::toString).toList();
        assertThat(told).anyMatch(w -> w.contains("line 4") && w.contains("measured in u, not in “km”"));
        assertThat(told).anyMatch(w -> w.contains("line 5") && w.contains("“<1”"));
        assertThat(told).anyMatch(w -> w.contains("msd is computed from the run"));
    }

    @Test
    void aRowIsStaleWhenAFileOfTheCompoundComesOrChanges() throws IOException {
        RunInfo run = run();
        String before = FileState.of(run, List.of());
        Path own = Files.writeString(compound.resolve("descriptors.csv"), "key,value\nband_gap,5\n");
        String after = FileState.of(run, List.of());
        assertThat(after).isNotEqualTo(before);
        Files.setLastModifiedTime(own, FileTime.fromMillis(1));
        assertThat(FileState.of(run, List.of())).isNotEqualTo(after);
    }
}
