package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureCommandTest {
    private static final String CAESIUM_CHLORIDE =
            "CsCl\n1.0\n4.12 0 0\n0 4.12 0\n0 0 4.12\nCs Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n";

    @TempDir
    Path folder;

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void saysGroupCellAndNeighboursUnderTheKeysOfTheContract() throws IOException {
        CliCall call = CliCall.of("structure", written("POSCAR", CAESIUM_CHLORIDE), "--mobile", "Cs", "--json", "-");
        assertThat(call.exit()).as(call.err()).isZero();
        JsonNode got = call.json().get("structures").get(0);
        assertThat(got.get("formula").asText()).isEqualTo("CsCl");
        assertThat(got.get("spaceGroup").get("number").asInt()).isEqualTo(221);
        assertThat(got.get("spaceGroup").get("symbol").asText()).isEqualTo("Pm-3m");
        assertThat(got.get("pointGroup").asText()).isEqualTo("m-3m");
        assertThat(got.get("crystalSystem").asText()).isEqualTo("cubic");
        assertThat(got.get("operations").asInt()).isEqualTo(48);
        JsonNode descriptors = got.get("descriptors");
        assertThat(descriptors.get("neighbour_number").get("value").asDouble()).isEqualTo(8);
        assertThat(descriptors.get("neighbour_distance").get("value").asDouble())
                .isCloseTo(4.12 * Math.sqrt(3) / 2, within(1e-12));
        assertThat(descriptors.get("volume_per_formula_unit").get("unit").asText())
                .isEqualTo("A3");
        assertThat(descriptors.get("mobile_polarizability").get("value").asDouble())
                .isEqualTo(2.42);
    }

    @Test
    void coincidingAtomsAreToldAndTheRestIsUsed() throws IOException {
        Path doubled = written("POSCAR", CAESIUM_CHLORIDE.replace("\n1 1\n", "\n1 2\n") + "0.5 0.5 0.5\n");
        CliCall call = CliCall.of("structure", doubled, "--json", "-");
        assertThat(call.exit()).isZero();
        assertThat(call.json().get("warnings").get(0).asText()).contains("atoms 2 (Cl) and 3 (Cl) coincide");
        assertThat(call.json()
                        .get("structures")
                        .get(0)
                        .get("spaceGroup")
                        .get("number")
                        .asInt())
                .isEqualTo(221);
    }

    @Test
    void aFileThatIsNoneIsNamedAndTheOthersAreUsed() throws IOException {
        Path good = written("POSCAR", CAESIUM_CHLORIDE);
        Path bad = written("CONTCAR", "killed\n");
        CliCall call = CliCall.of("structure", good, bad, "--json", "-");
        assertThat(call.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(call.json().get("structures")).hasSize(1);
        assertThat(call.json().get("warnings").get(0).asText()).contains("CONTCAR");
        assertThat(CliCall.of("structure", bad).exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(CliCall.of("structure", good, "--tolerance", "-1").exit()).isEqualTo(Cli.WRONG_CALL);
        assertThat(CliCall.of("structure", good, "--mobile", "Xe").exit()).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void anAntiPerovskiteHasTheDescriptorsOfKimAndSiegelThatStructureAndTablesTell() throws IOException {
        Path file = written("POSCAR", """
                Li3OCl
                1.0
                3.91 0 0
                0 3.91 0
                0 0 3.91
                Li Cl O
                3 1 1
                Direct
                0.5 0 0
                0 0.5 0
                0 0 0.5
                0.5 0.5 0.5
                0 0 0
                """);
        JsonNode got = CliCall.of("structure", file, "--json", "-")
                .json()
                .get("structures")
                .get(0)
                .get("descriptors");
        // the octahedral anion is oxygen, whichever comes first in the file
        assertThat(got.get("m_O").get("value").asDouble()).isEqualTo(15.999);
        assertThat(got.get("COD").get("value").asDouble()).isCloseTo(1.955, within(1e-9));
        assertThat(got.get("CFD").get("value").asDouble()).isCloseTo(3.91 / Math.sqrt(2), within(1e-9));
        assertThat(got.get("CCD").get("value").asDouble()).isCloseTo(3.91 / Math.sqrt(2), within(1e-9));
        assertThat(got.get("V_a").get("value").asDouble()).isCloseTo(Math.pow(3.91, 3) / 5, within(1e-9));
        // (0.76 + 1.81) / √2 (0.76 + 1.40)
        assertThat(got.get("t").get("value").asDouble()).isCloseTo(0.84132, within(1e-5));
        // 72.271 u in 59.776 Å³
        assertThat(got.get("rho_m").get("value").asDouble()).isCloseTo(2.0076, within(1e-4));
        // 1 − exp(−(3.44 − 0.98)²/4)
        assertThat(got.get("I_CCh").get("value").asDouble()).isCloseTo(0.77973, within(1e-5));
        assertThat(got.get("PW")).isNull();
    }
}
