package org.ionscape.app.viewer;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;

/**
 * What a run is taken for, and where each value came from; every one can be set right here. What the reader could not
 * tell stands first, as a question.
 */
final class RunCard extends Card {
    private final Workbench workbench;
    private final RunFacts facts;
    private final Label together = new Label();
    private final VBox rows = new VBox();
    private Optional<RunFacts.Shown> shown = Optional.empty();

    RunCard(Workbench workbench) {
        super("Run", "what it is, and how that is known");
        this.workbench = workbench;
        facts = new RunFacts(workbench.edits());
        setId("run-card");
        rows.getStyleClass().add("run-rows");
        together.getStyleClass().add("muted");
        together.managedProperty().bind(together.visibleProperty());
        getChildren().addAll(together, rows);
    }

    /** Whether something of a run must be asked. */
    static boolean hasQuestion(RunItem item) {
        return item.temperatureK().isEmpty()
                || item.timeStepFs().isEmpty()
                || item.mobile().isEmpty();
    }

    void show(RunItem item) {
        RunFacts.Shown now = new RunFacts.Shown(
                item, List.copyOf(workbench.selection()), item.info(), item.naming(), item.settings(), item.result());
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            fill(now);
        }
    }

    private void fill(RunFacts.Shown s) {
        together.setVisible(s.targets().size() > 1);
        together.setText(
                "What is changed here is changed for all " + s.targets().size() + " selected runs.");
        rows.getChildren().setAll(facts.rowsOf(s));
    }
}
