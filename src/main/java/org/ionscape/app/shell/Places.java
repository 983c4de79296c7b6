package org.ionscape.app.shell;

import java.util.List;
import org.ionscape.app.Workbench;
import org.ionscape.app.correlogram.CorrelogramPane;
import org.ionscape.app.parts.Place;
import org.ionscape.app.parts.Place.Explorer;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.viewer.ViewerPane;
import org.kordamp.ikonli.feather.Feather;

/** The window's places in the order of their tabs. A new place is one line here. */
final class Places {
    private Places() {}

    static List<Place> of(Workbench workbench, Sheets sheets) {
        return List.of(
                Place.of(
                        Workbench.TRAJECTORY,
                        "Trajectory",
                        Feather.BOX,
                        Explorer.BESIDE,
                        () -> new ViewerPane(workbench)),
                Place.of(
                        "correlogram",
                        "Correlogram",
                        Feather.GRID,
                        Explorer.HIDDEN,
                        () -> new CorrelogramPane(workbench, sheets)));
    }
}
