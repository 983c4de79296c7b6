package org.ionscape.learn.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.junit.jupiter.api.Test;

/** On y = 3a − 2b + {0 for red, 5 for blue}, with a feature c that says nothing. */
class ExplainTest {
    private static final int ROWS = 200;

    private static Dataset data() {
        SplittableRandom random = new SplittableRandom(8);
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        double[] c = new double[ROWS];
        String[] kind = new String[ROWS];
        double[] y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            a[i] = random.nextDouble() * 10;
            b[i] = random.nextDouble() * 10;
            c[i] = random.nextDouble() * 10;
            kind[i] = random.nextBoolean() ? "red" : "blue";
            y[i] = 3 * a[i] - 2 * b[i] + (kind[i].equals("blue") ? 5 : 0);
        }
        Table table = new Table(
                "row",
                IntStream.range(0, ROWS).mapToObj(Integer::toString).toList(),
                List.of(
                        new Column.NumberColumn("a", "", a),
                        new Column.NumberColumn("b", "", b),
                        new Column.NumberColumn("c", "", c),
                        new Column.TextColumn("kind", List.of(kind)),
                        new Column.NumberColumn("y", "", y)));
        return DataChoice.of("y").from(table).data();
    }

    private static Pipeline pipeline(String model) {
        var type = Models.named(model);
        return new Pipeline(type, type.defaults(), PrepareOptions.of(Preset.RECOMMENDED));
    }

    private static FittedPipeline fitted(String model) {
        return pipeline(model).fit(data(), data().all(), 0, Progress.NONE);
    }

    @Test
    void theCurvesOfALinearModelAreParallelLinesOfItsSlope() {
        Response response = Response.of(fitted("ols"), data(), data().all(), "a", 10, Progress.NONE);
        double[] grid = response.grid().positions();
        assertThat(grid).hasSize(10).isSorted();
        for (int g = 0; g < grid.length; g++) {
            assertThat(response.mean()[g]).isCloseTo(3 * (grid[g] - grid[0]), within(1e-9));
            assertThat(response.sd()[g]).isCloseTo(0, within(1e-9));
        }
        assertThat(IntStream.of(response.grid().density().counts()).sum()).isEqualTo(ROWS);
    }

    @Test
    void aCategoryIsAskedAtItsKinds() {
        Response response = Response.of(fitted("ols"), data(), data().all(), "kind", 10, Progress.NONE);
        assertThat(((Column.TextColumn) response.grid().values()).values()).containsExactly("blue", "red");
        assertThat(response.mean()[1]).isCloseTo(-5, within(1e-9));
    }

    @Test
    void aColumnOfFewValuesHasAGridOfThese() {
        double[] few = {1, 1, 1, 2, 2, 7, 7, 7, 7, 7};
        Grid grid = Grid.of(
                new Column.NumberColumn("n", "", few), IntStream.range(0, 10).toArray(), 4);
        assertThat(grid.positions()).containsExactly(1, 2, 7);
    }

    @Test
    void theSurfaceOfALinearModelIsAPlane() {
        Response.Surface surface = Response.surface(fitted("ols"), data(), data().all(), "a", "b", 5, Progress.NONE);
        double[] a = surface.first().positions();
        double[] b = surface.second().positions();
        double origin = surface.mean()[0][0];
        assertThat(surface.mean()[4][3] - origin).isCloseTo(3 * (a[4] - a[0]) - 2 * (b[3] - b[0]), within(1e-9));
    }

    @Test
    void whatIsShuffledCostsTwiceItsShareOfTheVariance() {
        List<Importance> importances;
        try (ComputeService service = new ComputeService(2)) {
            importances = Importances.permutation(
                    data(), pipeline("ols"), new Scheme.KFold(5).folds(data(), 1), 20, 1, service, Progress.NONE);
        }
        // y loses a term and gains an independent copy of it: the mean squared error is twice its variance
        double[] variances = {9 * 100 / 12.0, 4 * 100 / 12.0, 0, 25 / 4.0};
        double total = IntStream.range(0, 4).mapToDouble(i -> variances[i]).sum();
        for (int f = 0; f < 4; f++) {
            // the variances of 200 drawn values scatter by a tenth
            assertThat(importances.get(f).mean()).isCloseTo(2 * variances[f] / total, within(0.15));
        }
        assertThat(importances.get(2).mean()).isCloseTo(0, within(1e-9));
        assertThat(importances.get(0).stderr().orElseThrow()).isBetween(1e-3, 0.05);
    }

    @Test
    void permutationWorksWithFoldsOfOneRow() {
        try (ComputeService service = new ComputeService(2)) {
            List<Importance> importances = Importances.permutation(
                    data(), pipeline("ols"), new Scheme.KFold(ROWS).folds(data(), 1), 2, 1, service, Progress.NONE);
            assertThat(importances.get(0).mean()).isGreaterThan(1);
        }
    }

    @Test
    void sharesOfTreesAddUpAndCategoriesCountOnce() {
        try (ComputeService service = new ComputeService(2)) {
            List<Importance> importances = Importances.mdi(
                    data(),
                    pipeline("random-forest"),
                    new Scheme.HoldOut(0.2).folds(data(), 1),
                    3,
                    1,
                    service,
                    Progress.NONE);
            assertThat(importances).hasSize(4);
            assertThat(importances.stream().mapToDouble(Importance::mean).sum()).isCloseTo(1, within(1e-9));
            assertThat(importances.get(0).mean())
                    .isGreaterThan(importances.get(1).mean());
            assertThatThrownBy(() -> Importances.mdi(
                            data(),
                            pipeline("ols"),
                            new Scheme.HoldOut(0.2).folds(data(), 1),
                            1,
                            1,
                            service,
                            Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("--kind permutation");
        }
    }
}
