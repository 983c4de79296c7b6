package org.ionscape.app.explorer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/**
 * One row of the tree: name, faint count, and for a run its badge at the right edge. Its parts are made once and changed:
 * new ones would show a moment without their style.
 */
final class RunCell extends TreeCell<RunNode> {
    private static final double DOT = 4;

    private final HBox row = new HBox();
    private final Circle dot = new Circle(DOT);
    private final Label name = new Label();
    private final HBox formula = new HBox();
    private final Label count = new Label();
    private final Region gap = new Region();
    private final Map<RunStatus, Node> badges = new EnumMap<>(RunStatus.class);
    private final Tooltip tooltip = new Tooltip();
    private String compound = "";

    RunCell() {
        row.getStyleClass().add("run-row");
        formula.getStyleClass().add("formula-box");
        name.setMinWidth(0); // a long name gives way to its badge; hovering tells it whole
        setPrefWidth(0); // as wide as the tree
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("count");
        HBox.setHgrow(gap, Priority.ALWAYS);
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setMaxWidth(420);
        tooltip.setWrapText(true);
    }

    @Override
    protected void updateItem(RunNode node, boolean empty) {
        super.updateItem(node, empty);
        setText("");
        if (empty || node == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        row.getStyleClass().remove("formula-row");
        switch (node) {
            case RunNode.Root root -> show(root.key(), "muted");
            case RunNode.FamilyNode family -> {
                dot.getStyleClass().setAll("family-dot", familyStyle(family.family()));
                show(family.family().label(), "family-name");
                count.setText(String.valueOf(family.count()));
                parts(dot, name, count);
            }
            case RunNode.CompoundNode of -> {
                row.getStyleClass().add("formula-row");
                if (!of.compound().equals(compound)) {
                    compound = of.compound();
                    formula.getChildren().setAll(FormulaText.of(compound));
                }
                count.setText(String.valueOf(of.count()));
                parts(formula, count);
            }
            case RunNode.StoichiometryNode stoichiometry -> {
                show(stoichiometry.label(), "muted");
                count.setText(String.valueOf(stoichiometry.count()));
                parts(name, count);
            }
            case RunNode.Leaf leaf -> {
                RunItem item = leaf.item();
                show(leaf.name(), item.excluded() ? "excluded" : "run-name");
                parts(name, gap, badges.computeIfAbsent(item.status(), Badge::of));
                tooltip.setText(sentence(item));
            }
        }
        setTooltip(node instanceof RunNode.Leaf ? tooltip : null);
        setGraphic(row);
    }

    private void show(String text, String style) {
        name.setText(text);
        if (!name.getStyleClass().contains(style)) {
            name.getStyleClass().setAll("label", style);
        }
    }

    private void parts(Node... parts) {
        List<Node> wanted = List.of(parts);
        if (!row.getChildren().equals(wanted)) {
            row.getChildren().setAll(wanted);
        }
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
}
