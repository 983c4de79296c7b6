package org.ionscape.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.figure.learn.FeatureTable;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LearningFiguresTest {
    private static final int ROWS = 40;

    /** A barrier that depends on CCD; COD repeats CCD and is redundant. */
    private static Table table() {
        SplittableRandom random = new SplittableRandom(3);
        double[] distance = random.doubles(ROWS, 2.5, 4).toArray();
        double[] width = random.doubles(ROWS, 2.5, 4).toArray();
        double[] same = IntStream.range(0, ROWS)
                .mapToDouble(i -> 0.8 * distance[i] + 0.01 * random.nextDouble())
                .toArray();
        double[] barrier = IntStream.range(0, ROWS)
                .mapToDouble(i -> 200 * distance[i] - 20 * width[i] + 5 * random.nextGaussian())
                .toArray();
        return new Table(
                "path",
                IntStream.range(0, ROWS).mapToObj(i -> "p" + i).toList(),
                List.of(
                        new Column.NumberColumn("CCD", "A", distance),
                        new Column.NumberColumn("COD", "A", same),
                        new Column.NumberColumn("PW", "A", width),
                        new Column.NumberColumn("E_a", "meV", barrier)));
    }

    private static NamedFigure make(Template template) {
        try (ComputeService service = new ComputeService(2)) {
            return template.make(table(), new Step.Means(0, service, Progress.NONE));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFigureOfTheBarriersIsMadeOfASmallTable() {
        return Stream.of(Template.values())
                .filter(t -> t.code().startsWith("kim"))
                .map(t -> DynamicTest.dynamicTest(t.code(), () -> {
                    NamedFigure figure = make(t);
                    assertThat(figure.drawing().csv().lines().count()).isGreaterThan(2);
                    assertThat(figure.caption()).endsWith(".");
                }));
    }

    @Test
    void aRedundantFeatureStandsBesideTheOneThatStays() {
        FeatureTable features = (FeatureTable) make(Template.FEATURES).drawing();
        assertThat(features.rows()).hasSize(2);
        assertThat(features.rows().getFirst().dropped()).hasSize(1);
    }
}
