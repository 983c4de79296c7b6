package org.ionscape.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Place;

/** The middle of the window: the place the person is at, and the explorer beside it where it is wanted. */
final class PlaceStage extends SplitPane {
    private final Workbench workbench;
    private final List<Place> places;
    private final Node explorer;
    private final double explorerWidth;
    private final StackPane middle = new StackPane();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Boolean> explorerWanted = new HashMap<>();
    private Consumer<Boolean> explorerShown = shown -> {};

    PlaceStage(Workbench workbench, List<Place> places, Node explorer, double explorerWidth) {
        this.workbench = workbench;
        this.places = List.copyOf(places);
        this.explorer = explorer;
        this.explorerWidth = explorerWidth;
        getStyleClass().add("place-stage");
        middle.setMinSize(0, 0);
        middle.setAlignment(
                Pos.TOP_LEFT); // a place that is too wide for the window begins at its left edge all the same
        SplitPane.setResizableWithParent(explorer, false);
        getItems().add(middle);
        widthProperty().addListener((o, old, now) -> {
            if (old.doubleValue() == 0) { // only now it is known which share the explorer's width is
                divide();
            }
        });
        workbench.placeProperty().addListener((o, old, now) -> go());
    }

    /** Tells from now on whether the explorer is shown. */
    void onExplorerShown(Consumer<Boolean> listener) {
        explorerShown = listener;
    }

    /** The place of the workbench, the first if it names none of these. */
    Place current() {
        return places.stream()
                .filter(p -> p.id().equals(workbench.placeProperty().get()))
                .findFirst()
                .orElse(places.getFirst());
    }

    /** Shows what is beside the place the workbench names, which itself may come later: it takes longer to make. */
    void goBeside() {
        placeExplorer();
    }

    /** Shows the place the workbench names. */
    void go() {
        Place place = current();
        placeExplorer();
        middle.getChildren().setAll(nodes.computeIfAbsent(place.id(), id -> place.node()));
        place.shown();
    }

    /** Shows or hides the explorer at this place from now on. */
    void toggleExplorer() {
        explorerWanted.put(current().id(), !wanted());
        placeExplorer();
    }

    private void divide() {
        if (getWidth() > 0 && getItems().contains(explorer)) {
            setDividerPositions(explorerWidth / getWidth());
        }
    }

    private boolean wanted() {
        return explorerWanted.getOrDefault(current().id(), current().explorer() == Place.Explorer.BESIDE);
    }

    private void placeExplorer() {
        if (wanted() && !getItems().contains(explorer)) {
            getItems().addFirst(explorer);
            divide();
        } else if (!wanted()) {
            getItems().remove(explorer);
        }
        explorerShown.accept(wanted());
    }
}
