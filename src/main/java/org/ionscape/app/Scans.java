package org.ionscape.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.format.scan.Continuations;
import org.ionscape.format.scan.RunInfo;

/**
 * The finding of runs on the disk: what is found, what is wrong with it, and which runs seem to be parts of one
 * simulation. Such a series waits, in the project file too, until the person joins it or leaves it.
 */
public final class Scans {
    private static final String SERIES = "series";

    private final Workbench workbench;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Problem> problemsView = FXCollections.unmodifiableObservableList(problems);
    private final ObservableList<List<RunItem>> series = FXCollections.observableArrayList();
    private final ObservableList<List<RunItem>> seriesView = FXCollections.unmodifiableObservableList(series);

    Scans(Workbench workbench) {
        this.workbench = workbench;
    }

    /** What went wrong in scans, newest last. */
    public ObservableList<Problem> problems() {
        return problemsView;
    }

    /** Runs that follow one another and were neither joined nor left apart yet, each series in the order of time. */
    public ObservableList<List<RunItem>> series() {
        return seriesView;
    }

    /** Looks for runs in folders or files; they appear as they are found, what is wrong is listed. */
    public JobHandle<List<RunItem>> add(List<Path> roots) {
        return add(roots, workbench.edits()::added);
    }

    /** Looks for runs that come with the project, as those of the samples do: no change of the person's, so no undoing. */
    public JobHandle<List<RunItem>> open(List<Path> roots) {
        return add(roots, added -> {});
    }

    private JobHandle<List<RunItem>> add(List<Path> roots, Consumer<List<RunItem>> told) {
        RunStore store =
                workbench.projectProperty().get().orElseThrow(() -> new IllegalStateException("no project is open"));
        String title = "Looking for runs in "
                + roots.stream().map(p -> String.valueOf(p.getFileName())).collect(Collectors.joining(", "));
        return workbench.compute().submit(Job.of(title, progress -> {
            List<RunItem> added = new ArrayList<>();
            List<Problem> wrong = workbench
                    .engine()
                    .scan(
                            roots,
                            found -> {
                                List<RunStore.Stored> stored = store.add(List.of(found));
                                inWindow(store, () -> added.addAll(workbench.show(stored)));
                            },
                            progress);
            inWindow(store, () -> {
                problems.addAll(wrong);
                told.accept(added);
                lookForSeries(store, added);
            });
            return added;
        }));
    }

    private void inWindow(RunStore store, Runnable action) {
        workbench.window().execute(() -> workbench.ifOpen(store, action));
    }

    private void lookForSeries(RunStore store, List<RunItem> added) {
        List<RunInfo> alone = added.stream()
                .filter(i -> i.later().isEmpty())
                .map(RunItem::info)
                .toList();
        if (alone.size() > 1) {
            workbench.compute().submit(Job.of("Looking for runs that follow one another", progress -> {
                Continuations.Found found = workbench.engine().continuations(alone, progress);
                inWindow(store, () -> {
                    problems.addAll(found.gaps());
                    found.chains().forEach(chain -> series.add(items(chain)));
                    series.removeIf(s -> s.size() < 2);
                    remember();
                });
                return found;
            }));
        }
    }

    private List<RunItem> items(List<RunInfo> chain) {
        return chain.stream()
                .flatMap(info ->
                        workbench.runs().stream().filter(i -> i.info().path().equals(info.path())))
                .toList();
    }

    /** Joins a series; that can be undone. */
    public void join(List<RunItem> chain) {
        settle(chain);
        workbench.edits().join(chain);
    }

    /** Leaves the runs of a series apart, and asks no more. */
    public void settle(List<RunItem> chain) {
        series.remove(chain);
        remember();
    }

    private void remember() {
        workbench.putSetting(
                SERIES,
                series.stream()
                        .map(s -> s.stream().map(i -> String.valueOf(i.id())).collect(Collectors.joining(",")))
                        .collect(Collectors.joining(";")));
    }

    /** Asks again what was not decided when the project was closed. */
    void recall() {
        workbench.setting(SERIES).filter(text -> !text.isEmpty()).ifPresent(text -> {
            for (String ids : text.split(";")) {
                List<RunItem> chain = Stream.of(ids.split(","))
                        .map(id -> workbench.find(Long.parseLong(id)))
                        .flatMap(Optional::stream)
                        .toList();
                if (chain.size() > 1) {
                    series.add(chain);
                }
            }
        });
    }

    void clear() {
        problems.clear();
        series.clear();
    }
}
