package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.recipe.Replay;
import org.ionscape.recipe.ResultJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsCommandsTest {
    @TempDir
    Path folder;

    /** Two clouds of 20 rows, with a column that says which and one with gaps. */
    private Path table() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("run,mobile,T,a,b,c,d_stderr,d,fixed\n");
        for (int row = 0; row < 40; row++) {
            double shift = row % 2 == 0 ? 0 : 6;
            double a = shift + random.nextGaussian();
            double b = shift + random.nextGaussian();
            String c = row == 3 ? "" : String.format(Locale.ROOT, "%.6f", random.nextGaussian() - a);
            text.append(String.format(
                    Locale.ROOT,
                    "r%d,%s,%d,%.6f,%.6f,%s,0.1,%.6f,7%n",
                    row,
                    row % 2 == 0 ? "Li" : "Na",
                    300 + 10 * row,
                    a,
                    b,
                    c,
                    random.nextGaussian()));
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void correlateUsesWhatEachPairHasAndLeavesErrorsAndTextOut() throws IOException {
        CliCall call = CliCall.of("correlate", table(), "--where", "T>=400", "--target", "a", "--json", "-");
        assertThat(call.exit()).as(call.err()).isZero();
        JsonNode json = call.json();
        assertThat(json.get("columns")).extracting(JsonNode::asText).containsExactly("T", "a", "b", "c", "d", "fixed");
        assertThat(json.get("rowsUsed").asInt()).isEqualTo(30);
        assertThat(json.at("/r/1/5").isNull()).isTrue();
        assertThat(json.at("/ranked/0/column").asText()).isIn("b", "c");
        assertThat(json.get("warnings").toString()).contains("fixed");
    }

    @Test
    void pcaAndClusterSayWhatWasFilledAndLeftOut() throws IOException {
        JsonNode pca =
                CliCall.of("pca", table(), "--components", "2", "--json", "-").json();
        assertThat(pca.get("columns")).extracting(JsonNode::asText).containsExactly("T", "a", "b", "c", "d");
        assertThat(pca.get("vectors")).hasSize(2);
        assertThat(pca.get("scores")).hasSize(40);
        assertThat(pca.get("warnings").toString()).contains("fixed").contains("median");
        JsonNode cluster = CliCall.of("cluster", table(), "--columns", "a,b,c", "--k", "2:6", "--json", "-")
                .json();
        assertThat(cluster.get("k").asInt()).isEqualTo(2);
        assertThat(cluster.get("compositionBy").asText()).isEqualTo("mobile");
        assertThat(cluster.at("/composition/0").toString()).isIn("[20,0]", "[0,20]");
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Path table = table();
        String one = CliCall.of("cluster", table, "--seed", "3", "--threads", "1", "--json", "-")
                .out();
        String four = CliCall.of("cluster", table, "--seed", "3", "--threads", "4", "--json", "-")
                .out();
        assertThat(one).isEqualTo(four);
    }

    @Test
    void aSavedAnalysisReplaysToTheSameBytesAndTakesOtherData() throws IOException {
        Path table = table();
        Path recipe = folder.resolve("r.json");
        Path first = folder.resolve("first.json");
        CliCall saved = CliCall.of(
                "cluster",
                table,
                "--where",
                "T>=400",
                "--k",
                "3",
                "--seed",
                "5",
                "--save-recipe",
                recipe,
                "--json",
                first);
        assertThat(saved.exit()).as(saved.err()).isZero();
        CliCall once = CliCall.of("recipe", "run", recipe, "--json", "-");
        CliCall again = CliCall.of("recipe", "run", recipe, "--threads", "1", "--json", "-");
        try (ComputeService service = new ComputeService(2)) { // as the window does it
            assertThat(ResultJson.text(Replay.of(recipe, Optional.empty(), service, Progress.NONE)
                            .json()))
                    .isEqualTo(once.out());
        }
        assertThat(once.exit()).as(once.err()).isZero();
        assertThat(again.out()).isEqualTo(once.out());
        JsonNode original = new com.fasterxml.jackson.databind.ObjectMapper().readTree(first.toFile());
        assertThat(once.json().get("labels")).isEqualTo(original.get("labels"));
        assertThat(once.json().get("seed").asInt()).isEqualTo(5);
        Path other = Files.writeString(
                folder.resolve("other.csv"), Files.readString(table).replace("r1,", "x1,"));
        JsonNode elsewhere =
                CliCall.of("recipe", "run", recipe, other, "--json", "-").json();
        assertThat(elsewhere.at("/inputs/0/path").asText()).endsWith("other.csv");
        Files.writeString(table, Files.readString(table).replace(",7\n", ",8\n"));
        assertThat(CliCall.of("recipe", "run", recipe).out()).contains("has changed");
    }

    @Test
    void templatesAndInventoriesAreWritten() throws IOException {
        Path table = table();
        Path figure = folder.resolve("one.svg");
        CliCall made = CliCall.of("recipe", "figure", "lopez-2", table, "--figure", figure);
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Files.readString(figure)).contains("(d)");
        assertThat(CliCall.of("recipe", "figure", "lopez-9", table, "--figure", figure)
                        .exit())
                .isEqualTo(Cli.WRONG_CALL);
        assertThat(CliCall.of("recipe", "inventory", table).exit()).isEqualTo(Cli.BAD_INPUT);
    }

    @ParameterizedTest
    @CsvSource({
        "correlate, correlogram",
        "correlate, correlation",
        "correlate, p-value",
        "correlate, ranking",
        "correlate, pair",
        "pca, components",
        "pca, scree",
        "pca, loadings",
        "pca, scores",
        "pca, scores-3d",
        "cluster, classes",
        "cluster, scores",
        "cluster, composition",
        "cluster, count",
        "cluster, elbow",
        "cluster, silhouette"
    })
    void everyFigureIsWrittenWithItsNumbers(String command, String kind) throws IOException {
        Path table = table();
        for (String ending : new String[] {"svg", "csv"}) {
            Path file = folder.resolve(kind + "." + ending);
            Object[] words = {command, table, "--figure", file, "--figure-kind", kind};
            Object[] more = {command, table, "--figure", file, "--figure-kind", kind, "--target", "a"};
            CliCall call = CliCall.of(command.equals("correlate") ? more : words);
            assertThat(call.exit()).as(call.err()).isZero();
            assertThat(Files.readString(file)).doesNotContain("NaN").isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster|TABLE|--k|0",
                "cluster|TABLE|--k|6:2",
                "cluster|TABLE|--k|many",
                "cluster|TABLE|--by|nothing",
                "correlate|TABLE|--columns|a,nothing",
                "correlate|TABLE|--target|nothing",
                "pca|TABLE|--matrix|kendall",
                "correlate|TABLE|--figure|x.svg|--figure-kind|pie",
                "correlate|TABLE|--figure|x.gif"
            })
    void aWrongCallIsSaidSo(String words) throws IOException {
        String table = table().toString();
        Object[] call = java.util.Arrays.stream(words.split("\\|", -1))
                .map(w -> w.equals("TABLE")
                        ? table
                        : w.startsWith("x.") ? folder.resolve(w).toString() : w)
                .toArray();
        CliCall done = CliCall.of(call);
        assertThat(done.exit()).isEqualTo(Cli.WRONG_CALL);
        assertThat(done.err()).startsWith("ionscape: ");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correlate|--columns|a,mobile",
                "correlate|--target|fixed|--columns|a,b",
                "correlate|--where|T>9000",
                "pca|--columns|fixed,a",
                "cluster|--k|41"
            })
    void whatTheTableDoesNotHoldIsSaidInOneSentence(String words) throws IOException {
        String[] parts = words.split("\\|", -1);
        Object[] call = new Object[parts.length + 1];
        call[0] = parts[0];
        call[1] = table();
        System.arraycopy(parts, 1, call, 2, parts.length - 1);
        CliCall done = CliCall.of(call);
        assertThat(done.exit()).as(done.out()).isEqualTo(Cli.BAD_INPUT);
        assertThat(done.err().strip().lines()).hasSize(1);
    }
}
