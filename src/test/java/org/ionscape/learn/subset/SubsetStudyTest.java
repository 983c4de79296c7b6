package org.ionscape.learn.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.subset.SubsetStudy.Screen;
import org.ionscape.learn.subset.SubsetStudy.Way;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a table whose target is made of two of eight features and noise. */
class SubsetStudyTest {
    private static final int FEATURES = 8;

    private static Dataset data() {
        SplittableRandom random = new SplittableRandom(5);
        int rows = 90;
        double[][] columns = new double[FEATURES][rows];
        double[] target = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int f = 0; f < FEATURES; f++) {
                columns[f][i] = random.nextDouble();
            }
            target[i] = 8 * columns[2][i] + 5 * columns[6][i] + 0.1 * random.nextGaussian();
        }
        List<Column> all = new ArrayList<>();
        for (int f = 0; f < FEATURES; f++) {
            all.add(new Column.NumberColumn("f" + f, "", columns[f]));
        }
        all.add(new Column.NumberColumn("y", "", target));
        Table table = new Table(
                "row", IntStream.range(0, rows).mapToObj(Integer::toString).toList(), all);
        return DataChoice.of("y").from(table).data();
    }

    private static Pipeline pipeline(String model, String... settings) {
        var type = Models.named(model);
        return new Pipeline(type, type.defaults().with(List.of(settings)), PrepareOptions.of(Preset.RECOMMENDED));
    }

    private static SubsetStudy study(Pipeline pipeline, Scheme scheme, Screen screen, Way way, Optional<Path> file) {
        return new SubsetStudy(data(), pipeline, scheme, screen, way, FEATURES, 3, file.map(SearchKeeper::file));
    }

    private static SubsetStudy.Result run(SubsetStudy study, int threads, Progress progress) {
        try (ComputeService service = new ComputeService(threads)) {
            return study.run(service, progress, w -> {});
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theTwoFeaturesThatMatterAreFound(Way way) {
        SubsetStudy.Result result = run(
                study(pipeline("ridge"), new Scheme.HoldOut(0.25), Screen.INNER, way, Optional.empty()),
                2,
                Progress.NONE);
        assertThat(result.best().get(1).features()).containsExactly("f2", "f6");
        assertThat(result.single().getFirst().features()).containsExactly("f2");
        assertThat(result.best().get(result.chosen()).features()).contains("f2", "f6");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void boostedTreesFindThemHoweverTheyAreScreened(Screen screen) {
        SubsetStudy.Result result = run(
                study(
                        pipeline("adaboost-extra-tree", "n_estimators=20"),
                        new Scheme.HoldOut(0.25),
                        screen,
                        Way.ALL,
                        Optional.empty()),
                2,
                Progress.NONE);
        assertThat(result.evaluated()).isEqualTo(255);
        assertThat(result.best()).hasSize(FEATURES);
        assertThat(result.best().get(1).features()).containsExactly("f2", "f6");
        assertThat(result.best()).allMatch(w -> w.testRmse().isPresent());
        assertThat(result.best().getFirst().cvRmse().isPresent()).isEqualTo(screen != Screen.TEST);
    }

    @Test
    void oneThreadAndTwoGiveTheSameAnswer() {
        for (String model : List.of("adaboost-extra-tree", "random-forest")) {
            SubsetStudy study = study(
                    pipeline(model, "n_estimators=5"), new Scheme.KFold(3), Screen.INNER, Way.ALL, Optional.empty());
            assertThat(withoutTime(run(study, 2, Progress.NONE))).isEqualTo(withoutTime(run(study, 1, Progress.NONE)));
        }
    }

    private static SubsetStudy.Result withoutTime(SubsetStudy.Result result) {
        return new SubsetStudy.Result(result.evaluated(), result.best(), result.chosen(), result.single(), 0);
    }

    @Test
    void aSearchStoppedAgainAndAgainEndsWithTheSameAnswer(@TempDir Path folder) throws IOException {
        Pipeline pipeline = pipeline("adaboost-extra-tree", "n_estimators=10");
        Scheme scheme = new Scheme.HoldOut(0.25);
        SubsetStudy.Result whole =
                run(study(pipeline, scheme, Screen.INNER, Way.ALL, Optional.empty()), 2, Progress.NONE);
        Path file = folder.resolve("search.json");
        SubsetStudy kept = study(pipeline, scheme, Screen.INNER, Way.ALL, Optional.of(file));
        int stops = 0;
        long done = 0;
        while (done < 255 && stops < 50) {
            assertThatThrownBy(() -> run(kept, 2, stoppingAfter(40))).isInstanceOf(CancellationException.class);
            stops++;
            done = Checkpoint.read(SearchKeeper.file(file), question(file), FEATURES)
                    .orElseThrow()
                    .done();
            if (done > 150) {
                break;
            }
        }
        assertThat(stops).isGreaterThan(1);
        assertThat(withoutTime(run(kept, 2, Progress.NONE))).isEqualTo(withoutTime(whole));
    }

    private static String question(Path file) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(file.toFile())
                .path("question")
                .asText();
    }

    private static Progress stoppingAfter(int checks) {
        AtomicInteger left = new AtomicInteger(checks);
        return new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                check();
            }

            @Override
            public void check() {
                if (left.decrementAndGet() < 0) {
                    throw new CancellationException();
                }
            }
        };
    }

    @Test
    void aFileOfAnotherSearchIsNotOverwritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("search.json");
        run(study(pipeline("ols"), new Scheme.KFold(3), Screen.CV, Way.ALL, Optional.of(file)), 1, Progress.NONE);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> run(
                        study(pipeline("ridge"), new Scheme.KFold(3), Screen.CV, Way.ALL, Optional.of(file)),
                        1,
                        Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other rows, features or settings");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Files.writeString(file, Files.readString(file).substring(0, 200));
        assertThatThrownBy(() -> run(
                        study(pipeline("ols"), new Scheme.KFold(3), Screen.CV, Way.ALL, Optional.of(file)),
                        1,
                        Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void withoutTestRowsTheyCannotChoose() {
        assertThatThrownBy(() -> run(
                        study(pipeline("ols"), new Scheme.KFold(3), Screen.TEST, Way.ALL, Optional.empty()),
                        1,
                        Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no test rows");
    }
}
