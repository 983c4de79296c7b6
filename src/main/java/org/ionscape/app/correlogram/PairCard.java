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
        scatter.onSelect(model::select);
        scatter.onOpen(model::open);
        scatter.says(i -> List.of(model.rowName(i)));
        numbers.getStyleClass().add("facts");
        strongest.getStyleClass().add("facts");
        ScrollPane scroll = new ScrollPane(new VBox(numbers, strongest));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plots-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scatter, scroll);
        exportable(workbench, "pair");
        model.factsProperty().addListener((o, old, now) -> fill(old, now));
        model.resultProperty().addListener((o, old, now) -> draw());
        sheets.selection().keysProperty().addListener((o, old, now) -> scatter.select(model.selected()));
    }

    private void fill(Optional<CorrelogramModel.Facts> old, Optional<CorrelogramModel.Facts> now) {
        if (!old.map(CorrelogramModel.Facts::pair).equals(now.map(CorrelogramModel.Facts::pair))) {
            draw();
        }
        about(now.map(f -> "standardised, n = " + f.n()).orElse(""));
        numbers.getChildren().clear();
        strongest.getChildren().clear();
        Optional<CorrelateResult> result = model.resultProperty().get();
        if (now.isEmpty() || result.isEmpty()) {
            return;
        }
        numbers.getChildren().setAll(lines(result.get(), now.get()));
        strongest(result.get(), now.get());
    }

    private List<Node> lines(CorrelateResult result, CorrelogramModel.Facts f) {
        CorrelationMethod method = result.correlations().method();
        List<Node> lines = new ArrayList<>();
        lines.add(line(name(method) + " " + CorrelateFigures.sign(method), CellWords.fixed(f.r())));
        lines.add(line(
                "95 % interval",
                f.interval().n() == 0
                        ? "…"
                        : CellWords.fixed(f.interval().low()) + " to "
                                + CellWords.fixed(f.interval().high())));
        lines.add(line("*p*, two-sided", CellWords.p(f.p())));
        lines.add(line("*q*, false discovery", CellWords.p(f.q())));
        CorrelationMethod beside =
                method == CorrelationMethod.PEARSON ? CorrelationMethod.SPEARMAN : CorrelationMethod.PEARSON;
        lines.add(line(name(beside) + " " + CorrelateFigures.sign(beside), CellWords.fixed(f.other())));
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

    private static String name(CorrelationMethod method) {
        return switch (method) {
            case SPEARMAN -> "Spearman";
            case PEARSON -> "Pearson";
            case KENDALL -> "Kendall";
        };
    }

    private static HBox line(String name, String value) {
        MarkupText left = new MarkupText(name);
        left.getStyleClass().add("muted");
        MarkupText right = new MarkupText(value);
        HBox line = new HBox(left, Controls.spring(), right);
        line.getStyleClass().add("fact");
        return line;
    }

    private void strongest(CorrelateResult result, CorrelogramModel.Facts f) {
        MarkupText head = new MarkupText(
                "Strongest with " + CorrelateFigures.symbol(result, f.pair().row()));
        head.getStyleClass().add("facts-title");
        strongest.getChildren().add(head);
        result.ranked(f.pair().row()).stream()
                .filter(r -> !Double.isNaN(r.r()))
                .limit(STRONGEST)
                .forEach(r -> strongest.getChildren().add(ranked(result, f.pair(), r)));
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
        Optional<CorrelateResult> result = model.resultProperty().get();
        Optional<CorrelogramModel.Pair> pair = model.pair.get();
        scatter.show(result.flatMap(
                r -> pair.map(p -> CorrelateFigures.pair(r, p.row(), p.column(), model.groups(), model.selected()))));
    }

    @Override
    protected Optional<Drawing> drawing() {
        return scatter.shown().map(f -> f);
    }

    @Override
    protected String caption() {
        Optional<CorrelateResult> result = model.resultProperty().get();
        return result.flatMap(r -> model.factsProperty()
                        .get()
                        .map(f -> CorrelateFigures.symbol(r, f.pair().row())
                                + " against "
                                + CorrelateFigures.symbol(r, f.pair().column())
                                + " in standardised units, " + f.n() + " rows; "
                                + CorrelateFigures.sign(r.correlations().method()) + " = " + CellWords.fixed(f.r())
                                + ", *p* = " + CellWords.p(f.p())
                                + ". The line is a local linear trend, the band its 95 % interval."))
                .orElse("");
    }
}
