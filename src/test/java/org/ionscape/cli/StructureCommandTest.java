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
                .isEqualTo(3.34);
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
}
