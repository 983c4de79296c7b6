package org.ionscape.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.stats.PValue;
import org.ionscape.stats.cluster.ClusterMethod;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    @TempDir
    Path folder;

    private static Recipe recipe() {
        return new Recipe(
                "0.1.0",
                "correlations of Runs",
                Optional.of(new Recipe.Input("table.csv", "abc")),
                "T>=400 and family=Li",
                Preset.PAPER,
                7,
                List.of(
                        CorrelateStep.of(
                                CorrelationMethod.KENDALL, PValue.EXACT, Optional.of("D"), List.of("D", "c_v")),
                        new PcaStep(CorrelationMethod.PEARSON, 3, MissingPolicy.DROP_ROWS, List.of()),
                        new ClusterStep(
                                ClusterMethod.K_MEANS,
                                CorrelationMethod.SPEARMAN,
                                2,
                                2,
                                8,
                                ClusterStep.Density.USUAL,
                                MissingPolicy.MEDIAN,
                                List.of(),
                                Optional.of("mobile"))));
    }

    private static Table runs() {
        SplittableRandom random = new SplittableRandom(2);
        List<String> names = new ArrayList<>();
        List<String> family = new ArrayList<>();
        double[][] values = new double[5][40];
        double[] t = new double[40];
        for (int row = 0; row < 40; row++) {
            names.add("r" + row);
            family.add(row % 3 == 0 ? "Na" : "Li");
            t[row] = 400 + 100 * (row % 3);
            for (int c = 0; c < values.length; c++) {
                values[c][row] = random.nextGaussian() + (row % 2) * 4;
            }
        }
        List<Column> columns = new ArrayList<>(List.of(
                new TextColumn("compound", family.stream().map(f -> f + "3PS4").toList()),
                new TextColumn("family", family),
                new NumberColumn("T", "K", t),
                new TextColumn("preset", names.stream().map(n -> "paper").toList())));
        String[] keys = {"diffusion_coefficient", "c_v", "s_vib", "bulk_modulus", "band_gap"};
        for (int c = 0; c < values.length; c++) {
            columns.add(new NumberColumn(keys[c], "", values[c]));
        }
        return new Table("run", names, columns);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameRecipeAndTheSameText() {
        Path file = folder.resolve("recipe.json");
        recipe().write(file);
        Recipe back = Recipe.read(file);
        assertThat(back).isEqualTo(recipe());
        assertThat(back.text()).isEqualTo(recipe().text()).contains("\"method\" : \"kendall\"");
        assertThat(back.inputBeside(file)).contains(folder.resolve("table.csv").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"ionscape\":\"1\",\"preset\":\"paper\",\"seed\":0,\"steps\":[]}",
                "{\"ionscape\":\"1\",\"preset\":\"paper\",\"seed\":0,\"steps\":[{\"command\":\"explode\"}]}",
                "{\"ionscape\":\"1\",\"preset\":\"best\",\"seed\":0,\"steps\":[{\"command\":\"pca\"}]}"
            })
    void whatIsNoRecipeIsRefusedWithItsFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        assertThatThrownBy(() -> Recipe.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.json");
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsMadeOfAnyTableOfRuns(Template template) {
        try (ComputeService service = new ComputeService(2)) {
            NamedFigure figure = template.make(runs(), new Step.Means(0, service, Progress.NONE));
            assertThat(figure.caption()).isNotBlank().doesNotContain("NaN");
            assertThat(figure.drawing().csv()).doesNotContain("NaN").contains("\n");
        }
    }

    @Test
    void anInventoryListsEachMaterialOnce() {
        Inventory inventory = Inventory.of(runs());
        assertThat(inventory.lines())
                .containsExactly(
                        List.of("Li3PS4", "Li", "", "", "500 600", "26"), List.of("Na3PS4", "Na", "", "", "400", "14"));
        assertThat(inventory.csv()).startsWith("compound,family").contains("Na3PS4,Na,,,400,14\n");
        assertThat(inventory.latex()).contains("Li$_{3}$PS$_{4}$ & Li");
    }
}
