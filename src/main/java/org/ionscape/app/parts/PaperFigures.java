package org.ionscape.app.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.figure.FigureExport;
import org.ionscape.format.AtomicFiles;
import org.ionscape.recipe.Inventory;
import org.ionscape.recipe.NamedFigure;
import org.ionscape.recipe.Step;
import org.ionscape.recipe.Template;
import org.ionscape.table.Table;

/** Figures in the manner of the published studies, made in one click of the rows looked at. */
public final class PaperFigures {
    /** What S1–S3 of C. López et al. are. */
    public static final String INVENTORY = "[L] S1–S3  Inventory of runs, CSV or LaTeX…";

    private final Workbench workbench;
    private final Sheets sheets;

    public PaperFigures(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
    }

    /** As in menus: its number in the paper and what it shows. */
    public static String title(Template template) {
        return template.number() + "  " + template.title();
    }

    /** Makes a figure and opens the export dialog over the window that a node stands in. */
    public void make(Template template, long seed, Node over) {
        Table table = sheets.shown().countedTable();
        workbench
                .compute()
                .submit(Job.of(
                        template.title(), p -> template.make(table, new Step.Means(seed, workbench.compute(), p))))
                .whenDone()
                .whenComplete((figure, failure) -> workbench.window().execute(() -> {
                    if (failure == null) {
                        open(template, figure, over);
                    } else {
                        say(failure, over);
                    }
                }));
    }

    private void open(Template template, NamedFigure figure, Node over) {
        ExportDialog.open(
                over,
                new ExportRequest(
                        figure.title(),
                        template.code(),
                        List.of(new ExportRequest.Panel(figure.title(), figure.drawing(), figure.caption())),
                        Optional.of(FigureExport.Options.ofColumns(figure.columns(), figure.heightOfWidth()))),
                workbench);
    }

    /** Writes the inventory of the rows looked at: as LaTeX where the name ends in .tex, else as CSV. */
    public void writeInventory(Path file, Node over) {
        Table table = sheets.shown().countedTable();
        workbench
                .compute()
                .submit(Job.of("Inventory of runs", p -> {
                    Inventory inventory = Inventory.of(table);
                    boolean latex = file.toString().toLowerCase(Locale.ROOT).endsWith(".tex");
                    write(file, latex ? inventory.latex() : inventory.csv());
                    return file;
                }))
                .whenDone()
                .whenComplete((done, failure) -> workbench.window().execute(() -> {
                    if (failure != null) {
                        say(failure, over);
                    }
                }));
    }

    private static void write(Path file, String text) {
        try {
            AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw InputException.of(file, "this cannot be written here (" + e.getMessage() + ")");
        }
    }

    static void say(Throwable failure, Node over) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        Notice.over(over, cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }
}
