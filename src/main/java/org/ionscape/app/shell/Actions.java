package org.ionscape.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStore;
import org.ionscape.app.RunStore.Inclusion;
import org.ionscape.app.Workbench;
import org.ionscape.compute.InputException;
import org.ionscape.compute.JobHandle;

/** What menus, keys, buttons and the palette do. */
final class Actions {
    /** Beside the sample runs; the one named last is the one looked at. */
    private static final List<SampleTable> SAMPLE_TABLES = List.of(
            new SampleTable("barriers", "antiperovskites/barriers.csv"),
            new SampleTable("sample database", "runs.csv"));

    private record SampleTable(String name, String file) {}

    private final Workbench workbench;
    private final Preferences preferences;
    private final Desktop desktop;
    private final Openings openings;
    private Consumer<SequencedMap<String, Path>> sampleTables = tables -> {};

    Actions(Workbench workbench, Preferences preferences, Desktop desktop, Openings openings) {
        this.workbench = workbench;
        this.preferences = preferences;
        this.desktop = desktop;
        this.openings = openings;
    }

    Preferences preferences() {
        return preferences;
    }

    Desktop desktop() {
        return desktop;
    }

    List<Command> commands() {
        return List.of(
                Command.of("File", "Open sample project", "", this::openSamples),
                Command.of("File", "Open folder…", "Shortcut+O", this::askFolder),
                Command.of("File", "Open project…", "Shortcut+Shift+O", this::askProject),
                Command.of("File", "Close project", "Shortcut+W", workbench::closeProject),
                Command.of("File", "Quit", "Shortcut+Q", desktop::quit),
                Command.of("Edit", "Undo", "Shortcut+Z", () -> workbench.undo().undo()),
                Command.of(
                        "Edit",
                        "Redo",
                        "Shortcut+Shift+Z",
                        () -> workbench.undo().redo()),
                Command.of(
                        "Edit",
                        "Exclude selected runs from statistics",
                        "",
                        () -> workbench.edits().exclude(selected(), Inclusion.EXCLUDED)),
                Command.of(
                        "Edit",
                        "Include selected runs in statistics",
                        "",
                        () -> workbench.edits().exclude(selected(), Inclusion.INCLUDED)),
                Command.of(
                        "Edit",
                        "Join selected runs as one simulation",
                        "Shortcut+J",
                        () -> workbench.edits().join(selected())),
                Command.of(
                        "Edit",
                        "Remove selected runs",
                        "",
                        () -> workbench.edits().remove(selected())),
                Command.of(
                        "View",
                        "Light or dark",
                        "Shortcut+Shift+D",
                        () -> workbench
                                .themeProperty()
                                .set(workbench.themeProperty().get().other())),
                Command.of("Analyse", "Analyse selected runs", "Shortcut+R", () -> workbench.analyse(selected())),
                Command.of(
                        "Analyse",
                        "Analyse all that need it",
                        "Shortcut+Shift+R",
                        () -> workbench.analyse(workbench.withoutResult())),
                Command.of("Analyse", "Cancel all", "", () -> workbench.runs().forEach(workbench.analyses()::cancel)));
    }

    private List<RunItem> selected() {
        return List.copyOf(workbench.selection());
    }

    void askFolder() {
        desktop.askFolder().ifPresent(folder -> addFolders(List.of(folder)));
    }

    private void askProject() {
        desktop.askFile(Desktop.FileKind.PROJECT).ifPresent(this::open);
    }

    /** What was dropped on the window: projects are opened, everything else is looked through for runs. */
    void dropped(List<Path> paths) {
        List<Path> opened = paths.stream().filter(Openings::isProject).toList();
        List<Path> scanned = paths.stream().filter(p -> !opened.contains(p)).toList();
        if (!opened.isEmpty()) {
            open(opened.getFirst(), () -> addFolders(scanned));
        } else {
            addFolders(scanned);
        }
    }

    /** Adds folders to the open project, or to a new one named after the first. */
    void addFolders(List<Path> folders) {
        if (folders.isEmpty()) {
            return;
        }
        if (workbench.projectProperty().get().isPresent()) {
            scan(folders);
        } else {
            open(openings.ofFolder(folders.getFirst()), () -> scan(folders));
        }
    }

    /** Opens the project of a file. */
    void open(Path file) {
        open(file, () -> {});
    }

    private void open(Path file, Runnable then) {
        Optional<RunStore> open = workbench.projectProperty().get();
        if (open.map(RunStore::file).filter(file::equals).isPresent()) {
            then.run();
            return;
        }
        openings.open(file)
                .whenDone()
                .whenComplete((store, failure) -> inWindow(() -> {
                    if (failure != null) {
                        tell(failure);
                        return;
                    }
                    preferences.opened(file);
                    workbench
                            .open(store)
                            .thenRun(() -> workbench.window().execute(() -> {
                                workbench.restoreSelection();
                                then.run();
                            }));
                }));
    }

    /** At once where this is the window's thread already: what is ready then shows with the first frame. */
    private void inWindow(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            workbench.window().execute(action);
        }
    }

    /** Says what reads the tables of the sample project into it. */
    void onSampleTables(Consumer<SequencedMap<String, Path>> reader) {
        sampleTables = reader;
    }

    /** Opens the sample project, made from the sample runs the first time. */
    void openSamples() {
        SampleData.found()
                .ifPresentOrElse(
                        this::openSamples,
                        () -> desktop.tell(
                                "The sample runs are not here: a folder sample-data was expected beside the program."));
    }

    private void openSamples(Path runs) {
        CompletionStage<Path> copied = openings.samples(runs).whenDone();
        open(
                openings.ofSamples(),
                () -> copied.whenComplete((folder, failure) -> inWindow(() -> {
                    if (failure != null) {
                        tell(failure);
                    } else {
                        sampleTables.accept(tablesIn(folder));
                        follow(workbench.scans().open(List.of(folder)));
                    }
                })));
    }

    private static SequencedMap<String, Path> tablesIn(Path folder) {
        SequencedMap<String, Path> tables = new LinkedHashMap<>();
        SAMPLE_TABLES.stream()
                .filter(t -> Files.isRegularFile(folder.resolve(t.file())))
                .forEach(t -> tables.put(t.name(), folder.resolve(t.file())));
        return tables;
    }

    private void tell(Throwable failure) {
        desktop.tell(
                failure instanceof InputException
                        ? failure.getMessage()
                        : "This could not be opened: " + failure + ". See the log.");
    }

    private void scan(List<Path> folders) {
        follow(workbench.scans().add(folders));
    }

    private void follow(JobHandle<List<RunItem>> scan) {
        ListChangeListener<RunItem> showFirst = change -> {
            if (workbench.selection().isEmpty() && !workbench.runs().isEmpty()) {
                workbench.select(List.of(workbench.runs().getFirst()));
            }
        };
        if (!workbench.restoreSelection()) {
            workbench.runs().addListener(showFirst);
        }
        scan.whenDone()
                .whenComplete((found, failure) -> workbench.window().execute(() -> {
                    workbench.runs().removeListener(showFirst);
                    if (failure instanceof CancellationException) {
                        return;
                    }
                    if (failure != null) {
                        tell(failure);
                    }
                    workbench.analyse(workbench.withoutResult()); // a newcomer sees results without asking for them
                }));
    }
}
