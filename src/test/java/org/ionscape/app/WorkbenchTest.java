package org.ionscape.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.trajectory.Trajectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window's model without a window: the test's thread plays the window's. */
@Timeout(60)
class WorkbenchTest {
    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private Workbench workbench;

    @BeforeEach
    void open() throws IOException {
        Path run = Files.createDirectories(folder.resolve("Li-based/LiF/AIMD/stoichiometric/800K"));
        Files.writeString(run.resolve("XDATCAR"), walk());
        Files.writeString(run.resolve("INCAR"), "POTIM = 2\nNBLOCK = 10\nTEBEG = 800\n");
        workbench = bench(new RunEngine());
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private Workbench bench(Engine engine) {
        Workbench bench = new Workbench(new ComputeService(2), engine, window::add);
        bench.open(ProjectStore.at(folder.resolve("test.ionscape")));
        return bench;
    }

    private static String walk() {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder("LiF\n1.0\n12 0 0\n0 12 0\n0 0 12\nLi F\n4 4\n");
        double[] at = random.doubles(24).toArray();
        for (int f = 1; f <= 200; f++) {
            text.append("Direct configuration= ").append(10 * f).append('\n');
            for (int i = 0; i < 24; i += 3) {
                for (int k = 0; k < 3; k++) {
                    double spread = i < 12 ? 0.02 : 0.001;
                    at[i + k] += i < 12 ? spread * random.nextGaussian() : 0;
                    double shown = at[i + k] + 0.001 * random.nextGaussian();
                    text.append(String.format(Locale.ROOT, " %.8f", shown - Math.floor(shown)));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Does the window's work until something holds. */
    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable work = window.poll(30, TimeUnit.SECONDS);
            assertThat(work)
                    .as("the window waits for something that does not come")
                    .isNotNull();
            work.run();
        }
    }

    private RunItem scanned() throws InterruptedException {
        workbench.scans().add(List.of(folder.resolve("Li-based")));
        until(() -> !workbench.runs().isEmpty());
        return workbench.runs().getFirst();
    }

    private RunItem analysed() throws InterruptedException {
        RunItem item = scanned();
        workbench.analyse(List.of(item));
        until(() -> item.status() == RunStatus.DONE);
        return item;
    }

    @Test
    void aFolderBecomesARunAndTheRunAResult() throws InterruptedException {
        RunItem item = analysed();
        assertThat(item.info().compound()).isEqualTo("LiF");
        assertThat(item.result().orElseThrow().diffusion().get("Li").dCm2PerS()).isPositive();
    }

    @Test
    void whatCannotBeReadIsAProblemInWordsAndSoOnReopening() throws Exception {
        RunItem item = scanned();
        Files.writeString(item.info().files().getFirst(), "LiF\n1.0\nnonsense\n");
        workbench.analyse(List.of(item));
        until(() -> item.status() == RunStatus.PROBLEM);
        assertThat(item.whyProperty().get()).contains("line 3").doesNotContain("Exception");
    }

    @Test
    void cancellingGivesBackTheFormerStatusAndIsNoProblem() throws InterruptedException {
        workbench.close();
        workbench = bench(new Slow());
        RunItem item = scanned();
        workbench.analyse(List.of(item));
        until(() -> item.status() == RunStatus.RUNNING);
        workbench.analyses().cancel(item);
        until(() -> !item.status().isBusy());
        assertThat(item.status()).isEqualTo(RunStatus.NOT_ANALYSED);
    }

    @Test
    void anAnalysisThatClosingInterruptedIsTakenUpAtTheNextOpening() throws InterruptedException {
        workbench.close();
        workbench = bench(new Slow());
        RunItem item = scanned();
        workbench.analyse(List.of(item));
        until(() -> item.status() == RunStatus.RUNNING);
        workbench.close();
        workbench = bench(new RunEngine());
        until(() -> !workbench.runs().isEmpty() && workbench.runs().getFirst().status() == RunStatus.DONE);
    }

    /** An engine whose analysis ends only when it is cancelled. */
    private static final class Slow implements Engine {
        private final Engine engine = new RunEngine();

        @Override
        public List<org.ionscape.compute.Problem> scan(
                List<Path> roots, java.util.function.Consumer<RunInfo> found, Progress progress) {
            return engine.scan(roots, found, progress);
        }

        @Override
        public org.ionscape.format.scan.Continuations.Found continuations(List<RunInfo> runs, Progress progress) {
            return engine.continuations(runs, progress);
        }

        @Override
        public RunResult analyse(RunInfo run, AnalysisSettings settings, Progress progress) {
            while (true) {
                progress.check();
                Thread.onSpinWait();
            }
        }

        @Override
        public org.ionscape.transport.Diffusion refit(RunResult result, String species, double from, double to) {
            return engine.refit(result, species, from, to);
        }

        @Override
        public Dynamics dynamics(
                RunInfo run,
                Trajectory trajectory,
                AnalysisSettings settings,
                List<String> mobile,
                Dynamics.Part part,
                Progress progress) {
            return engine.dynamics(run, trajectory, settings, mobile, part, progress);
        }
    }

    @Test
    void aCorrectionCanBeUndoneAndDoneAgain() throws InterruptedException {
        RunItem item = analysed();
        workbench
                .edits()
                .correct("Set temperature", List.of(item), s -> Correction.temperatureK(s, OptionalDouble.of(900)));
        assertThat(item.settings().temperatureK()).isEqualTo(OptionalDouble.of(900));
        workbench.undo().undo();
        assertThat(item.settings().temperatureK()).isEmpty();
        workbench.undo().redo();
        assertThat(item.settings().temperatureK()).isEqualTo(OptionalDouble.of(900));
    }

    @Test
    void aProjectOpenedAgainShowsItsResultsWithoutComputing() throws InterruptedException {
        double d = analysed().result().orElseThrow().diffusion().get("Li").dCm2PerS();
        workbench.close();
        window.clear();
        workbench = bench(new Slow()); // would never end if it were asked
        until(() -> !workbench.runs().isEmpty() && workbench.runs().getFirst().status() == RunStatus.DONE);
        assertThat(workbench
                        .runs()
                        .getFirst()
                        .result()
                        .orElseThrow()
                        .diffusion()
                        .get("Li")
                        .dCm2PerS())
                .isEqualTo(d);
    }

    @Test
    void aResultIsStaleOnceItsFilesChanged() throws Exception {
        RunItem item = analysed();
        Path file = item.info().files().getFirst();
        workbench.close();
        window.clear();
        Files.writeString(file, walk() + "\n");
        workbench = bench(new RunEngine());
        until(() -> !workbench.runs().isEmpty() && workbench.runs().getFirst().status() == RunStatus.STALE);
        assertThat(workbench.runs().getFirst().whyProperty().get()).contains("changed");
    }

    private List<RunItem> threeParts() throws Exception {
        String[] text = walk().split("(?=Direct)");
        String head = text[0];
        for (int part = 0; part < 3; part++) {
            Path run = Files.createDirectories(folder.resolve("parts/run" + (part + 1)));
            String frames = String.join("", Arrays.copyOfRange(text, 1 + 60 * part, 1 + 60 * (part + 1)));
            Files.writeString(run.resolve("XDATCAR"), head + frames);
            Files.writeString(run.resolve("INCAR"), "POTIM = 2\nNBLOCK = 10\nTEBEG = 800\n");
        }
        workbench.scans().add(List.of(folder.resolve("parts")));
        // what was added is told last
        until(() -> !workbench.scans().series().isEmpty()
                && workbench.undo().undoLabelProperty().get().startsWith("Add"));
        return workbench.scans().series().getFirst();
    }

    @Test
    void runsThatFollowOneAnotherAreJoinedWhenThePersonSaysSoAndTakenApartByUndo() throws Exception {
        List<RunItem> parts = threeParts();
        assertThat(parts).hasSize(3);
        workbench.scans().join(parts);
        RunItem whole = parts.getFirst();
        until(() -> whole.status() == RunStatus.DONE);
        assertThat(workbench.runs()).containsExactly(whole);
        assertThat(whole.result().orElseThrow().run().frames()).isEqualTo(180);
        workbench.undo().undo();
        assertThat(workbench.runs()).hasSize(3);
        assertThat(whole.info().files()).hasSize(1);
    }

    @Test
    void joinedRunsAreStillOneWhenTheProjectIsOpenedAgainOrTheFolderScannedAgain() throws Exception {
        workbench.scans().join(threeParts());
        until(() -> workbench.runs().size() == 1 && workbench.runs().getFirst().status() == RunStatus.DONE);
        workbench.close();
        window.clear();
        workbench = bench(new Slow());
        until(() -> workbench.runs().size() == 1 && workbench.runs().getFirst().status() == RunStatus.DONE);
        workbench.scans().add(List.of(folder.resolve("parts"))).join();
        assertThat(workbench.runs().getFirst().later()).hasSize(2);
    }

    @Test
    void aSeriesNobodyDecidedAboutIsAskedAgainOnReopening() throws Exception {
        threeParts();
        workbench.close();
        window.clear();
        workbench = bench(new RunEngine());
        until(() -> !workbench.scans().series().isEmpty());
        workbench.scans().settle(workbench.scans().series().getFirst());
        workbench.close();
        window.clear();
        workbench = bench(new RunEngine());
        until(() -> workbench.runs().size() == 3);
        assertThat(workbench.scans().series()).isEmpty();
    }

    @Test
    void aNameGivenByHandIsUsedKeptAndUndone() throws Exception {
        RunItem item = scanned();
        workbench.edits().name("Name compound", List.of(item), n -> n.withCompound(Optional.of("Li4F4")));
        assertThat(item.info().compound()).isEqualTo("Li4F4");
        workbench.close();
        window.clear();
        workbench = bench(new RunEngine());
        until(() -> !workbench.runs().isEmpty());
        assertThat(workbench.runs().getFirst().info().compound()).isEqualTo("Li4F4");
        RunItem again = workbench.runs().getFirst();
        workbench.edits().name("As recognised", List.of(again), n -> n.withCompound(Optional.empty()));
        assertThat(again.info().compound()).isEqualTo("LiF");
        workbench.undo().undo();
        assertThat(again.info().compound()).isEqualTo("Li4F4");
    }
}
