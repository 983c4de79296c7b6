package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs that call the commands of learning rely on: names, nesting and types of what {@code --json} holds. */
class LearnContractTest {
    private static final int ROWS = 30;
    private static final int TRAINING_ROWS = 24;

    @TempDir
    Path folder;

    private Path table;

    /** y = 3a − 2b + 1; b says a again in c; every fifth row is for testing; one cell of a is missing. */
    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder("id,split,kind,a [A],b,c,y [meV]\n");
        for (int i = 0; i < ROWS; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            text.append(String.format(
                    Locale.ROOT,
                    "r%d,%s,%s,%s,%.6f,%.6f,%.6f%n",
                    i,
                    i % 5 == 4 ? "test" : "train",
                    i % 3 == 0 ? "Na" : "Li",
                    i == 7 ? "" : String.format(Locale.ROOT, "%.6f", a),
                    b,
                    2 * a + 0.01 * random.nextDouble(),
                    3 * a - 2 * b + 1));
        }
        table = folder.resolve("table.csv");
        Files.writeString(table, text);
    }

    private JsonNode json(String command, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--json", "-"));
        CliCall call = CliCall.of(words.toArray());
        assertThat(call.exit()).as(call.err()).isZero();
        JsonNode json = call.json();
        holds(json, "version command preset", JsonNodeType.STRING);
        holds(json, "parameters", JsonNodeType.OBJECT);
        holds(json, "inputs warnings", JsonNodeType.ARRAY);
        holds(json, "seed", JsonNodeType.NUMBER);
        holds(json.at("/inputs/0"), "path sha256", JsonNodeType.STRING);
        assertThat(json.get("command").asText()).isEqualTo(command);
        return json;
    }

    private static void holds(JsonNode json, String keys, JsonNodeType type) {
        for (String key : keys.split(" ")) {
            assertThat(json.path(key).getNodeType()).as(key).isEqualTo(type);
        }
    }

    private static void holdsMetrics(JsonNode metrics) {
        for (String set : List.of("train", "test", "baseline")) {
            holds(metrics.path(set), "rmse mae r2 mape", JsonNodeType.NUMBER);
        }
    }

    private Path model() {
        Path model = folder.resolve("model.json");
        json("train", table, "--target", "y", "--model", "extra-trees", "--cv", "split:split", "-o", model);
        return model;
    }

    @Test
    void filter() {
        JsonNode json = json("filter", table, "--target", "y", "--threshold", "0.9", "--keep", "c");
        assertThat(json.get("kept")).extracting(JsonNode::asText).containsExactly("b", "c");
        holds(json.at("/dropped/0"), "feature because", JsonNodeType.STRING);
        holds(json.at("/dropped/0"), "r", JsonNodeType.NUMBER);
        holds(json.at("/groups"), "0", JsonNodeType.MISSING);
        assertThat(json.at("/groups/0")).extracting(JsonNode::asText).containsExactly("a", "c");
    }

    @Test
    void train() {
        JsonNode json = json(
                "train",
                table,
                "--target",
                "y",
                "--model",
                "mlp",
                "--set",
                "hidden_layer_sizes=8-4",
                "--cv",
                "kfold:3");
        assertThat(json.get("model").asText()).isEqualTo("mlp");
        assertThat(json.at("/modelParameters/hidden_layer_sizes"))
                .extracting(JsonNode::asInt)
                .containsExactly(8, 4);
        assertThat(json.get("folds")).hasSize(3);
        holds(json.at("/folds/0"), "fold train test meanTarget rmse", JsonNodeType.NUMBER);
        assertThat(json.get("predictions")).hasSize(3 * ROWS);
        holds(json.at("/predictions/0"), "row set", JsonNodeType.STRING);
        holds(json.at("/predictions/0"), "fold actual predicted", JsonNodeType.NUMBER);
        holdsMetrics(json.get("metrics"));
        holds(json, "seconds", JsonNodeType.NUMBER);
    }

    @Test
    void compare() {
        JsonNode models = json("compare", table, "--target", "y", "--models", "ridge,svr", "--cv", "stratified:3")
                .get("models");
        assertThat(models).extracting(m -> m.get("name").asText()).containsExactly("ridge", "svr");
        holds(models.get(0), "class", JsonNodeType.STRING);
        holds(models.get(0), "modelParameters", JsonNodeType.OBJECT);
        holds(models.get(0), "seconds", JsonNodeType.NUMBER);
        holdsMetrics(models.get(0).get("metrics"));
    }

    @Test
    void subsets() {
        JsonNode json =
                json("subsets", table, "--target", "y", "--model", "ols", "--max-size", "2", "--features", "a,b,c");
        assertThat(json.get("evaluated").asInt()).isEqualTo(6);
        assertThat(json.get("best")).hasSize(2);
        holds(json.at("/best/0"), "size screenRmse rmse", JsonNodeType.NUMBER);
        holds(json.at("/best/0"), "features", JsonNodeType.ARRAY);
        assertThat(json.get("single")).hasSize(3);
        holds(json.at("/single/0"), "feature", JsonNodeType.STRING);
        holds(json.at("/single/0"), "rmse", JsonNodeType.NUMBER);
        holds(json, "seconds", JsonNodeType.NUMBER);
    }

    @Test
    void importanceOfAModelFittedOrLoaded() {
        Stream.of(
                        json(
                                "importance",
                                table,
                                "--target",
                                "y",
                                "--model",
                                "bagging",
                                "--kind",
                                "mdi",
                                "--repeats",
                                "2"),
                        json("importance", table, "--target", "y", "--model", "ridge", "--kind", "permutation"),
                        json("importance", table, "--load", model(), "--kind", "permutation", "--repeats", "3"))
                .forEach(json -> {
                    assertThat(json.get("importance"))
                            .extracting(i -> i.get("feature").asText())
                            .containsExactly("kind", "a", "b", "c");
                    holds(json.at("/importance/1"), "category", JsonNodeType.STRING);
                    holds(json.at("/importance/1"), "mean stderr", JsonNodeType.NUMBER);
                });
    }

    @Test
    void iceIsOfTheTrainingRowsInTheirOrderAlsoWhenTheModelIsLoaded() {
        JsonNode fitted = json(
                "ice",
                table,
                "--target",
                "y",
                "--model",
                "extra-trees",
                "--cv",
                "split:split",
                "--feature",
                "b",
                "--grid-points",
                "10");
        JsonNode loaded = json("ice", table, "--load", model(), "--feature", "b", "--grid-points", "10");
        assertThat(fitted.get("rows")).hasSize(TRAINING_ROWS);
        assertThat(fitted.at("/rows/4").asText()).isEqualTo("r5"); // r4 is a test row
        assertThat(fitted.get("grid")).hasSize(10);
        assertThat(fitted.get("curves")).hasSize(TRAINING_ROWS);
        assertThat(fitted.at("/curves/0")).hasSize(10);
        assertThat(fitted.at("/curves/0/0").asDouble()).isZero();
        assertThat(fitted.get("mean")).hasSize(10);
        assertThat(fitted.get("sd")).hasSize(10);
        for (String key : List.of("rows", "grid", "curves", "mean", "sd")) {
            assertThat(loaded.get(key)).as(key).isEqualTo(fitted.get(key));
        }
    }

    @Test
    void predict() throws IOException {
        Path lacking = folder.resolve("lacking.csv");
        Files.writeString(lacking, "id,kind,a [A],b,c,y [meV]\nn1,Li,0.5,0.5,1,\nn2,Li,9,0.5,1,\nn3,Li,1,1,1,7\n");
        JsonNode found = json("predict", model(), lacking).get("predictions");
        assertThat(found).extracting(p -> p.get("row").asText()).containsExactly("n1", "n2");
        holds(found.get(0), "value", JsonNodeType.NUMBER);
        assertThat(found.get(0).has("stderr")).isTrue();
        assertThat(found.at("/1/outsideTrainingRange/0").asText()).startsWith("a >");
    }

    @Test
    void aGridInARecipeIsSearchedAgain() throws IOException {
        Path grid = folder.resolve("grid.json");
        Files.writeString(grid, "{\"alpha\": [1e-9, 1000, 1e5]}");
        Path recipe = folder.resolve("recipe.json");
        JsonNode first = json(
                "train",
                table,
                "--target",
                "y",
                "--model",
                "ridge",
                "--grid",
                grid,
                "--draws",
                "2",
                "--inner",
                "kfold:3",
                "--save-recipe",
                recipe);
        CliCall again = CliCall.of("recipe", "run", recipe, "--json", "-");
        assertThat(again.json().get("modelParameters")).isEqualTo(first.get("modelParameters"));
        assertThat(again.json().get("metrics")).isEqualTo(first.get("metrics"));
    }

    @Test
    void missingCellsAreTreatedAsAskedAndCounted() {
        Object[] call = {"--target", "y", "--model", "ols", "--where", "kind=Li"};
        assertThat(count("median", call, "filledCells")).isEqualTo(1);
        assertThat(count("drop-rows", call, "incomplete")).isEqualTo(1);
        assertThat(count("drop-columns", call, "filledCells")).isZero();
    }

    private int count(String missing, Object[] call, String key) {
        List<Object> words = new ArrayList<>(List.of(table));
        words.addAll(List.of(call));
        words.addAll(List.of("--missing", missing));
        return json("train", words.toArray()).at("/rows/" + key).asInt();
    }

    @Test
    void exitCodesTellAWrongCallFromBadInputWhichNamesItsFile() {
        assertThat(CliCall.of("train", table, "--target", "y", "--model", "no-such")
                        .exit())
                .isEqualTo(Cli.WRONG_CALL);
        assertThat(CliCall.of("train", table, "--target", "y", "--exclude", "id")
                        .exit())
                .isZero();
        CliCall few = CliCall.of("train", table, "--target", "y", "--cv", "kfold:99");
        assertThat(few.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(few.err()).contains("table.csv: kfold:99 needs at least 99 rows");
        CliCall trees = CliCall.of("importance", table, "--target", "y", "--model", "svr", "--kind", "mdi");
        assertThat(trees.exit()).isEqualTo(Cli.WRONG_CALL);
        assertThat(trees.err()).contains("svr is not made of trees");
    }
}
