package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a table of eleven features of which three matter. */
class SubsetsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEATURES = 11;
    private static final int SUBSETS = (1 << FEATURES) - 1;

    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void writeTable() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder text = new StringBuilder("row");
        for (int f = 0; f < FEATURES; f++) {
            text.append(",f").append(f);
        }
        text.append(",y [meV],part\n");
        for (int i = 0; i < 120; i++) {
            double[] x = new double[FEATURES];
            text.append('r').append(i);
            for (int f = 0; f < FEATURES; f++) {
                x[f] = random.nextDouble();
                text.append(String.format(Locale.ROOT, ",%.6f", x[f]));
            }
            double y = 90 * x[1] + 70 * x[4] - 60 * x[9] + random.nextGaussian();
            text.append(String.format(Locale.ROOT, ",%.6f,%s%n", y, i % 5 == 0 ? "test" : "train"));
        }
        table = folder.resolve("table.csv");
        Files.writeString(table, text);
    }

    private List<String> arguments(String... more) {
        List<String> all = new ArrayList<>(List.of("subsets", table.toString(), "--target", "y", "--cv", "split:part"));
        all.addAll(List.of(more));
        return all;
    }

    private JsonNode run(String... more) throws IOException {
        List<String> all = arguments(more);
        all.addAll(List.of("--json", "-"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    private static JsonNode withoutTime(JsonNode result) {
        ((ObjectNode) result).remove("seconds");
        return result;
    }

    @Test
    void theThreeThatMatterAreFoundAndToldWithTheirErrorOnRowsNotAsked() throws IOException {
        Path picture = folder.resolve("rmse.svg");
        JsonNode result = run("--model", "ridge", "--figure", picture.toString());
        assertThat(result.get("evaluated").asInt()).isEqualTo(SUBSETS);
        JsonNode three = result.get("best").get(2);
        assertThat(three.get("size").asInt()).isEqualTo(3);
        assertThat(three.get("features")).extracting(JsonNode::asText).containsExactly("f1", "f4", "f9");
        assertThat(three.get("rmse").asDouble())
                .isEqualTo(three.get("testRmse").asDouble())
                .isBetween(0.5, 3.0);
        assertThat(result.get("optimistic").asBoolean()).isFalse();
        assertThat(result.get("single")).hasSize(FEATURES);
        assertThat(result.get("unit").asText()).isEqualTo("meV");
        assertThat(Files.readString(picture)).contains("Number of features");
    }

    @Test
    void chosenByTheTestRowsTheErrorIsCalledOptimistic() throws IOException {
        JsonNode result = run("--model", "ridge", "--max-size", "2", "--screen", "test");
        assertThat(result.get("optimistic").asBoolean()).isTrue();
        assertThat(result.get("warnings").toString()).contains("optimistic");
        JsonNode best = result.get("best").get(0);
        assertThat(best.get("screenRmse").asDouble()).isEqualTo(best.get("rmse").asDouble());
    }

    @Test
    void aSearchThatWasKilledGoesOnToTheSameAnswer() throws Exception {
        Path file = folder.resolve("search.json");
        // every subset in ten folds: long enough to be killed in the middle
        List<String> search = List.of("--max-size", "4", "--screen", "cv");
        List<String> kept = new ArrayList<>(search);
        kept.addAll(List.of("--checkpoint", file.toString(), "--threads", "1"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.ionscape.Ionscape"));
        command.addAll(arguments(kept.toArray(String[]::new)));
        Process killed = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Files.exists(file) && killed.isAlive() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(file).as(Files.readString(folder.resolve("log"))).exists();
        assertThat(JSON.readTree(file.toFile()).get("done").asInt()).isPositive();
        JsonNode resumed = withoutTime(run(kept.toArray(String[]::new)));
        assertThat(resumed).isEqualTo(withoutTime(run(search.toArray(String[]::new))));
    }
}
