package org.ionscape.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStore;
import org.ionscape.app.RunStore.Inclusion;
import org.ionscape.app.Workbench;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;

/** What menus, keys, buttons and the palette do. */
final class Actions {
    private final Workbench workbench;
    private final Preferences preferences;
    private final Supplier<Optional<Path>> folderDialog;
    private final java.util.function.Consumer<File> fileManager;
    private final Function<Path, RunStore> projects;

    /**
     * Actions on a workbench.
     *
     * @param folderDialog asks the person for a folder
     * @param fileManager shows a folder in the system's file manager
     * @param projects opens the project of a file, or makes it
     */
    Actions(
            Workbench workbench,
            Preferences preferences,
            Supplier<Optional<Path>> folderDialog,
            java.util.function.Consumer<File> fileManager,
            Function<Path, RunStore> projects) {
        this.workbench = workbench;
        this.preferences = preferences;
        this.folderDialog = folderDialog;
        this.fileManager = fileManager;
        this.projects = projects;
    }

    Preferences preferences() {
        return preferences;
    }

    void reveal(File folder) {
        fileManager.accept(folder);
    }

    List<Command> commands() {
        return List.of(
                Command.of("File", "Open sample project", "", this::openSamples),
                Command.of("File", "Open folder…", "Shortcut+O", this::askFolder),
                Command.of("File", "Close project", "Shortcut+W", workbench::closeProject),
                Command.of("File", "Quit", "Shortcut+Q", javafx.application.Platform::exit),
                Command.of("Edit", "Undo", "Shortcut+Z", () -> workbench.undo().undo()),
                Command.of(
                        "Edit",
                        "Redo",
                        "Shortcut+Shift+Z",
                        () -> workbench.undo().redo()),
                Command.of(
                        "Edit",
                        "Remove selected runs",
                        "",
                        () -> workbench.edits().remove(selected())),
                Command.of(
                        "Edit",
                        "Exclude selected runs from statistics",
                        "",
                        () -> workbench.edits().exclude(selected(), Inclusion.EXCLUDED)),
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
                Command.of("Analyse", "Cancel all", "", () -> workbench.runs().forEach(workbench.analyses()::cancel)),
                Command.of("Help", "Welcome page", "", workbench::closeProject));
    }

    private List<RunItem> selected() {
        return List.copyOf(workbench.selection());
    }

    void askFolder() {
        folderDialog.get().ifPresent(folder -> addFolders(List.of(folder)));
    }

    /** Adds folders to the open project, or to a new one named after the first. */
    void addFolders(List<Path> folders) {
        if (workbench.projectProperty().get().isPresent()) {
            scan(folders);
        } else {
            open(
                    projectFile(String.valueOf(
                            folders.getFirst().toAbsolutePath().normalize().getFileName())),
                    () -> scan(folders));
        }
    }

    private static Path projectFile(String name) {
        return Preferences.home().resolve("projects").resolve(name + ".ionscape");
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
        workbench
                .compute()
                .submit(Job.of("Opening " + Welcome.nameOf(file), progress -> {
                    Files.createDirectories(file.toAbsolutePath().getParent());
                    return projects.apply(file);
                }))
                .whenDone()
                .whenComplete((store, failure) -> workbench.window().execute(() -> {
                    if (failure != null) {
                        tell(failure);
                        return;
                    }
                    preferences.opened(file);
                    workbench
                            .open(store)
                            .whenDone()
                            .thenRun(() -> workbench.window().execute(() -> {
                                workbench.restoreSelection();
                                then.run();
                            }));
                }));
    }

    /** Opens the sample project, made from the sample runs the first time. */
    void openSamples() {
        samples()
                .ifPresentOrElse(
                        folder -> open(projectFile("samples"), () -> scan(List.of(folder))),
                        () -> say(
                                "The sample runs are not here: a folder sample-data was expected beside the program."));
    }

    private static void tell(Throwable failure) {
        say(failure instanceof InputException ? failure.getMessage() : "This could not be opened: " + failure);
    }

    private static void say(String sentence) {
        Alert alert = new Alert(Alert.AlertType.WARNING, sentence, ButtonType.CLOSE);
        alert.setHeaderText(null);
        alert.setResizable(true);
        alert.show();
    }

    private void scan(List<Path> folders) {
        workbench
                .scans()
                .add(folders)
                .whenDone()
                .whenComplete((found, failure) -> workbench.window().execute(() -> {
                    if (failure instanceof CancellationException) {
                        return;
                    }
                    if (failure != null) {
                        tell(failure);
                    }
                    greet();
                }));
    }

    /** A newcomer sees a result without asking for one: the first run is shown and what lacks a result is computed. */
    private void greet() {
        if (workbench.selection().isEmpty() && !workbench.restoreSelection()) {
            workbench.runs().stream().findFirst().ifPresent(run -> workbench.select(List.of(run)));
        }
        workbench.analyse(workbench.withoutResult());
    }

    static Optional<Path> samples() {
        return List.of(System.getProperty("ionscape.samples", "sample-data"), "../sample-data").stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
