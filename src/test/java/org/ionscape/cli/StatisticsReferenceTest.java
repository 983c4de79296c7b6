package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands held against SciPy's and scikit-learn's numbers for the same tables, to the tolerance each case states. */
class StatisticsReferenceTest {
    private static final Path FOLDER = Path.of(System.getProperty("ionscape.reference", "absent"));

    private static JsonNode expected(String name) throws IOException {
        Path file = FOLDER.resolve(name).resolve("expected.json");
        Assumptions.assumeTrue(Files.exists(file), "no reference case " + name + " here");
        return new ObjectMapper().readTree(file.toFile()).get("values");
    }

    private static JsonNode run(String command, String name, String... more) {
        Object[] words = new Object[more.length + 4];
        words[0] = command;
        words[1] = FOLDER.resolve(name).resolve("input.csv");
        words[2] = "--json";
        words[3] = "-";
        System.arraycopy(more, 0, words, 4, more.length);
        CliCall call = CliCall.of(words);
        assertThat(call.exit()).as(call.err()).isZero();
        return call.json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01_corr_diabetes", "01_corr_edge", "01_corr_missing", "01_corr_synth54", "01_corr_wine"})
    void correlationsAreThoseOfSciPy(String name) throws IOException {
        JsonNode values = expected(name);
        for (String method : new String[] {"spearman", "pearson"}) {
            JsonNode got = run("correlate", name, "--method", method);
            assertThat(got.get("columns")).isEqualTo(values.get("columns"));
            int width = values.get("columns").size();
            // the cases count two rows with r = ±1 as a defined p of Pearson's r, which moves every q
            boolean pairsOfTwo = name.endsWith("edge") && method.equals("pearson");
            int k = 0;
            for (int i = 0; i < width; i++) {
                for (int j = i + 1; j < width; j++, k++) {
                    assertClose(
                            got.at("/r/" + i + "/" + j),
                            values.get(method + "_r").get(k),
                            1e-9,
                            0);
                    if (got.at("/n/" + i + "/" + j).asInt() > 2) {
                        assertClose(
                                got.at("/p/" + i + "/" + j),
                                values.get(method + "_p").get(k),
                                1e-12,
                                1e-6);
                        if (!pairsOfTwo) {
                            assertClose(
                                    got.at("/q/" + i + "/" + j),
                                    values.get(method + "_q_bh").get(k),
                                    1e-12,
                                    1e-6);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"02_pca_synth54", "02_pca_wine"})
    void componentsAreThoseOfNumPy(String name) throws IOException {
        JsonNode values = expected(name);
        for (String matrix : new String[] {"spearman", "pearson"}) {
            JsonNode got = run("pca", name, "--matrix", matrix);
            JsonNode want = values.get(matrix);
            for (int k = 0; k < want.get("eigenvalues").size(); k++) {
                assertClose(
                        got.get("eigenvalues").get(k), want.get("eigenvalues").get(k), 1e-9, 5e-10);
                assertClose(got.get("explained").get(k), want.get("normalised").get(k), 1e-9, 0);
            }
            for (int k = 0; k < want.get("eigenvectors_rows").size(); k++) {
                double tolerance =
                        Math.max(1e-8, 1e-9 / want.get("eigenvalue_gap").get(k).asDouble());
                for (int c = 0; c < got.get("columns").size(); c++) {
                    assertClose(
                            got.at("/vectors/" + k + "/" + c),
                            want.get("eigenvectors_rows").get(k).get(c),
                            tolerance,
                            0);
                }
            }
            for (int row = 0; row < want.get("scores_first3").size(); row++) {
                for (int k = 0; k < 3; k++) {
                    assertClose(
                            got.at("/scores/" + row + "/" + k),
                            want.get("scores_first3").get(row).get(k),
                            1e-6,
                            0);
                }
            }
        }
    }

    /** The cases were made from the components of the tables that lie beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "synth54_pearson_pc2",
                "synth54_pearson_pc3",
                "synth54_spearman_pc2",
                "synth54_spearman_pc3",
                "wine_spearman_pc2",
                "wine_spearman_pc3"
            })
    void classesAreThoseOfScikitLearn(String name) throws IOException {
        JsonNode values = expected("03_kmeans_" + name);
        String[] parts = name.split("_");
        JsonNode got = run(
                "cluster",
                "02_pca_" + parts[0],
                "--matrix",
                parts[1],
                "--components",
                parts[2].substring(2),
                "--k",
                "2:10");
        for (JsonNode one : got.get("perK")) {
            JsonNode want = values.get("k").get(one.get("k").asText());
            double inertia = want.get("inertia").asDouble();
            if (want.get("stable").asBoolean()) {
                // the cases' scores are rounded to eight digits
                assertThat(one.get("inertia").asDouble()).isCloseTo(inertia, within(1e-7 * inertia));
                assertClose(one.get("silhouette"), want.get("mean_silhouette"), 1e-6, 0);
            } else {
                assertThat(one.get("inertia").asDouble()).isLessThanOrEqualTo(inertia * 1.01);
            }
        }
        assertThat(got.get("k")).isEqualTo(values.get("k_of_max_silhouette"));
        assertThat(got.get("kByElbow")).isEqualTo(values.get("elbow_max_distance_normalised"));
    }

    private static void assertClose(JsonNode got, JsonNode want, double absolute, double relative) {
        assertThat(got.isNull()).isEqualTo(want.isNull());
        if (!want.isNull()) {
            assertThat(got.asDouble())
                    .isCloseTo(want.asDouble(), within(absolute + relative * Math.abs(want.asDouble())));
        }
    }
}
