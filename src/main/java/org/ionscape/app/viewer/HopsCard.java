package org.ionscape.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.extract.Dynamics;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.HopFigure;
import org.ionscape.format.csv.ListedHops;
import org.ionscape.transport.hops.Correlation;
import org.ionscape.transport.hops.Hop;
import org.ionscape.transport.hops.Hops;

/** Hops of the mobile ions: how often and how long, when, and one by one. */
final class HopsCard extends DynamicsCard {
    private static final double HEIGHT = 200;

    /** What is shown of them. */
    private enum View {
        RESIDENCE("residence times"),
        EVENTS("events"),
        TABLE("table");

        private final String label;

        View(String label) {
            this.label = label;
        }
    }

    private final Label headline = new Label();
    private final Label badge = new Label();
    private final Label details = new Label();
    private final FigureView plot = new FigureView();
    private final TableView<Hop> table = new TableView<>();
    private View view = View.RESIDENCE;
    private Optional<Hops> hops = Optional.empty();
    private Optional<ListedHops> listed = Optional.empty();

    /**
     * A card.
     *
     * @param go brings up a hop in the picture
     */
    HopsCard(Workbench workbench, DynamicsModel model, Consumer<Hop> go) {
        super(
                model,
                Dynamics.Part.HOPS,
                "Hops",
                "passages between vibration centres",
                "Where ions stay and when they move on: events, residence times and whether they hop together.",
                "Find hops");
        headline.getStyleClass().add("headline");
        headline.setId("hops");
        badge.getStyleClass().addAll("viewer-badge", "quiet");
        badge.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(headline, Controls.spring(), badge);
        top.getStyleClass().add("headline-row");
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        HBox row = new HBox(Controls.choice(List.of(View.values()), v -> v.label, this::choose));
        row.getStyleClass().add("tab-row");
        plot.setMinHeight(HEIGHT);
        fillTable(go);
        content(top, details, row, new StackPane(plot, table));
        exportable(plot, workbench, "hops");
    }

    private void fillTable(Consumer<Hop> go) {
        table.getStyleClass().add("hop-table");
        table.setId("hop-table");
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        table.setVisible(false);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Ion", h -> (double) h.ion(), h -> Integer.toString(h.ion())));
        table.getColumns().add(column("Start (ps)", h -> (double) h.startFrame(), h -> Numbers.fixed(startPs(h), 2)));
        table.getColumns().add(column("Took (ps)", Hop::durationPs, h -> Numbers.fixed(h.durationPs(), 2)));
        table.getColumns().add(column("Length (Å)", Hop::lengthA, h -> Numbers.fixed(h.lengthA(), 2)));
        table.getColumns()
                .add(column("Centres", h -> h.from() * 1e6 + h.to(), h -> (h.from() + 1) + " → " + (h.to() + 1)));
        table.getColumns().add(column("Returns", h -> h.returned() ? 1.0 : 0.0, h -> h.returned() ? "yes" : ""));
        table.setPlaceholder(new Label("No ion hops in this run."));
        table.getSelectionModel().selectedItemProperty().addListener((o, old, hop) -> {
            if (hop != null) {
                go.accept(hop);
            }
        });
    }

    private double startPs(Hop hop) {
        return hop.startFrame() * hops.map(Hops::frameStepPs).orElse(Double.NaN);
    }

    /** A column that sorts by a number and shows a text. */
    private static TableColumn<Hop, Double> column(
            String title, Function<Hop, Double> number, Function<Hop, String> text) {
        TableColumn<Hop, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(number.apply(f.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Double value, boolean empty) {
                super.updateItem(value, empty);
                Hop hop = empty ? null : getTableRow().getItem();
                setText(hop == null ? "" : text.apply(hop));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        return column;
    }

    private void choose(View next) {
        view = next;
        draw();
    }

    @Override
    void show(Dynamics dynamics) {
        hops = dynamics.hops();
        listed = dynamics.listed();
        hops.ifPresent(h -> {
            table.getItems().setAll(h.hops());
            words(h, dynamics);
        });
        draw();
    }

    private void draw() {
        table.setVisible(view == View.TABLE);
        plot.setVisible(view != View.TABLE);
        hops.ifPresent(h ->
                plot.figureProperty().set(view == View.EVENTS ? HopFigure.events(h, listed) : HopFigure.residence(h)));
    }

    private void words(Hops h, Dynamics dynamics) {
        if (h.hops().isEmpty()) {
            headline.setText("No hops");
            badge.setVisible(false);
        } else {
            headline.setText(HopStrip.count(h));
            badge.setVisible(true);
            badge.setText(Math.round(100.0 * h.returned() / h.hops().size()) + " % lead straight back");
        }
        StringBuilder text = new StringBuilder();
        if (!h.hops().isEmpty()) {
            text.append("residence ")
                    .append(withError(h.residence().meanPs(), h.residence().stderrPs()))
                    .append(" ps · mean length ")
                    .append(Numbers.fixed(h.meanLengthA(), 2))
                    .append(" Å");
            Correlation c = h.correlation();
            if (Double.isFinite(c.ratio())) {
                text.append("\n")
                        .append(c.pairs())
                        .append(c.pairs() == 1 ? " pair within " : " pairs within ")
                        .append(Numbers.significant(c.withinA(), 2))
                        .append(" Å and ")
                        .append(Numbers.significant(c.windowPs(), 2))
                        .append(" ps, ")
                        .append(Numbers.significant(c.ratio(), 2))
                        .append(" × chance (p = ")
                        .append(Numbers.significant(c.pValue(), 1))
                        .append(")");
            }
        }
        listed.ifPresent(l -> text.append(text.isEmpty() ? "" : "\n")
                .append(l.hops().size())
                .append(" hops listed in ")
                .append(l.file().getFileName()));
        dynamics.warnings().forEach(w -> text.append(text.isEmpty() ? "" : "\n").append(w.message()));
        details.setText(text.toString());
    }

    private static String withError(double value, double error) {
        int exponent = Numbers.exponent(error);
        int decimals = Math.clamp(Numbers.decimalsOf(error, exponent) - exponent, 0, 6);
        return Numbers.fixed(value, decimals) + " ± " + Numbers.fixed(error, decimals);
    }

    @Override
    protected String caption() {
        if (!isReady() || hops.isEmpty() || item().isEmpty()) {
            return "";
        }
        String what = view == View.EVENTS
                ? "Hops in " + Captions.run(item().orElseThrow())
                        + " by ion and time; open circles lead straight back"
                        + (listed.isPresent() ? ", bars were listed by another program" : "")
                : "Residence times between hops in " + Captions.run(item().orElseThrow())
                        + "; dashed, the law of a process without memory of the same mean";
        return what + ". " + HopFigure.words(hops.orElseThrow()) + ".";
    }
}
