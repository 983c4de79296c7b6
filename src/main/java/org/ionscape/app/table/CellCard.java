package org.ionscape.app.table;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.SheetChanges;
import org.ionscape.extract.DescriptorRow;
import org.ionscape.extract.DescriptorValue;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the number in a cell came from. */
final class CellCard extends VBox {
    private static final double WIDTH = 400;
    private static final int PAST_SHOWN = 6;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** A label and what stands beside it. */
    record Fact(String label, String text) {}

    /**
     * The card of a cell.
     *
     * @param open shows the run; none for a row without one
     * @param revert gives the cell back what it held before
     */
    CellCard(GridModel model, int row, GridColumn column, Optional<Runnable> open, Consumer<Sheet.Past> revert) {
        getStyleClass().add("cell-card");
        setPrefWidth(WIDTH);
        Label of = new Label(model.name(row) + temperature(model, row) + " · "
                + column.descriptor().name());
        of.getStyleClass().add("muted");
        Label headline = new Label(headline(model, row, column));
        headline.getStyleClass().add("card-headline");
        headline.setWrapText(true);
        getChildren().addAll(of, headline);
        interval(model, row, column).ifPresent(i -> {
            Label label = new Label(i);
            label.getStyleClass().add("muted");
            getChildren().add(label);
        });
        GridPane facts = new GridPane();
        facts.getStyleClass().add("cell-facts");
        facts.getColumnConstraints().addAll(new ColumnConstraints(84), new ColumnConstraints(WIDTH - 84 - 32));
        int line = 0;
        List<Fact> all = facts(model, row, column);
        for (Fact fact : all) {
            Label label = new Label(fact.label());
            label.getStyleClass().add("muted");
            Label text = new Label(fact.text());
            text.setWrapText(true);
            facts.add(label, 0, line);
            facts.add(text, 1, line++);
            GridPane.setValignment(label, VPos.TOP);
            GridPane.setHalignment(label, HPos.LEFT);
        }
        HBox buttons = new HBox(8);
        open.ifPresent(action -> buttons.getChildren().add(button("Open run", Feather.BOX, action, "accent")));
        buttons.getChildren()
                .add(button(
                        "Copy with provenance",
                        Feather.COPY,
                        () -> GridKeys.put(copied(model, row, column, all)),
                        "plain"));
        getChildren().add(facts);
        List<Sheet.Past> past = model.sheet().past(row, column.key());
        if (past.size() > 1) {
            getChildren().add(history(past, model.sheet().kind(), revert));
        }
        getChildren().add(buttons);
    }

    /** What the cell held, the newest first, each with a way back to it. */
    private static VBox history(List<Sheet.Past> past, Sheet.Kind kind, Consumer<Sheet.Past> revert) {
        Label title = new Label("History");
        title.getStyleClass().add("muted");
        VBox box = new VBox(2, title);
        box.getStyleClass().add("cell-history");
        Sheet.Past now = past.getLast();
        for (Sheet.Past one :
                past.reversed().stream().distinct().limit(PAST_SHOWN).toList()) {
            Label value = new Label(shown(one));
            Label made = new Label(made(one, kind));
            made.getStyleClass().add("muted");
            HBox line = new HBox(8, value, made, Controls.spring());
            line.setAlignment(Pos.CENTER_LEFT);
            if (one.equals(now)) {
                Label holds = new Label("now");
                holds.getStyleClass().add("muted");
                line.getChildren().add(holds);
            } else {
                Hyperlink back = new Hyperlink("Revert");
                back.setAccessibleText("Revert to " + value.getText());
                back.setOnAction(e -> revert.accept(one));
                line.getChildren().add(back);
            }
            box.getChildren().add(line);
        }
        return box;
    }

    /** What was typed as it was typed, what was computed as numbers are written elsewhere. */
    static String shown(Sheet.Past one) {
        if (one.text().isEmpty()) {
            return "nothing";
        }
        try {
            return one.made() == Sheet.Made.TYPED
                    ? one.text()
                    : NumberFormatOf.scientific(Double.parseDouble(one.text()));
        } catch (NumberFormatException e) {
            return one.text(); // a column of texts
        }
    }

    /** {@code "typed 21 Nov 2026, 11:40"}. */
    private static String made(Sheet.Past one, Sheet.Kind kind) {
        return switch (one.made()) {
            case TYPED ->
                one.when()
                        .map(w -> "typed " + WHEN.format(w.atZone(ZoneId.systemDefault())))
                        .orElse("typed");
            case COMPUTED_OR_READ -> kind == Sheet.Kind.IMPORTED ? "read from the file" : "computed";
        };
    }

    private static Node button(String text, Feather icon, Runnable action, String style) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().addAll("small-button", style);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static String temperature(GridModel model, int row) {
        return model.sheet().table().column("T").stream()
                .filter(c -> c.has(row))
                .map(c -> " · " + c.text(row) + " K")
                .findFirst()
                .orElse("");
    }

