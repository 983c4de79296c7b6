package org.ionscape.app.parts;

import java.util.List;
import java.util.Optional;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.FigureExport;

/**
 * What a card offers for export.
 *
 * @param title of the dialog, as markup
 * @param name proposed for the files
 * @param panels the card's own drawing first, then those that may stand beside it
 * @param size that suits it, where one does; else it is as large as what was exported before
 */
public record ExportRequest(String title, String name, List<Panel> panels, Optional<FigureExport.Options> size) {
    /**
     * A drawing that can be a panel.
     *
     * @param title how the person knows it
     * @param drawing as it is shown
     * @param caption sentences drafted from what was done, as markup
     */
    public record Panel(String title, Drawing drawing, String caption) {}

    public ExportRequest {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to export");
        }
    }
}
