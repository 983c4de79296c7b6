package org.ionscape.app.explorer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.crystal.Family;

/** One row of the tree: name, faint count, and for a run its badge at the right edge. */
final class RunCell extends TreeCell<RunNode> {
    private static final double DOT = 4;

    @Override
    protected void updateItem(RunNode node, boolean empty) {
        super.updateItem(node, empty);
        setText("");
        setTooltip(null);
        if (empty || node == null) {
            setGraphic(null);
            return;
        }
        HBox row = new HBox();
        row.getStyleClass().add("run-row");
        switch (node) {
            case RunNode.Root root -> setText(root.key());
            case RunNode.FamilyNode family -> {
                Circle dot = new Circle(DOT);
                dot.getStyleClass().addAll("family-dot", familyStyle(family.family()));
                row.getChildren().addAll(dot, label(family.family().label(), "family-name"), count(family.count()));
            }
            case RunNode.CompoundNode compound -> {
                row.getStyleClass().add("formula-row");
                row.getChildren().addAll(FormulaText.of(compound.compound()), count(compound.count()));
            }
            case RunNode.StoichiometryNode stoichiometry ->
                row.getChildren().addAll(label(stoichiometry.label(), "muted"), count(stoichiometry.count()));
            case RunNode.Leaf leaf -> fill(row, leaf.item());
        }
        setGraphic(row);
    }

    private void fill(HBox row, RunItem item) {
        Label name = label(item.shortName(), item.excluded() ? "excluded" : "run-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(name, gap, Badge.of(item.status()));
        Tooltip tooltip = new Tooltip(sentence(item));
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setMaxWidth(420);
        tooltip.setWrapText(true);
        setTooltip(tooltip);
    }

    /** What hovering says: the run, its standing, why and what to do. */
    static String sentence(RunItem item) {
        String why = item.whyProperty().get();
        if (why.isEmpty() && item.status() == RunStatus.NOT_ANALYSED) {
            why = "Double-click to analyse it.";
        }
        return item.longName()
                + (item.excluded() ? ", left out of statistics" : "")
                + ": "
                + item.status().label()
                + "."
                + (why.isEmpty() ? "" : "\n" + why)
                + "\n"
                + item.info().path();
    }

    static String familyStyle(Family family) {
        return "family-"
                + switch (family) {
                    case LI -> "li";
                    case NA -> "na";
                    case K -> "k";
                    case AG_CU -> "ag-cu";
                    case HALIDE -> "halide";
                    case O -> "o";
                    case OTHER -> "other";
                };
    }

    private static Node count(int n) {
        return label(String.valueOf(n), "count");
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
