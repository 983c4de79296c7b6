package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --include} adds to an analysis. */
class AnalyseDynamicsTest {
    private static final int FRAMES = 400;

    @TempDir
    Path folder;

    /** Two Li vibrate with 0.1 Å; the first hops 3 Å along a after frame 150 and back after 250. Two S stand still. */
    @BeforeEach
    void writeARun() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("two hops\n1\n12 0 0\n0 12 0\n0 0 12\nLi S\n2 2\n");
        for (int f = 0; f < FRAMES; f++) {
            text.append("Direct configuration= ").append(f + 1).append('\n');
            double away = f > 150 && f <= 250 ? 3 : 0;
            double[][] places = {{1 + away, 2, 3}, {7, 7, 7}, {4, 4, 10}, {10, 10, 1}};
            for (int i = 0; i < 4; i++) {
                for (int k = 0; k < 3; k++) {
                    double shake = i < 2 ? 0.1 * random.nextGaussian() : 0;
                    text.append(String.format(Locale.ROOT, " %.8f", (places[i][k] + shake) / 12));
                }
                text.append('\n');
            }
        }
        Files.writeString(folder.resolve("XDATCAR"), text);
        Files.writeString(folder.resolve("INCAR"), "POTIM = 2\nNBLOCK = 10\nTEBEG = 600\n");
    }

    private CliCall analyse(Object... more) {
        List<Object> words = new ArrayList<>(List.of("analyse", folder));
        words.addAll(List.of(more));
        CliCall call = CliCall.of(words.toArray());
        assertThat(call.exit()).as(call.err()).isZero();
        return call;
    }

    @Test
    void hopsHaveTheKeysOfTheContract() {
        JsonNode json = analyse("--include", "hops", "--json", "-").json();

        assertThat(json.get("hops")).hasSize(2);
        JsonNode out = json.get("hops").get(0);
        assertThat(out.get("ion").asInt()).isZero();
        assertThat(out.get("startFrame").asInt()).isBetween(148, 150);
        assertThat(out.get("endFrame").asInt()).isBetween(151, 153);
        assertThat(out.get("from").asInt()).isZero();
        assertThat(out.get("to").asInt()).isEqualTo(1);
        assertThat(out.get("lengthA").asDouble()).isEqualTo(3, within(0.05)); // means of 100 frames of 0.1 Å noise
        assertThat(out.get("durationPs").asDouble()).isEqualTo(0.02, within(0.06));
        assertThat(out.get("returned").asBoolean()).isTrue();
        assertThat(json.has("rdf")).isFalse();
        // all but a passage's frames of two times 400 at 0.02 ps, over two departures
        assertThat(json.get("hopStatistics").get("residence").get("meanPs").asDouble())
                .isEqualTo(8, within(0.2));
    }

    @Test
    void allDistributionsAreThereWhenAskedForAndThinnedWhenAsked() {
        JsonNode json = analyse("--include", "rdf,vanhove,density", "--points", "9", "--json", "-")
                .json();

        assertThat(json.get("rdf").get("Li-S").get("g")).hasSize(9);
        assertThat(json.get("rdf").get("S-S").get("peakA").isNull()).isTrue(); // 10.4 Å apart, beyond half the box
        assertThat(json.get("vanHove").get("self").get("perA").get(0)).hasSize(9);
        assertThat(json.get("vanHove").get("lagPs")).hasSize(6);
        assertThat(json.get("vanHove").get("distinct").get("g")).hasSize(6);
        JsonNode density = json.get("density");
        assertThat(density.get("perA3")).hasSize(24 * 24 * 24);
        double sum = 0;
        for (JsonNode p : density.get("perA3")) {
            sum += p.asDouble();
        }
        assertThat(sum * 12 * 12 * 12 / (24 * 24 * 24)).isEqualTo(1, within(1e-9)); // a probability
    }

    @Test
    void aListOfAnotherProgramIsReadBesideTheHopsFound() throws IOException {
        Files.writeString(folder.resolve("DIFFUSION"), "0.0e0 1.5e2 1.51e2\n");

        JsonNode json = analyse("--include", "hops", "--json", "-").json();

        assertThat(json.get("listedHops").get("hops").get(0).get("startFrame").asInt())
                .isEqualTo(150);
    }

    @Test
    void aListThatCannotBeReadIsAWarningAndTheRestIsDone() throws IOException {
        Files.writeString(folder.resolve("DIFFUSION"), "nonsense\n");

        JsonNode json = analyse("--include", "hops", "--json", "-").json();

        assertThat(json.get("hops")).hasSize(2);
        assertThat(json.get("warnings").toString()).contains("DIFFUSION, line 1");
    }

    @Test
    void theSummaryTellsThemInWords() {
        assertThat(analyse("--include", "hops,rdf,vanhove,density").out())
                .contains(
                        "2 hops, 1.00 per ion, 50 % lead straight back",
                        "Li–S", "non-Gaussian", "grid of 24 × 24 × 24");
    }

    @Test
    void everyKindOfFigureIsWrittenAndComputesWhatItNeeds() {
        for (String kind : List.of("residence", "hops", "rdf", "coordination", "van-hove-self", "van-hove-distinct")) {
            Path file = folder.resolve(kind + ".svg");
            analyse("--figure", file, "--figure-kind", kind);
            assertThat(file).content().contains("<svg");
        }
    }

    @Test
    void anUnknownPartIsRefusedWithTheKnownOnes() {
        CliCall call = CliCall.of("analyse", folder, "--include", "hops,phonons");

        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("hops, rdf, vanhove, density").contains("“phonons”");
    }
}
