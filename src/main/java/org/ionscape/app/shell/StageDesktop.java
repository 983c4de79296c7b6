package org.ionscape.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.ionscape.app.parts.Notice;

/**
 * The desktop that a window of JavaFX stands on.
 *
 * @param stage owns the dialogs
 * @param show opens a file or folder with the program the system has for it, by its address
 */
record StageDesktop(Stage stage, Consumer<String> show) implements Desktop {
    @Override
    public Optional<Path> askFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder with runs");
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> askFile(FileKind kind) {
        return Optional.ofNullable(chooser(kind).showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> askNewFile(FileKind kind) {
        return Optional.ofNullable(chooser(kind).showSaveDialog(stage)).map(File::toPath);
    }

    private static FileChooser chooser(FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kind.says());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.says(), kind.pattern()));
        return chooser;
    }

    @Override
    public void reveal(File file) {
        show.accept(file.toURI().toString());
    }

    @Override
    public void tell(String sentence) {
        Notice.over(stage.getScene().getRoot(), sentence);
    }

    @Override
    public void quit() {
        Platform.exit();
    }
}
