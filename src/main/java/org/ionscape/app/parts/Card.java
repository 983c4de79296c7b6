package org.ionscape.app.parts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.Theme;
import org.kordamp.ikonli.feather.Feather;

/**
 * A framed part of a place: a title with what it shows, tools at the right, content below. One that shows a figure can
 * export it ({@link #exportable}), alone or with the figure of another card of the same column as its second panel.
 */
public class Card extends VBox {
    private final String title;
    private final HBox tools = new HBox();
    private final Label about = new Label();
    private Optional<FigureView> plot = Optional.empty();
    private Runnable export = () -> {};

    /**
     * A card.
     *
     * @param title in bold
     * @param subject what is shown, muted; may be empty
     */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made; no card overrides that
    protected Card(String title, String subject) {
        this.title = title;
        getStyleClass().add("card");
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(USE_PREF_SIZE);
        about.setText(subject);
        about.getStyleClass().add("muted");
        tools.getStyleClass().add("card-tools");
        tools.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(name, about, Controls.spring(), tools);
        head.getStyleClass().add("card-head");
        getChildren().add(head);
    }

    /** Gives a plot the colours of the window's theme. */
    protected static void dress(FigureView plot, Workbench workbench) {
        dress(plot.themeProperty(), workbench);
    }

    /** Lets the theme of a drawing follow that of the window. */
    protected static void dress(ObjectProperty<Theme> theme, Workbench workbench) {
        theme.bind(workbench.themeProperty().map(t -> t == org.ionscape.app.Theme.DARK ? Theme.DARK : Theme.LIGHT));
    }

    /** Says what is shown, muted beside the title. */
    protected final void about(String subject) {
        about.setText(subject);
    }

    /** Adds the button that opens the export dialog, and lets the plot follow the theme. */
    protected final void exportable(FigureView shown, Workbench workbench, String name) {
        dress(shown, workbench);
        plot = Optional.of(shown);
        exportable(workbench, name);
    }

    /** Adds the button that opens the export dialog for what {@link #drawing} gives. */
    protected final void exportable(Workbench workbench, String name) {
        export = () -> export(workbench, name);
        Button button = Controls.icon(
                Feather.UPLOAD, "Export the figure (PNG, SVG, PDF) or its data (CSV)", () -> export.run());
        button.setId("export-" + name);
        tool(button);
    }

    /** Opens the export dialog for the first figure shown below a node; false when there is none. */
    public static boolean exportFirst(Node root) {
        Optional<Card> first = root.lookupAll(".card").stream()
                .filter(n -> n instanceof Card card && card.panel().isPresent())
                .map(n -> (Card) n)
                .findFirst();
        first.ifPresent(card -> card.export.run());
        return first.isPresent();
    }

    private void export(Workbench workbench, String name) {
        List<ExportRequest.Panel> panels =
                Stream.concat(panel().stream(), others()).toList();
        if (!panels.isEmpty()) {
            ExportDialog.open(
                    this, new ExportRequest(exportTitle(), exportName(name), panels, Optional.empty()), workbench);
        }
    }

    /** What heads the export dialog, as markup. */
    protected String exportTitle() {
        return title;
    }

    /** What the files are called unless the person says otherwise. */
    protected String exportName(String name) {
        return name;
    }

    /** What is to be said below the figure in print, as markup; drafted from what was done. */
    protected String caption() {
        return title + ".";
    }

    private Optional<ExportRequest.Panel> panel() {
        return drawing().map(d -> new ExportRequest.Panel(title, d, caption()));
    }

    /** What is exported: the figure with the ranges that are shown. */
    protected Optional<Drawing> drawing() {
        return plot.flatMap(FigureView::shown).map(f -> f);
    }

    /** Figures of the other cards that stand together with this one. */
    private Stream<ExportRequest.Panel> others() {
        Node together = this;
        while (together.getParent() != null && !together.getStyleClass().contains("cards")) {
            together = together.getParent();
        }
        Node around = together.getStyleClass().contains("cards") ? together : getParent();
        return around == null
                ? Stream.empty()
                : around.lookupAll(".card").stream()
                        .filter(n -> n instanceof Card && !n.equals(this))
                        .flatMap(n -> ((Card) n).panel().stream());
    }

    /** Adds a control to the head of the card. */
    protected final void tool(Node node) {
        tools.getChildren().add(node);
    }
}