    /** {@code "D = (1.48 ± 0.11) × 10⁻⁵ cm²/s"}, or why there is none. */
    static String headline(GridModel model, int row, GridColumn column) {
        String symbol = column.descriptor().plainSymbol();
        if (!column.isNumbers()) {
            String text = column.column().text(row);
            return symbol + ": " + (text.isEmpty() ? "missing" : text);
        }
        String unit = column.column()
                .asNumbers()
                .map(n -> NumberFormatOf.pretty(n.unit()))
                .filter(u -> !u.isEmpty())
                .map(u -> " " + u)
                .orElse("");
        Optional<DescriptorValue> origin = model.sheet().origin(row, column.key());
        if (!column.column().has(row)) {
            return origin.flatMap(o -> o.upperBound().stream().boxed().findFirst())
                    .map(b -> symbol + " < " + NumberFormatOf.scientific(b) + unit)
                    .orElse(symbol + " is missing");
        }
        double value = column.column().number(row);
        double error = model.sheet().stderr(row, column.key()).orElse(Double.NaN);
        if (!(error > 0)) {
            return symbol + " = " + NumberFormatOf.scientific(value) + unit;
        }
        int power = (int) Math.floor(Math.log10(Math.max(Math.abs(value), error)));
        int exponent = power >= -2 && power < 4 ? 0 : power;
        double scale = Math.pow(10, exponent);
        int decimals = Math.clamp(1 - (int) Math.floor(Math.log10(error / scale)), 0, 6);
        NumberFormatOf format = new NumberFormatOf(exponent, decimals);
        String inside = format.value(value) + " ± " + format.error(error);
        return exponent == 0
                ? symbol + " = " + inside + unit
                : symbol + " = (" + inside + ") × 10" + NumberFormatOf.raised(exponent) + unit;
    }

    private static Optional<String> interval(GridModel model, int row, GridColumn column) {
        double error = model.sheet().stderr(row, column.key()).orElse(Double.NaN);
        if (!(error > 0) || !column.column().has(row)) {
            return Optional.empty();
        }
        double value = column.column().number(row);
        return Optional.of("standard error; about 95 % lie within "
                + NumberFormatOf.scientific(value - 1.96 * error) + " to "
                + NumberFormatOf.scientific(value + 1.96 * error));
    }

    /** What is known of a cell's origin. */
    static List<Fact> facts(GridModel model, int row, GridColumn column) {
        List<Fact> facts = new ArrayList<>();
        Sheet sheet = model.sheet();
        Optional<String> derived = expression(sheet, column.key());
        if (sheet.typed(row, column.key())) {
            facts.add(new Fact("Origin", "typed or pasted by hand"));
        } else if (derived.isPresent()) {
            facts.add(new Fact("Origin", "derived: " + derived.get()));
        }
        Optional<DescriptorRow> computed = sheet.rows().get(row).origin();
        Optional<DescriptorValue> origin = sheet.origin(row, column.key());
        origin.ifPresent(o -> facts.add(new Fact(o.isPresent() ? "Method" : "Missing", o.source())));
        if (origin.isPresent() && computed.isPresent()) {
            DescriptorRow from = computed.get();
            facts.add(new Fact("Preset", from.preset().label()));
            parameter(from.parameters(), "drift").ifPresent(d -> facts.add(new Fact("Drift", d + " motion removed")));
            parameter(from.parameters(), "fit").ifPresent(f -> facts.add(new Fact("Fit", f)));
            parameter(from.parameters(), "skipPs")
                    .filter(s -> !s.equals("0.0"))
                    .ifPresent(s -> facts.add(new Fact("Skipped", "first " + s + " ps")));
            facts.add(new Fact("From", String.join("\n", from.runs())));
            facts.add(new Fact("Version", from.version().isEmpty() ? "not analysed yet" : from.version()));
        } else if (facts.isEmpty()) {
            facts.add(new Fact(
                    "Origin",
                    sheet.kind() == Sheet.Kind.IMPORTED
                            ? "read from the table " + sheet.name()
                            : "recognised from folder and files"));
            if (!column.column().has(row)) {
                facts.add(new Fact("Missing", "there is no value"));
            }
        }
        return facts;
    }

    /** The expression of a derived column. */
    private static Optional<String> expression(Sheet sheet, String key) {
        return sheet.changes().derived().stream()
                .filter(d -> d.key().equals(key))
                .map(SheetChanges.Derived::expression)
                .findFirst();
    }

    private static Optional<String> parameter(Map<String, Object> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::valueOf);
    }

    private static String copied(GridModel model, int row, GridColumn column, List<Fact> facts) {
        StringBuilder text = new StringBuilder(headline(model, row, column)).append('\n');
        text.append(model.sheet().table().rowNames().get(row)).append('\n');
        facts.forEach(f -> text.append(f.label()).append(": ").append(f.text()).append('\n'));
        return text.toString();
    }
}
