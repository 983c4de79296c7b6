package org.ionscape.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.compute.Version;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.TrajectoryFiles;

/**
 * All descriptors of many runs: as many runs at once as the service has threads, each read, analysed and let go, so that
 * memory is bounded by the threads and not by the number of runs. What a {@link RowCache} holds already is not computed
 * again. The rows come in the order of the runs, whatever order they were finished in.
 */
public final class Extraction {
    /**
     * What came of it.
     *
     * @param rows of the runs that could be analysed, in part where the time between frames is not known
     * @param problems of those that could not, or only in part
     * @param computed how many rows were computed, the others being known already
     */
    public record Extracted(List<DescriptorRow> rows, List<Problem> problems, int computed) {
        public Extracted {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    private final ComputeService service;
    private final AnalysisSettings settings;
    private final RowCache cache;

    /** An extraction with the same settings for all runs. */
    public Extraction(ComputeService service, AnalysisSettings settings, RowCache cache) {
        this.service = service;
        this.settings = settings;
        this.cache = cache;
    }

    /**
     * Extracts the rows of runs.
     *
     * @param names of the rows, one for each run
     * @throws java.util.concurrent.CancellationException when the service was told to stop; what was finished until then
     *     is in the cache
     */
    public Extracted extract(List<RunInfo> runs, List<String> names) {
        List<Optional<JobHandle<DescriptorRow>>> jobs = new ArrayList<>();
        List<Optional<DescriptorRow>> known = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunInfo run = runs.get(i);
            String name = names.get(i);
            Optional<DescriptorRow> row = cache.find(run, settings).map(r -> r.named(name));
            known.add(row);
            jobs.add(
                    row.isPresent()
                            ? Optional.empty()
                            : Optional.of(service.submit(Job.of("Extracting " + name, p -> {
                                DescriptorRow computed = row(name, run, p);
                                cache.put(run, settings, computed);
                                return computed;
                            }))));
        }
        return collect(runs, jobs, known);
    }

    /** Without the time between frames, what does not need it. */
    private DescriptorRow row(String name, RunInfo run, Progress progress) {
        try (LoadedTrajectory loaded = TrajectoryFiles.read(run.files(), run.hints(), progress.part(0, 0.5))) {
            return RunAnalyser.Choices.timeStepFs(run, loaded.trajectory(), settings)
                            .isPresent()
                    ? DescriptorRow.of(
                            name, RunAnalyser.analyse(run, loaded, settings, progress.part(0.5, 1)), Version.CURRENT)
                    : TimelessRun.row(name, run, loaded, settings, progress.part(0.5, 1));
        }
    }

    private static Extracted collect(
            List<RunInfo> runs, List<Optional<JobHandle<DescriptorRow>>> jobs, List<Optional<DescriptorRow>> known) {
        List<DescriptorRow> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int computed = 0;
        for (int i = 0; i < jobs.size(); i++) {
            Path path = runs.get(i).path();
            try {
                DescriptorRow row = known.get(i).isPresent()
                        ? known.get(i).get()
                        : jobs.get(i).orElseThrow().join();
                computed += known.get(i).isPresent() ? 0 : 1;
                rows.add(row);
                row.warnings().stream()
                        .filter(RunScanner::asksForTimeStep)
                        .map(w -> Problem.of(path, w.message() + " (descriptors that need no time are in the table)"))
                        .forEach(problems::add);
            } catch (InputException e) {
                problems.add(about(path, e.problem()));
            }
        }
        return new Extracted(rows, problems, computed);
    }

    private static Problem about(Path run, Problem problem) {
        return problem.file().isPresent() ? problem : Problem.of(run, problem.message());
    }
}
