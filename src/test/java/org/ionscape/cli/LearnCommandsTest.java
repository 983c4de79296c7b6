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
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of learning on a small table: what they find, and what they say of bad input. */
class LearnCommandsTest {
    private static final int ROWS = 40;

    @TempDir
    Path folder;

    private Path table;

    private record Ran(int code, String out, String err) {
        JsonNode json() throws IOException {
            assertThat(code).as(err).isZero();
            return new ObjectMapper().readTree(out);
        }
    }

    private static Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        int code = Cli.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        return new Ran(code, out.toString(), err.toString());
    }

    /** y = 3a − 2b; c is 1 − y to rounding, d nearly y, e text; the last four rows lack y. */
    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("row,group,kind,a [A],b,c,d,y [meV],T\n");
        for (int i = 0; i < ROWS; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double y = 3 * a - 2 * b;
            boolean lacks = i >= ROWS - 4;
            text.append(String.format(
                    Locale.ROOT,
                    "r%d,g%d,%s,%.6f,%.6f,%s,%.6f,%s,300%n",
                    i,
                    i % 5,
                    i % 3 == 0 ? "Na" : "Li",
                    i == ROWS - 1 ? 7 : a,
                    b,
                    lacks ? "" : Double.toString(1 - y),
                    y + 0.1 * random.nextDouble(),
                    lacks ? "" : Double.toString(y)));
        }
        table = folder.resolve("table.csv");
        Files.writeString(table, text);
    }

    @Test
    void aPlaneIsLearntExactlyAndSavedAndPredicts() throws IOException {
        Path model = folder.resolve("model.json");
        JsonNode trained = run(
                        "train",
                        table,
                        "--target",
                        "y",
                        "--features",
                        "a,b",
                        "--model",
                        "ols",
                        "--cv",
                        "logo:group",
                        "-o",
                        model,
                        "--json",
                        "-")
                .json();
        assertThat(trained.at("/metrics/test/rmse").asDouble()).isLessThan(1e-5); // a and b have six decimals
        assertThat(trained.at("/metrics/baseline/rmse").asDouble()).isGreaterThan(0.3);
        assertThat(trained.get("folds")).hasSize(5);
        assertThat(trained.at("/rows/withoutTarget").asInt()).isEqualTo(4);
        JsonNode predicted = run("predict", model, table, "--json", "-").json().get("predictions");
        assertThat(predicted).hasSize(4);
        assertThat(predicted.get(3).get("outsideTrainingRange").get(0).asText()).startsWith("a >");
        assertThat(predicted.get(0).get("outsideTrainingRange")).isEmpty();
        Path filled = folder.resolve("filled.csv");
        assertThat(run("predict", model, table, "-o", filled).code()).isZero();
        assertThat(Files.readString(filled)).doesNotContain(",,300");
    }

    @Test
    void theSameSeedGivesTheSamePredictionsOnAnyNumberOfThreads() throws IOException {
        JsonNode one = forest("1");
        JsonNode two = forest("2");
        assertThat(one.get("predictions")).isEqualTo(two.get("predictions"));
        assertThat(one.get("metrics")).isEqualTo(two.get("metrics"));
    }

    private JsonNode forest(String threads) throws IOException {
        return run(
                        "train",
                        table,
                        "--target",
                        "y",
                        "--exclude",
                        "c,d",
                        "--model",
                        "random-forest",
                        "--set",
                        "n_estimators=10",
                        "--cv",
                        "kfold:4",
                        "--threads",
                        threads,
                        "--seed",
                        "5",
                        "--json",
                        "-")
                .json();
    }

    @Test
    void aGridIsSearchedInsideTheTrainingRows() throws IOException {
        Path grid = folder.resolve("grid.json");
        Files.writeString(grid, "{\"alpha\": [1e-9, 1000]}");
        JsonNode found = run(
                        "train",
                        table,
                        "--target",
                        "y",
                        "--features",
                        "a,b",
                        "--model",
                        "ridge",
                        "--cv",
                        "kfold:4",
                        "--grid",
                        grid,
                        "--json",
                        "-")
                .json();
        assertThat(found.at("/modelParameters/alpha").asDouble()).isCloseTo(1e-9, within(1e-15));
        Files.writeString(grid, "{\"alfa\": [1]}");
        Ran wrong = run("train", table, "--target", "y", "--model", "ridge", "--grid", grid);
        assertThat(wrong.code()).isEqualTo(Cli.BAD_INPUT);
        assertThat(wrong.err()).contains("grid.json").contains("no parameter “alfa”");
    }

    @Test
    void featuresThatTellTheTargetAreDroppedOrToldOf() throws IOException {
        JsonNode found = run("train", table, "--target", "y", "--model", "ols", "--json", "-")
                .json();
        assertThat(found.get("droppedFeatures").toString()).isEqualTo("[\"c\"]");
        assertThat(found.get("warnings").toString())
                .contains("c is an exact function of the target and was dropped")
                .contains("d (|r| = 0.999")
                .contains("is the target in disguise");
    }

    @Test
    void aSavedTrainingReplaysToTheSameNumbers() throws IOException {
        Path recipe = folder.resolve("recipe.json");
        JsonNode first = run(
                        "train",
                        table,
                        "--target",
                        "y",
                        "--features",
                        "a,b,kind",
                        "--model",
                        "mlp",
                        "--set",
                        "hidden_layer_sizes=8-4",
                        "--set",
                        "max_iter=30",
                        "--cv",
                        "logo:group",
                        "--seed",
                        "3",
                        "--preset",
                        "paper",
                        "--save-recipe",
                        recipe,
                        "--json",
                        "-")
                .json();
        JsonNode again = run("recipe", "run", recipe, "--json", "-").json();
        assertThat(again.get("metrics")).isEqualTo(first.get("metrics"));
        assertThat(again.get("predictions")).isEqualTo(first.get("predictions"));
    }

    @Test
    void badInputIsToldInWords() {
        assertThat(run("train", table, "--target", "y", "--cv", "kfold:50").err())
                .contains("kfold:50 needs at least 50 rows with a target; there are 36");
        assertThat(run("train", table, "--target", "T").err()).contains("the same value, 300.0, in all 40 rows");
        assertThat(run("train", table, "--target", "z").code()).isEqualTo(Cli.WRONG_CALL);
        assertThat(run("train", table, "--target", "y", "--model", "tree").err())
                .contains("decision-tree");
        assertThat(run("train", table, "--target", "y", "--cv", "often").err()).contains("kfold:K");
        assertThat(run("train", table, "--target", "y", "--cv", "logo:where").err())
                .contains("where");
        assertThat(run("train", table, "--target", "y", "--features", "a", "--transform", "log10")
                        .err())
                .contains("has no logarithm");
    }

    @Test
    void modelsThatDoNotFitAreRefused() throws IOException {
        Path model = folder.resolve("model.json");
        run("train", table, "--target", "y", "--features", "a,kind", "--model", "ridge", "-o", model);
        String text = Files.readString(model);
        Path renamed = folder.resolve("renamed.csv");
        Files.writeString(renamed, Files.readString(table).replace(",a [A],", ",alpha [A],"));
        assertThat(run("predict", model, renamed).err())
                .contains("trained on a, which is not in this table; was it renamed to one of")
                .contains("alpha");
        Path unknown = folder.resolve("unknown.csv");
        Files.writeString(unknown, Files.readString(table).replace("r36,g1,Na", "r36,g1,Ag"));
        assertThat(run("predict", model, unknown).out()).contains("kind = Ag (unknown)");
        Files.writeString(model, text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 9"));
        assertThat(run("predict", model, table).err()).contains("format 9").contains("use the version that wrote it");
        Files.writeString(model, text.substring(0, text.length() / 2));
        assertThat(run("predict", model, table).err()).contains("damaged");
        Files.writeString(model, text.replace("\"intercept\"", "\"intercpet\""));
        assertThat(run("predict", model, table).err()).contains("damaged").contains("intercept");
        Files.writeString(model, "{}");
        assertThat(run("predict", model, table).code()).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void aModelThatFailsDoesNotStopTheOthers() throws IOException {
        JsonNode models = run(
                        "compare",
                        table,
                        "--target",
                        "y",
                        "--features",
                        "a,b",
                        "--models",
                        "ols,sgd,lasso",
                        "--cv",
                        "kfold:4",
                        "--json",
                        "-",
                        "--figure",
                        folder.resolve("board.svg"))
                .json()
                .get("models");
        assertThat(models).hasSize(3);
        assertThat(models.get(0).at("/metrics/test/rmse").asDouble()).isLessThan(1e-5);
        assertThat(folder.resolve("board.svg")).isNotEmptyFile();
    }
}
