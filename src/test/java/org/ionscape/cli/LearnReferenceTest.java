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
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The learning commands against scikit-learn 1.2.1 on whole chains: tables in, JSON out. */
class LearnReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path folder(String name) {
        Path folder = Path.of(System.getProperty("ionscape.reference", "")).resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder));
        return folder;
    }

    private static JsonNode expected(Path folder) throws IOException {
        return JSON.readTree(folder.resolve("expected.json").toFile());
    }

    private static JsonNode run(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "-"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    @Test
    void linesOfTheNetworkTableAreThoseOfScikitLearnLeavingOneGroupOut() throws IOException {
        Path folder = folder("05_mlp_small");
        for (String[] pair : List.of(
                new String[] {"ridge", "ridge_alpha1_intercept"},
                new String[] {"kernel-ridge", "kernel_ridge_linear_alpha1_no_intercept"})) {
            JsonNode wanted =
                    expected(folder).findValue("baselines_deterministic").get(pair[1]);
            JsonNode metrics = run(
                            "train",
                            folder.resolve("input.csv").toString(),
                            "--target",
                            "omega",
                            "--model",
                            pair[0],
                            "--cv",
                            "logo:group",
                            "--preset",
                            "paper")
                    .get("metrics");
            for (String name : List.of("mape", "rmse", "mae", "r2")) {
                double value = wanted.get(name).asDouble();
                assertThat(metrics.get("test").get(name).asDouble()).isCloseTo(value, within(1e-6 * Math.abs(value)));
            }
            assertThat(metrics.get("train").get("mape").asDouble())
                    .isCloseTo(wanted.get("train_mape").asDouble(), within(1e-6));
        }
    }

    @Test
    void theSmallNetworkErrsAsScikitLearnsDoes() throws IOException {
        Path folder = folder("05_mlp_small");
        JsonNode values = expected(folder).get("values");
        List<JsonNode> tests = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            tests.add(run(
                            "train",
                            folder.resolve("input.csv").toString(),
                            "--target=omega",
                            "--model=mlp",
                            "--set=hidden_layer_sizes=16-8",
                            "--set=learning_rate_init=0.005",
                            "--set=alpha=1",
                            "--set=batch_size=32",
                            "--set=max_iter=400",
                            "--cv=logo:group",
                            "--preset=paper",
                            "--seed=" + seed)
                    .at("/metrics/test"));
        }
        for (String name : List.of("mape", "rmse")) {
            double mean = values.get(name).get("mean").asDouble();
            double sd = values.get(name).get("sd").asDouble();
            double found = tests.stream()
                    .mapToDouble(t -> t.get(name).asDouble())
                    .average()
                    .orElseThrow();
            assertThat(found).as(name).isCloseTo(mean, within(Math.max(4 * sd, 0.1 * mean)));
        }
    }

    @Test
    void redundantFeaturesAreThoseOfTheConnectedComponents() throws IOException {
        Path folder = folder("06_kim_chain");
        JsonNode values = expected(folder).get("values");
        String table = folder.resolve("input.csv").toString();
        JsonNode found = run("filter", table, "--target", "E_a", "--threshold", "0.8");
        assertThat(found.get("groups")).isEqualTo(values.get("clusters"));
        assertThat(found.get("kept")).isEqualTo(values.get("retained_first_of_each_cluster"));
        JsonNode choice = values.get("retained_by_documented_choice");
        String keep = String.join(
                ",",
                StreamSupport.stream(choice.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        assertThat(run("filter", table, "--target", "E_a", "--keep", keep).get("kept"))
                .isEqualTo(choice);
        for (int i = 0; i < values.get("pairs").size(); i++) {
            assertThat(found.get("pairs").get(i).get("r").asDouble())
                    .isCloseTo(values.get("pairs").get(i).get(2).asDouble(), within(1e-9));
        }
    }

    @Test
    void foldsOfLikeMeanAreDealtInASerpentine() throws IOException {
        Path folder = folder("06_kim_chain");
        JsonNode values = expected(folder).get("values");
        JsonNode found = run(
                "train",
                folder.resolve("input.csv").toString(),
                "--target=E_a",
                "--exclude=split",
                "--model=ols",
                "--where=split=train",
                "--cv=stratified:10");
        for (int f = 0; f < 10; f++) {
            JsonNode fold = found.get("folds").get(f);
            assertThat(fold.get("test").asInt())
                    .isEqualTo(values.get("fold_sizes").get(f).asInt());
            // the expected folds of the rows are not all told where targets tie
            assertThat(fold.get("meanTarget").asDouble())
                    .isCloseTo(values.get("fold_means").get(f).asDouble(), within(1e-6));
        }
    }

    @Test
    void aFixedSplitIsPredictedRowByRow() throws IOException {
        Path folder = folder("04_regress_antiperovskite20");
        JsonNode wanted = expected(folder).at("/deterministic/ridge_alpha1");
        JsonNode found = run(
                "train",
                folder.resolve("input.csv").toString(),
                "--target=E_a",
                "--model=ridge",
                "--cv=split:split",
                "--preset=paper");
        List<JsonNode> held = StreamSupport.stream(found.get("predictions").spliterator(), false)
                .filter(p -> p.get("set").asText().equals("test"))
                .toList();
        IntStream.range(0, held.size())
                .forEach(i -> assertThat(held.get(i).get("predicted").asDouble())
                        .isCloseTo(wanted.get("predictions").get(i).asDouble(), within(1e-4)));
        assertThat(found.at("/metrics/test/rmse").asDouble())
                .isCloseTo(wanted.get("rmse").asDouble(), within(1e-6));
    }
}
