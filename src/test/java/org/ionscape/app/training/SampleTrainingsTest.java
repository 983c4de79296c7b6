package org.ionscape.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;
import org.ionscape.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models that the sample project holds from the start. After the tables of the samples have changed,
 * {@code -Dionscape.samples.remake=true} trains them again and writes them.
 */
class SampleTrainingsTest {
    private static final Path SAMPLES = Path.of("sample-data");
    private static final Map<String, String> FILES =
            Map.of("sample database", "runs.csv", "barriers", "antiperovskites/barriers.csv");

    private final Workbench workbench = new Workbench(ComputeService.ofMachine(), new RunEngine(), Runnable::run);

    static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("project/training"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void keptModelsPredictWhatTrainingPredictsAgain(Path file) throws IOException {
        Training before = TrainingJson.read("", Files.readString(file)).orElseThrow();
        Training again = trained(before);
        if (Boolean.getBoolean("ionscape.samples.remake")) {
            Files.writeString(file, TrainingJson.write(again));
            return;
        }
        assertThat(before.rowKeys()).isEqualTo(again.rowKeys());
        List<FoldResult> folds = again.evaluation().folds();
        assertThat(before.evaluation().folds()).hasSameSizeAs(folds);
        for (int i = 0; i < folds.size(); i++) {
            double[] expected = folds.get(i).testPredicted();
            double[] shipped = before.evaluation().folds().get(i).testPredicted();
            IntStream.range(0, expected.length)
                    .forEach(row -> assertThat(shipped[row])
                            // other processors may round exponentials otherwise in the last places
                            .isCloseTo(expected[row], within(1e-9 * Math.abs(expected[row]))));
        }
        assertThat(before.evaluation().test().rmse())
                .as("better than the mean alone")
                .isLessThan(before.evaluation().baseline().rmse());
    }

    private Training trained(Training before) {
        Plan plan = before.plan();
        Scheme scheme = Scheme.parse(plan.scheme());
        Table table = TableCsv.read(SAMPLES.resolve(FILES.get(plan.sheet()))).table();
        DataChoice.Chosen chosen = new DataChoice(
                        plan.target(), List.of(), List.of(), FeatureSet.ANHARMONIC, scheme.columns(), Missing.MEDIAN)
                .from(table);
        Plan now = new Plan(
                plan.sheet(),
                plan.conditions(),
                plan.target(),
                chosen.data().featureKeys(),
                plan.model(),
                plan.settings(),
                plan.grid(),
                plan.draws(),
                plan.scheme(),
                plan.transform(),
                plan.scale(),
                plan.seed());
        ModelType type = Models.named(plan.model());
        List<Fold> folds = scheme.folds(chosen.data(), plan.seed());
        List<String> keys =
                IntStream.of(chosen.rows()).mapToObj(table.rowNames()::get).toList();
        Training again = new Training("", now, chosen.data(), keys, folds);
        again.nameProperty().set(before.nameProperty().get());
        long begun = System.nanoTime();
        Validation.run(
                        chosen.data(),
                        new Trainings(workbench).pipeline(now),
                        folds,
                        now.search(chosen.data().size()).of(type, now.seed()),
                        now.seed(),
                        workbench.compute(),
                        Progress.NONE,
                        Watcher.NONE)
                .folds()
                .forEach(again::fold);
        again.ended(Training.State.DONE, "", (System.nanoTime() - begun) / 1e9);
        return again;
    }

    @AfterEach
    void close() {
        workbench.close();
    }
}
