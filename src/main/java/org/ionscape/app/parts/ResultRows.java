package org.ionscape.app.parts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.figure.Markup;
import org.ionscape.figure.Numbers;
import org.ionscape.table.Table;

/** The rows that a result is of, as rows of the sheet: what they are called, whether they are selected, their runs. */
public final class ResultRows {
    private final Workbench workbench;
    private final Sheets sheets;
    private final Table table;
    private final int[] rows;
    private final List<String> keys;
    private final BitSet withRun = new BitSet();

    private ResultRows(Workbench workbench, Sheets sheets, Table table, int[] rows, List<String> keys) {
        this.workbench = workbench;
        this.sheets = sheets;
        this.table = table;
        this.rows = rows;
        this.keys = keys;
    }

    /**
     * Rows of what was shown when the result was asked for.
     *
     * @param counted the rows of that that count
     * @param rows which of these the result is of
     */
    public static ResultRows of(Workbench workbench, Sheets sheets, Shown shown, Table counted, int[] rows) {
        int[] all = shown.counted();
        List<Sheet.Row> of = IntStream.of(rows)
                .mapToObj(r -> shown.sheet().rows().get(all[r]))
                .toList();
        ResultRows made = new ResultRows(
                workbench,
                sheets,
                counted,
                rows.clone(),
                of.stream().map(Sheet.Row::key).toList());
        for (int row = 0; row < of.size(); row++) {
            made.withRun.set(row, !of.get(row).runs().isEmpty());
        }
        return made;
    }

    public Table table() {
        return table;
    }

    public String name(int row) {
        return table.rowNames().get(rows[row]);
    }

    /** The text of a row in a column; empty if there is none. */
    public String text(int row, String column) {
        return table.column(column).map(c -> c.text(rows[row])).orElse("");
    }

    /** The number of a row in a column; NaN if there is none. */
    public double number(int row, String column) {
        return table.column(column).map(c -> c.number(rows[row])).orElse(Double.NaN);
    }

    /** What a row is called in a list, as markup: its compound, else its formula, else its name. */
    public String material(int row) {
        String compound = text(row, "compound");
        String formula = compound.isEmpty() ? text(row, "formula") : compound;
        return formula.isEmpty() ? name(row) : Markup.formula(formula);
    }

    /** What the pointer's card says of a row, as lines of markup; more comes between D and the way to the run. */
    public List<String> words(int row, List<String> more) {
        List<String> lines = new ArrayList<>(List.of(material(row)));
        double t = number(row, "T");
        double d = number(row, "diffusion_coefficient");
        if (Double.isFinite(t)) {
            lines.add(String.format(Locale.ROOT, "*T* %.0f K", t));
        }
        if (Double.isFinite(d)) {
            lines.add("*D* " + Numbers.scientific(d) + " cm^{2}/s");
        }
        lines.addAll(more);
        if (hasRun(row)) {
            lines.add("double click: trajectory");
        }
        return lines;
    }

    /** The rows that are selected. */
    public BitSet selected() {
        Set<String> chosen = sheets.selection().keys();
        BitSet found = new BitSet();
        for (int row = 0; row < keys.size(); row++) {
            found.set(row, chosen.contains(keys.get(row)));
        }
        return found;
    }

    /** Selects rows everywhere. */
    public void select(BitSet chosen) {
        sheets.selection().select(chosen.stream().mapToObj(keys::get).toList());
    }

    /** Shows the run of a row. */
    public void open(int row) {
        sheets.selection().select(List.of(keys.get(row)));
        if (hasRun(row)) {
            workbench.placeProperty().set(Workbench.TRAJECTORY);
        }
    }

    /** Whether a row belongs to a run that can be looked at. */
    public boolean hasRun(int row) {
        return withRun.get(row);
    }

    /** Whether any of some rows does. */
    public boolean anyRun(BitSet some) {
        return withRun.intersects(some);
    }
}
