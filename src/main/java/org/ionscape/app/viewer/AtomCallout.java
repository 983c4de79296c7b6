package org.ionscape.app.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.ionscape.app.viewer.scene.Scene;
import org.ionscape.app.viewer.scene.Stage;
import org.ionscape.transport.hops.Hops;

/** What is told of the picked atom, beside it. */
final class AtomCallout extends GridPane {
    private static final double GAP = 16;

    private final Label name = new Label();
    private final Label index = new Label();
    private final Label distance = new Label();
    private final Label hopsName = new Label("hops");
    private final Label hopCount = new Label();
    private Optional<Hops> hops = Optional.empty();
    private int atom = -1;
    private boolean wanted;

    AtomCallout() {
        getStyleClass().add("callout");
        setId("callout");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        name.getStyleClass().add("callout-name");
        index.getStyleClass().add("callout-index");
        Label moved = new Label("|Δr| from start");
        moved.getStyleClass().add("muted");
        addRow(0, name, index);
        addRow(1, moved, distance);
        hopsName.getStyleClass().add("muted");
        addRow(2, hopsName, hopCount);
        setHalignment(hopCount, javafx.geometry.HPos.RIGHT);
        setHalignment(index, javafx.geometry.HPos.RIGHT);
        setHalignment(distance, javafx.geometry.HPos.RIGHT);
    }

    /** Speaks of an atom, or of none (−1). */
    void about(int picked, Stage stage) {
        atom = picked;
        wanted = picked >= 0;
        setVisible(wanted);
        if (wanted) {
            name.setText(stage.scene().atoms().speciesOf(picked) + " " + (ordinalInSpecies(picked, stage.scene()) + 1));
            index.setText("index " + picked);
            tellHops();
            follow(stage);
        }
    }

    /** Hops of the run, once they are known. */
    void hops(Optional<Hops> found) {
        hops = found;
        tellHops();
    }

    private void tellHops() {
        boolean known = hops.filter(h -> Arrays.stream(h.ions()).anyMatch(i -> i == atom))
                .isPresent();
        for (Label label : List.of(hopsName, hopCount)) {
            label.setVisible(known);
            label.setManaged(known);
        }
        hops.ifPresent(h -> {
            long all = h.hops().stream().filter(hop -> hop.ion() == atom).count();
            long back = h.hops().stream()
                    .filter(hop -> hop.ion() == atom && hop.returned())
                    .count();
            hopCount.setText(all + (back > 0 ? " (" + back + " returned)" : ""));
        });
    }

    private static int ordinalInSpecies(int picked, Scene scene) {
        int ordinal = 0;
        for (int i = 0; i < picked; i++) {
            if (scene.atoms().speciesIndex(i) == scene.atoms().speciesIndex(picked)) {
                ordinal++;
            }
        }
        return ordinal;
    }

    /** Moves along with its atom after a drawing. */
    void follow(Stage stage) {
        int item = wanted ? stage.scene().itemOfAtom(atom) : -1;
        setVisible(item >= 0);
        if (item < 0) {
            return;
        }
        distance.setText(Numbers.fixed(stage.displacementA(atom), 2) + " Å");
        autosize();
        double width = getParent().getLayoutBounds().getWidth();
        double height = getParent().getLayoutBounds().getHeight();
        double x = stage.scene().x(item) + GAP;
        if (x + getWidth() > width - 8) {
            x = stage.scene().x(item) - GAP - getWidth();
        }
        double y = Math.clamp(stage.scene().y(item) - getHeight() - 8, 8, Math.max(8, height - getHeight() - 8));
        relocate(Math.rint(x), Math.rint(y));
    }

    int atom() {
        return atom;
    }
}
