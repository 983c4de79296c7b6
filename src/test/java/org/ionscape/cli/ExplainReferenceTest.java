package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Importances and responses against scikit-learn on the chain of K. Kim and D. J. Siegel, through the command line. */
class ExplainReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FITS = 30;

    /** The five columns that matter, and what scikit-learn makes of them. */
    private static final Path KEPT = Path.of("src/test/resources/org/ionscape/learn/explain/barriers");

    private static JsonNode expected(Path folder) throws IOException {
        return JSON.readTree(folder.resolve("expected.json").toFile());
    }

    private static JsonNode run(Path folder, String command, String... arguments) throws IOException {
        List<String> all =
                new ArrayList<>(List.of(command, folder.resolve("input.csv").toString()));
        all.addAll(List.of("--target", "E_a", "--cv", "split:split", "--preset", "paper", "--json", "-"));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    private static String features(JsonNode of) {
        List<String> names = new ArrayList<>();
        of.get("features").forEach(n -> names.add(n.asText()));
        return String.join(",", names);
    }

    @ParameterizedTest
    @CsvSource({"mdi_adaboost_ert_true5, adaboost-extra-tree", "mdi_random_forest_true5, random-forest"})
    void importancesOfTreesAreThoseOfScikitLearn(String entry, String model) throws IOException {
        compareImportances(KEPT, entry, model);
    }

    @Test
    void soAreThoseOfTwentyFeatures() throws IOException {
        Path folder = Path.of(System.getProperty("ionscape.reference", "")).resolve("06_kim_chain");
        Assumptions.assumeTrue(Files.isDirectory(folder));
        compareImportances(folder, "mdi_adaboost_ert_all20", "adaboost-extra-tree");
    }

    private static void compareImportances(Path folder, String entry, String model) throws IOException {
        JsonNode wanted = expected(folder).get(entry);
        JsonNode importance = run(
                        folder,
                        "importance",
                        "--features",
                        features(wanted),
                        "--model",
                        model,
                        "--kind",
                        "mdi",
                        "--repeats",
                        Integer.toString(FITS))
                .get("importance");
        for (int f = 0; f < importance.size(); f++) {
            // the tolerance of the reference: four standard errors of the difference of two means, and 0.01
            double tolerance = 4 * wanted.get("sd").get(f).asDouble() * Math.sqrt(2.0 / FITS) + 0.01;
            assertThat(importance.get(f).get("mean").asDouble())
                    .as(importance.get(f).get("feature").asText())
                    .isCloseTo(wanted.get("mean").get(f).asDouble(), within(tolerance));
        }
    }

    @Test
    void responsesOfASupportVectorMachineAndATreeAreThoseOfScikitLearn() throws IOException {
        JsonNode expected = expected(KEPT);
        String five = features(expected.get("mdi_adaboost_ert_true5"));
        for (String feature : five.split(",")) {
            compare(
                    expected.at("/ice/svr_rbf_C100_eps0.1_scale").get(feature),
                    run(KEPT, "ice", "--features", five, "--feature", feature, "--model", "svr", "--set", "C=100"),
                    0.15);
            compare(
                    expected.at("/ice/tree_depth4_leaf12").get(feature),
                    run(
                            KEPT,
                            "ice",
                            "--features",
                            five,
                            "--feature",
                            feature,
                            "--model",
                            "decision-tree",
                            "--set",
                            "max_depth=4",
                            "--set",
                            "min_samples_leaf=12"),
                    1e-6);
        }
    }

    private static void compare(JsonNode wanted, JsonNode found, double tolerance) {
        assertThat(found.get("grid").size()).isEqualTo(wanted.get("grid").size());
        for (int g = 0; g < wanted.get("grid").size(); g++) {
            assertThat(found.get("grid").get(g).asDouble())
                    .isCloseTo(wanted.get("grid").get(g).asDouble(), within(1e-8));
            assertThat(found.get("mean").get(g).asDouble())
                    .isCloseTo(wanted.get("mean_centred").get(g).asDouble(), within(tolerance));
            assertThat(found.get("sd").get(g).asDouble())
                    .isCloseTo(wanted.get("sd_centred").get(g).asDouble(), within(tolerance));
            for (int row = 0; row < 12; row++) {
                assertThat(found.get("curves").get(row).get(g).asDouble())
                        .isCloseTo(
                                wanted.get("first_12_training_rows_centred")
                                        .get(row)
                                        .get(g)
                                        .asDouble(),
                                within(tolerance));
            }
        }
    }
}
