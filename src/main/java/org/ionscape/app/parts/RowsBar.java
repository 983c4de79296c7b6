package org.ionscape.app.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.table.Column.TextColumn;

/** Which rows statistics look at: the table, one family or all, a window of temperature. Shared by all places. */
public final class RowsBar extends HBox {
    private static final Pattern AROUND = Pattern.compile("([\\d.]+)\\s*(?:±|\\+-|\\+/-)\\s*([\\d.]+)\\s*K?");
    private static final Pattern BETWEEN = Pattern.compile("([\\d.]+)\\s*(?:–|-|to|:)\\s*([\\d.]+)\\s*K?");
    private static final Pattern WINDOW = Pattern.compile("T>=([\\d.]+) and T<=([\\d.]+)");
    private static final String FAMILY = "family";
    private static final int MOST_CHIPS = 6;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Sheets sheets;
    private final ChoiceBox<String> sheet = new ChoiceBox<>();
    private final HBox families = new HBox();
    private final TextField window = new TextField();
    private Families listed = Families.NONE;
    private String windowShown = "";
    private boolean filling;

    /** The rows of a workbench's sheets. */
    public RowsBar(Sheets sheets) {
        this.sheets = sheets;
        getStyleClass().add("rows-bar");
        sheet.setId("rows-sheet");
        sheet.setPrefWidth(126);
        sheet.setItems(sheets.names());
        sheet.setTooltip(new Tooltip("The table whose rows are looked at"));
        sheet.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                sheets.show(now);
            }
        });
        families.getStyleClass().add("chip-row");
        window.setId("rows-window");
        window.setPromptText("all");
        window.setPrefWidth(88);
        window.setTooltip(new Tooltip("Temperatures: 500 ± 100, or 400–600; empty for all"));
        window.setOnAction(e -> setWindow());
        window.focusedProperty().addListener((o, was, is) -> {
            if (was) {
                setWindow();
            }
        });
        Label t = new Label("T");
        t.getStyleClass().addAll("muted", "symbol");
        getChildren().addAll(sheet, Controls.rule(), families, Controls.rule(), t, window);
        sheets.shownProperty().subscribe(this::fill);
    }

    private void fill(Shown shown) {
        filling = true;
        sheet.setValue(shown.sheet().name());
        Families now = Families.of(shown);
        if (!now.equals(listed)) {
            listed = now;
            families.getChildren().setAll(chips(now));
            families.setVisible(!families.getChildren().isEmpty());
            families.setManaged(families.isVisible());
        }
        window.setDisable(shown.sheet().table().column("T").isEmpty());
        String text = condition(shown, WINDOW)
                .map(m -> around(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))))
                .orElse("");
        if (!text.equals(windowShown)) { // else what is being typed stays, though runs are analysed meanwhile
            windowShown = text;
            window.setText(text);
            window.pseudoClassStateChanged(WRONG, false);
        }
        filling = false;
    }

    /**
     * What the chips say.
     *
     * @param counts rows that count, by family
     * @param all rows that count
     * @param chosen family that is looked at alone
     */
    private record Families(SequencedMap<String, Integer> counts, int all, Optional<String> chosen) {
        static final Families NONE = new Families(new LinkedHashMap<>(), 0, Optional.empty());

        static Families of(Shown shown) {
            Optional<TextColumn> column = shown.sheet()
                    .table()
                    .column(FAMILY)
                    .filter(TextColumn.class::isInstance)
                    .map(TextColumn.class::cast)
                    .filter(c -> c.levels().size() > 1);
            if (column.isEmpty()) {
                return NONE;
            }
            SequencedMap<String, Integer> counts = new LinkedHashMap<>();
            column.get().levels().stream().limit(MOST_CHIPS).forEach(level -> counts.put(level, 0));
            int all = 0;
            for (int row = 0; row < column.get().size(); row++) {
                if (shown.sheet().rows().get(row).counts()) {
                    all++;
                    counts.computeIfPresent(column.get().text(row), (level, n) -> n + 1);
                }
            }
            return new Families(
                    counts,
                    all,
                    counts.keySet().stream()
                            .filter(level -> shown.conditions().contains(equal(level)))
                            .findFirst());
        }
    }

    private static Optional<Matcher> condition(Shown shown, Pattern pattern) {
        return shown.conditions().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .findFirst();
    }

    private static String around(double from, double to) {
        return String.format(Locale.ROOT, "%.4g ± %.4g K", (from + to) / 2, (to - from) / 2)
                .replaceAll("\\.0+(?= )", "");
    }

    private List<Node> chips(Families now) {
        List<Node> chips = new ArrayList<>();
        if (now.counts().isEmpty()) {
            return chips;
        }
        ToggleGroup group = new ToggleGroup();
        Controls.oneStays(group);
        chips.add(chip(group, "All", now.all(), Optional.empty(), now));
        now.counts().forEach((level, count) -> chips.add(chip(group, level, count, Optional.of(level), now)));
        return chips;
    }

    private ToggleButton chip(ToggleGroup group, String text, int count, Optional<String> level, Families now) {
        Label number = new Label(Integer.toString(count));
        number.getStyleClass().add("count");
        HBox face = new HBox(5);
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        level.ifPresent(l -> {
            Circle dot = new Circle(4);
            dot.getStyleClass().add("family-" + l.toLowerCase(Locale.ROOT).replace('/', '-'));
            face.getChildren().add(dot);
        });
        Label name = new Label(text);
        face.getChildren().addAll(name, number);
        ToggleButton chip = new ToggleButton("", face);
        chip.setAccessibleText(text);
        chip.setId("family-" + text);
        chip.getStyleClass().add("status-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        chip.setToggleGroup(group);
        chip.setSelected(level.equals(now.chosen()));
        chip.setOnAction(e -> {
            List<String> rest = without(RowsBar::isFamily);
            level.ifPresent(l -> rest.add(equal(l)));
            sheets.setConditions(rest);
        });
        return chip;
    }

    private static String equal(String level) {
        return FAMILY + "=" + (level.matches("[\\w.+-]+") ? level : "\"" + level + "\"");
    }

    private static boolean isFamily(String condition) {
        return condition.startsWith(FAMILY + "=");
    }

    private List<String> without(java.util.function.Predicate<String> gone) {
        return new ArrayList<>(
                sheets.shown().conditions().stream().filter(gone.negate()).toList());
    }

    private void setWindow() {
        if (filling) {
            return;
        }
        String text = window.getText().strip();
        Optional<double[]> ends = ends(text);
        if (!text.isEmpty() && !text.equals("all") && ends.isEmpty()) {
            window.pseudoClassStateChanged(WRONG, true);
            return;
        }
        List<String> now = without(c -> WINDOW.matcher(c).matches());
        ends.ifPresent(e -> now.add(String.format(Locale.ROOT, "T>=%s and T<=%s", plain(e[0]), plain(e[1]))));
        if (!now.equals(sheets.shown().conditions())) {
            sheets.setConditions(now);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** The ends of a window as a person writes it. */
    static Optional<double[]> ends(String text) {
        Matcher around = AROUND.matcher(text);
        Matcher between = BETWEEN.matcher(text);
        try {
            if (around.matches()) {
                double middle = Double.parseDouble(around.group(1));
                double half = Double.parseDouble(around.group(2));
                return Optional.of(new double[] {Math.max(0, middle - half), middle + half});
            }
            if (between.matches()) {
                double from = Double.parseDouble(between.group(1));
                double to = Double.parseDouble(between.group(2));
                return from <= to ? Optional.of(new double[] {from, to}) : Optional.empty();
            }
        } catch (NumberFormatException e) {
            return Optional.empty(); // “5.0.1”
        }
        return Optional.empty();
    }
}
