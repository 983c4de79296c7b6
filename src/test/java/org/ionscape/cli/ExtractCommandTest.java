package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.format.scan.Layouts;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    @TempDir
    Path folder;

    private Path runs;
    private Path csv;
    private Path provenance;

    @BeforeEach
    void threeRunsOfOneCompound() throws IOException {
        runs = folder.resolve("runs");
        csv = folder.resolve("t.csv");
        provenance = folder.resolve("t.csv.provenance.jsonl");
        for (int kelvin : List.of(400, 500, 700)) {
            run("Li-based/Li2PS3/AIMD/stoichiometric/" + kelvin + "K", kelvin);
        }
    }

    private void run(String name, int kelvin) throws IOException {
        Path run = Layouts.run(runs.resolve(name), 1, kelvin);
        Layouts.write(run.resolve("XDATCAR"), Layouts.xdatcar(Layouts.walk(kelvin, 200), 10));
    }

    private JsonNode extract(Object... more) {
        Object[] words = new Object[6 + more.length];
        System.arraycopy(new Object[] {"extract", runs, "-o", csv, "--json", "-"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        CliCall call = CliCall.of(words);
        assertThat(call.exit()).as(call.err()).isZero();
        return call.json();
    }

    private Table table() {
        return TableCsv.read(csv).table();
    }

    private static int computed(JsonNode json) {
        return json.get("parameters").get("computed").asInt();
    }

    @Test
    void theTableStartsWithTheColumnsOfTheContractAndHoldsEveryDescriptorWithItsUnit() throws IOException {
        extract();
        String header = Files.readAllLines(csv).getFirst();
        assertThat(header).startsWith("run,compound,formula,family,mobile,T [K],vacancies,preset,");
        assertThat(header).contains("diffusion_coefficient [cm2/s],diffusion_coefficient_stderr [cm2/s]");
        Table table = table();
        assertThat(table.rowNames()).first().isEqualTo("Li-based/Li2PS3/AIMD/stoichiometric/400K");
        Catalogue.lopez()
                .descriptors()
                .keySet()
                .forEach(key -> assertThat(table.column(key)).as(key).isPresent());
    }

    @Test
    void theTableSaysWhatTheAnalysisOfTheRunSays() {
        JsonNode row = extract().get("rows").get(1);
        JsonNode alone = CliCall.of("analyse", runs.resolve("Li-based/Li2PS3/AIMD/stoichiometric/500K"), "--json", "-")
                .json()
                .get("diffusion")
                .get("Li");
        assertThat(alone.get("resolved").asBoolean()).isTrue();
        assertThat(row.get("diffusion_coefficient").asDouble())
                .isEqualTo(alone.get("dCm2PerS").asDouble());
        assertThat(table().column("diffusion_coefficient").orElseThrow().number(1))
                .isEqualTo(alone.get("dCm2PerS").asDouble());
        JsonNode msd = row.get("descriptors").get("diffusion_coefficient");
        assertThat(msd.get("source").asText()).contains("MSD of Li");
    }

    @Test
    void aRunWithoutATimeBetweenFramesHasARowOfWhatNeedsNoTime() throws IOException {
        Path run = runs.resolve("Li-based/Li2PS3/AIMD/stoichiometric/500K");
        JsonNode known = extract().get("rows").get(1);
        Files.delete(run.resolve("INCAR"));
        JsonNode json = extract();
        JsonNode row = json.get("rows").get(1);
        for (String key : List.of("mobile_mass", "nominal_charge", "stoichiometry", "lindemann_ratio", "msd")) {
            assertThat(row.get(key).asDouble()).as(key).isEqualTo(known.get(key).asDouble());
        }
        assertThat(row.get("T").asDouble()).isEqualTo(500);
        for (String key : List.of("diffusion_coefficient", "omega_mean", "s_vib_mobile", "debye_temperature")) {
            assertThat(row.get(key).isNull()).as(key).isTrue();
            assertThat(row.get("descriptors").get(key).get("missing").asText()).contains("time between frames");
        }
        assertThat(json.get("problems").get(0).get("message").asText())
                .contains("time between frames is not known", "need no time");
        assertThat(extract().get("problems"))
                .as("told again where the row is known")
                .hasSize(1);
    }

    @Test
    void aFolderWithoutRunsLeavesTheTableOfBeforeAsItIs() throws IOException {
        extract();
        byte[] before = Files.readAllBytes(csv);
        byte[] from = Files.readAllBytes(provenance);

        CliCall call = CliCall.of("extract", folder.resolve("rnus"), "-o", csv);

        assertThat(call.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(csv).hasBinaryContent(before);
        assertThat(provenance).hasBinaryContent(from);
    }

    @Test
    void whatIsKnownIsNotComputedAgainAndWhatChangedIs() throws IOException {
        assertThat(computed(extract())).isEqualTo(3);
        byte[] before = Files.readAllBytes(csv);
        assertThat(computed(extract())).isZero();
        assertThat(Files.readAllBytes(csv)).isEqualTo(before);
        assertThat(computed(extract("--fit", "0.2:0.8"))).isEqualTo(3);
        assertThat(computed(extract("--fit", "0.2:0.8"))).isZero();
        run("Li-based/Li2PS3/AIMD/stoichiometric/500K", 501);
        assertThat(computed(extract("--fit", "0.2:0.8"))).isEqualTo(1);
    }

    @Test
    void anExtractionStoppedInTheMiddleOfALineGoesOnWithTheSameBytes() throws IOException {
        extract();
        byte[] table = Files.readAllBytes(csv);
        byte[] kept = Files.readAllBytes(provenance);
        List<String> lines = Files.readAllLines(provenance);
        Files.writeString(provenance, lines.get(0) + "\n" + lines.get(1).substring(0, 300), StandardCharsets.UTF_8);
        Files.delete(csv);
        assertThat(computed(extract())).isEqualTo(2);
        assertThat(Files.readAllBytes(csv)).isEqualTo(table);
        assertThat(Files.readAllBytes(provenance)).isEqualTo(kept);
    }

    @Test
    void oneThreadWritesTheSameBytesAsTwo() throws IOException {
        extract("--threads", 1);
        byte[] table = Files.readAllBytes(csv);
        byte[] kept = Files.readAllBytes(provenance);
        Files.delete(provenance);
        extract("--threads", 2);
        assertThat(Files.readAllBytes(csv)).isEqualTo(table);
        assertThat(Files.readAllBytes(provenance)).isEqualTo(kept);
    }

    @Test
    void aMaterialIsTheMeanOfItsRunsInTheWindowAndNamesThem() {
        extract();
        Table single = table();
        double first = single.column("msd").orElseThrow().number(0);
        double second = single.column("msd").orElseThrow().number(1);
        JsonNode json = extract("--per", "material");
        assertThat(computed(json)).as("the runs are known").isZero();
        Table table = table();
        assertThat(table.rowHeader()).isEqualTo("material");
        assertThat(table.rowNames()).containsExactly("Li2PS3");
        assertThat(table.column("T").orElseThrow().number(0)).isEqualTo(450);
        assertThat(table.column("runs").orElseThrow().text(0))
                .contains("400K", "500K")
                .doesNotContain("700K");
        assertThat(table.column("msd").orElseThrow().number(0)).isCloseTo((first + second) / 2, within(1e-12));
        // two values scatter by |a − b|/2 in their mean, unless their own errors are larger
        assertThat(table.column("msd_stderr").orElseThrow().number(0))
                .isGreaterThanOrEqualTo(Math.abs(first - second) / 2 - 1e-12);
    }

    @Test
    void aRunThatCannotBeUsedIsNamedAndTheRestGoesOn() throws IOException {
        Layouts.write(runs.resolve("Li-based/bad/XDATCAR"), "x\nscale\n");
        JsonNode json = extract();
        assertThat(json.get("rows")).hasSize(3);
        assertThat(json.get("problems").get(0).get("path").asText()).endsWith("bad/XDATCAR");
        CliCall strict = CliCall.of("extract", runs, "-o", csv, "--strict");
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(table().rowCount()).isEqualTo(3);
    }

    @Test
    void aWrongWindowAndAFolderThatIsNoneAreToldAsWrongCalls() {
        for (String window : List.of("600", "600:400", "a:b", "1:2:3")) {
            CliCall call = CliCall.of("extract", runs, "-o", csv, "--window", window);
            assertThat(call.exit()).isEqualTo(2);
            assertThat(call.err()).contains("FROM:TO");
        }
        assertThat(CliCall.of("extract", runs, "-o", folder.resolve("none/t.csv"))
                        .exit())
                .isEqualTo(2);
        assertThat(csv).doesNotExist();
    }
}
