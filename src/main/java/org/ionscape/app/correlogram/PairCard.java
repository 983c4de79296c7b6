package org.ionscape.app.correlogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.correlogram.CorrelogramModel.Seen;
import org.ionscape.app.correlogram.PairFacts.Facts;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.ScatterView;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.MarkupText;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.stats.CorrelationMethod;

/** One pair: its points in standardised units, its numbers, and what else goes with its row. */
final class PairCard extends Card {
    private static final int STRONGEST = 9;
    private static final double BAR = 34;

    private final CorrelogramModel model;
    private final Sheets sheets;
    private Optional<Seen> drawn = Optional.empty();
    private final ScatterView scatter = new ScatterView();
    private final VBox numbers = new VBox();
    private final VBox strongest = new VBox();

    PairCard(CorrelogramModel model, Sheets sheets, Workbench workbench) {
        super("Pair", "");
        this.model = model;
        this.sheets = sheets;
        getStyleClass().add("pair-card");
        dress(scatter.themeProperty(), workbench);
        scatter.setPrefHeight(270);
        scatter.setMinHeight(200);
        scatter.onSelect(rows -> model.seen().ifPresent(s -> s.rows().select(rows)));
        scatter.onOpen(row -> model.seen().ifPresent(s -> s.rows().open(row)));
        scatter.says(row ->
                model.seen().map(s -> s.rows().words(row, List.of())).orElse(List.of()));
        numbers.getStyleClass().add("facts");
        strongest.getStyleClass().add("facts");
        ScrollPane scroll = new ScrollPane(new VBox(numbers, strongest));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plots-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scatter, scroll);
        exportable(workbench, "pair");
        model.factsProperty().addListener((o, old, now) -> fill(now));
        model.seenProperty().addListener((o, old, now) -> draw());
        sheets.selection()
                .keysProperty()
                .addListener((o, old, now) ->
                        model.seen().ifPresent(s -> scatter.select(s.rows().selected())));
    }

    private void fill(Optional<Facts> now) {
        about(now.map(f -> "standardised, n = " + f.n()).orElse(""));
        numbers.getChildren().clear();
        strongest.getChildren().clear();
        now.ifPresent(f -> model.seen().ifPresent(s -> {
            numbers.getChildren().setAll(lines(s.result(), f));
            strongest(s);
        }));
    }

    private List<Node> lines(CorrelateResult result, Facts f) {
        CorrelationMethod method = result.correlations().method();
        List<Node> lines = new ArrayList<>();
        String plain = CorrelateFigures.name(method) + " " + CorrelateFigures.sign(method);
        lines.add(line(CorrelateFigures.name(method) + " " + CorrelateFigures.sign(result), CellWords.fixed(f.r())));
        lines.add(line(
                "95 % interval",
                f.interval().n() == 0
                        ? "…"
                        : CellWords.fixed(f.interval().low()) + " to "
                                + CellWords.fixed(f.interval().high())));
        lines.add(line("*p*, two-sided", CellWords.p(f.p())));
        lines.add(line("*q*, false discovery", CellWords.p(f.q())));
        if (result.given().isPresent()) {
            lines.add(line(plain + ", given nothing", CellWords.fixed(f.plain())));
        }
        CorrelationMethod beside = PairFacts.beside(method);
        lines.add(
                line(CorrelateFigures.name(beside) + " " + CorrelateFigures.sign(beside), CellWords.fixed(f.other())));
        lines.add(line("Rows", Integer.toString(f.n())));
        Published.of(f.pair().row(), f.pair().column(), method, family())
                .ifPresent(e -> lines.add(line("Published, " + e.rows() + ", 500 ± 100 K", CellWords.fixed(e.r()))));
        return lines;
    }

    private Optional<String> family() {
        return sheets.shown().conditions().stream()
                .filter(c -> c.startsWith("family="))
                .map(c -> c.substring("family=".length()))
                .findFirst();
    }

    private static HBox line(String name, String value) {
        MarkupText left = new MarkupText(name);
        left.getStyleClass().add("muted");
        MarkupText right = new MarkupText(value);
        HBox line = new HBox(left, Controls.spring(), right);
        line.getStyleClass().add("fact");
        return line;
    }

    private void strongest(Seen seen) {
        CorrelateResult result = seen.result();
        MarkupText head = new MarkupText(
                "Strongest with " + CorrelateFigures.symbol(result, seen.pair().row()));
        head.getStyleClass().add("facts-title");
        strongest.getChildren().add(head);
        result.ranked(seen.pair().row()).stream()
                .filter(r -> !Double.isNaN(r.r()))
                .limit(STRONGEST)
                .forEach(r -> strongest.getChildren().add(ranked(result, seen.pair(), r)));
    }

    private HBox ranked(CorrelateResult result, CorrelogramModel.Pair pair, CorrelateResult.Ranked r) {
        Region bar = new Region();
        bar.getStyleClass().add("r-bar");
        double width = Math.max(1, BAR * Math.abs(r.r()));
        bar.setMinSize(width, 6);
        bar.setMaxSize(width, 6);
        StackPane middle = new StackPane(bar);
        middle.setMinWidth(2 * BAR);
        middle.setMaxWidth(2 * BAR);
        StackPane.setAlignment(bar, Pos.CENTER);
        bar.setTranslateX(Math.copySign(width / 2, r.r()));
        MarkupText name = new MarkupText(CorrelateFigures.symbol(result, r.column()));
        MarkupText value = new MarkupText(CellWords.fixed(r.r()));
        HBox line = new HBox(8, name, Controls.spring(), middle, value);
        value.setMinWidth(38);
        value.setPrefWidth(38);
        value.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
        line.getStyleClass().add("ranked");
        line.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("selected"), r.column().equals(pair.column()));
        line.setOnMouseClicked(e -> model.look(pair.row(), r.column()));
        return line;
    }

    private void draw() {
        Optional<Seen> now = model.seen();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        scatter.show(now.map(s -> CorrelateFigures.pair(
                s.result(),
                s.pair().row(),
                s.pair().column(),
                CorrelogramModel.groups(s.rows()),
                s.rows().selected())));
    }

    @Override
    protected Optional<Drawing> drawing() {
        return scatter.shown().map(f -> f);
    }

    @Override
    protected String caption() {
        return model.seen()
                .flatMap(s -> model.factsProperty()
                        .get()
                        .map(f -> CorrelateFigures.symbol(s.result(), f.pair().row())
                                + " against "
                                + CorrelateFigures.symbol(s.result(), f.pair().column())
                                + " in standardised units, " + f.n() + " rows; "
                                + CorrelateFigures.sign(s.result()) + " = " + CellWords.fixed(f.r())
                                + ", *p* = " + CellWords.p(f.p())
                                + ". The line is a local linear trend, the band its 95 % interval."))
                .orElse("");
    }
}
