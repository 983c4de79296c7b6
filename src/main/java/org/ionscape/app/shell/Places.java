package org.ionscape.app.shell;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.app.Workbench;
import org.ionscape.app.correlogram.CorrelogramPane;
import org.ionscape.app.landscape.LandscapePane;
import org.ionscape.app.parts.Place;
import org.ionscape.app.parts.Place.Explorer;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.table.TablePane;
import org.ionscape.app.training.TrainingPane;
import org.ionscape.app.viewer.ViewerPane;
import org.kordamp.ikonli.feather.Feather;

/** The window's places in the order of their tabs. A new place is one statement here. */
final class Places {
    private Places() {}

    static List<Place> of(Workbench workbench, Sheets sheets) {
        List<Place> places = new ArrayList<>();
        places.add(Place.of(
                Workbench.TRAJECTORY, "Trajectory", Feather.BOX, Explorer.BESIDE, () -> new ViewerPane(workbench)));
        places.add(Place.of("table", "Table", Feather.LIST, Explorer.HIDDEN, () -> new TablePane(workbench, sheets)));
        places.add(Place.of(
                "correlogram",
                "Correlogram",
                Feather.GRID,
                Explorer.HIDDEN,
                () -> new CorrelogramPane(workbench, sheets)));
        places.add(Place.of(
                "landscape", "Landscape", Feather.LAYERS, Explorer.HIDDEN, () -> new LandscapePane(workbench, sheets)));
        places.add(Place.of(
                "training",
                "Training",
                Feather.TRENDING_DOWN,
                Explorer.HIDDEN,
                () -> new TrainingPane(workbench, sheets)));
        return List.copyOf(places);
    }
}
