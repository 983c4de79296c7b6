package org.ionscape.app.table;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Notice;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.table.Table;

/** Brings tables in from files and writes them out, with the dialogs that ask where. */
final class TableFiles {
    private final Workbench workbench;
    private final Sheets sheets;
    private final Node owner;

    TableFiles(Workbench workbench, Sheets sheets, Node owner) {
        this.workbench = workbench;
        this.sheets = sheets;
        this.owner = owner;
    }

    void importFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a table");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Tables", "*.csv", "*.tsv", "*.txt", "*.csv.gz"));
        Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::read);
    }

    private void read(Path file) {
        sheets.importFile(file)
                .whenDone()
                .whenComplete((problems, failure) -> workbench.window().execute(() -> {
                    if (failure != null) {
                        tell(failure.getMessage());
                    } else if (!problems.isEmpty()) {
                        tell(String.join(
                                "\n",
                                problems.stream()
                                        .limit(8)
                                        .map(Problem::toString)
                                        .toList()));
                    }
                }));
    }

    void exportFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the rows shown");
        chooser.setInitialFileName(sheets.shown().sheet().name().toLowerCase(Locale.ROOT) + ".csv");
        Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::write);
    }

    /** Writes the rows shown to a file, as a job: a table may be large and a folder far. */
    JobHandle<Path> write(Path file) {
        Table table = sheets.shown().table();
        JobHandle<Path> job = workbench.compute().submit(Job.of("Writing " + file.getFileName(), progress -> {
            TableCsv.write(file, table, progress);
            return file;
        }));
        job.whenDone().whenComplete((written, failure) -> {
            if (failure != null && job.state() == Job.State.FAILED) {
                workbench
                        .window()
                        .execute(
                                () -> tell(file + ": the table cannot be written here (" + failure.getMessage() + ")"));
            }
        });
        return job;
    }

    /** Says something that a person should know or do. */
    void tell(String sentence) {
        Notice.over(owner, sentence);
    }
}
