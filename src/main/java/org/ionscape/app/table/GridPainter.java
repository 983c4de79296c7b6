package org.ionscape.app.table;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.ionscape.app.Theme;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.table.GridGeometry.Placed;
import org.ionscape.crystal.Formula;
import org.ionscape.extract.DescriptorValue;
import org.ionscape.figure.Markup;

/** Draws the part of a grid that is seen: only visible lines of visible columns, so the size of the table is no matter. */
final class GridPainter {
    private static final double PAD = 8;
    private static final int HATCH = 6;

    private final WritableImage hatch = new WritableImage(512, (int) GridGeometry.ROW);
    private GridColours hatchOf = GridColours.of(Theme.DARK).faded();
    private final GridText text = new GridText();
    private final GridHead head = new GridHead(text);

    /**
     * What is marked.
     *
     * @param selected keys of rows
     * @param line of the cell with the cursor, −1 for none
     * @param column of that cell
     * @param anchorLine where the block of cells that is copied begins
     * @param anchorColumn where it begins
     */
    record Marks(Set<String> selected, int line, int column, int anchorLine, int anchorColumn, boolean focused) {}

    void paint(GraphicsContext g, GridGeometry at, TableLook look, Marks marks, GridColours c) {
        g.setTextBaseline(VPos.CENTER);
        g.setFill(c.card());
        g.fillRect(0, 0, at.width(), at.height());
        double edge = Math.min(at.width(), at.pinnedWidth());
        // What reaches too far is painted over by what comes next: a canvas clips slowly.
        int pinned = at.model().pinned().size();
        for (int i = at.firstScrolled(); i < at.model().scrolled().size(); i++) {
            Placed p = at.placed(pinned + i);
            if (p.x() > at.width()) {
                break;
            }
            cells(g, at, p, look, marks, c);
        }
        cursor(g, at, marks, c);
        g.setFill(c.card());
        g.fillRect(0, GridGeometry.HEAD, edge, at.bodyHeight());
        names(g, at, marks, c);
        for (int i = 0; i < pinned; i++) {
            cells(g, at, at.placed(i), look, marks, c);
        }
        groups(g, at, c);
        if (marks.column() < pinned) {
            cursor(g, at, marks, c);
        }
        head.head(g, at, look, marks, c);
        head.summary(g, at, c);
        g.setFill(c.border());
        g.fillRect(edge - 1, 0, 1, at.height());
        g.fillRect(0, GridGeometry.HEAD - 1, at.width(), 1);
    }

    // --- body

    private void names(GraphicsContext g, GridGeometry at, Marks marks, GridColours c) {
        for (int line = at.firstLine(); line <= at.lastLine(); line++) {
            OptionalInt row = at.model().row(line);
            if (row.isEmpty()) {
                continue;
            }
            double y = at.yOf(line);
            boolean selected = marks.selected().contains(at.model().key(row.getAsInt()));
            g.setFill(selected ? c.selection() : c.card());
            g.fillRect(0, y, at.pinnedWidth(), GridGeometry.ROW);
            if (selected) {
                g.setFill(c.accent());
                g.fillRect(0, y, 2, GridGeometry.ROW);
            }
            check(g, y, selected, c);
            boolean counts = at.model().sheet().rows().get(row.getAsInt()).counts();
            String family = at.model().family(row.getAsInt());
            double x = GridGeometry.CHECK + PAD;
            if (!family.isEmpty()) {
                g.setFill(counts ? c.family(family) : c.faint());
                g.fillOval(x, y + GridGeometry.ROW / 2 - 4, 8, 8);
                x += 14;
            }
            g.setFill(counts ? c.text() : c.faint());
            name(g, at.model().name(row.getAsInt()), x, y + GridGeometry.ROW / 2, GridGeometry.NAME - 30);
            line(g, y, at.pinnedWidth(), c);
        }
    }

    private static void line(GraphicsContext g, double y, double width, GridColours c) {
        g.setFill(c.soft());
        g.fillRect(0, y + GridGeometry.ROW - 1, width, 1);
    }

    private void name(GraphicsContext g, String name, double x, double y, double room) {
        g.setTextAlign(TextAlignment.LEFT);
        if (Formula.elementsOf(name).isEmpty()) {
            g.setFont(GridText.CELL);
            g.fillText(text.shortened(name, room), x, y);
            return;
        }
        text.markup(g, Markup.parse(Markup.formula(name)), x, y, GridText.CELL, GridText.CELL, GridText.SMALL);
    }

    private static void check(GraphicsContext g, double y, boolean on, GridColours c) {
        double x = 11;
        double top = y + (GridGeometry.ROW - 14) / 2;
        g.setFill(on ? c.accent() : c.card());
        g.fillRoundRect(x, top, 14, 14, 6, 6);
        if (on) {
            g.setStroke(Color.WHITE);
            g.setLineWidth(1.6);
            g.strokePolyline(new double[] {x + 3.5, x + 6, x + 10.5}, new double[] {top + 7, top + 9.5, top + 4.5}, 3);
        } else {
            g.setStroke(c.faint());
            g.setLineWidth(1);
            g.strokeRoundRect(x + 0.5, top + 0.5, 13, 13, 6, 6);
        }
    }

    private void cells(GraphicsContext g, GridGeometry at, Placed p, TableLook look, Marks marks, GridColours c) {
        Sheet sheet = at.model().sheet();
        Optional<GridColumn.Spread> spread = p.column().isNumbers() ? p.column().spread() : Optional.empty();
        for (int line = at.firstLine(); line <= at.lastLine(); line++) {
            OptionalInt found = at.model().row(line);
            if (found.isEmpty()) {
                continue;
            }
            int row = found.getAsInt();
            double y = at.yOf(line);
            boolean selected = marks.selected().contains(at.model().key(row));
            boolean present = p.column().column().has(row);
            boolean typed = sheet.typed(row, p.column().key());
            if (selected) {
                g.setFill(c.selection());
                g.fillRect(p.x(), y, p.width(), GridGeometry.ROW);
            }
            if (present && spread.isPresent() && !p.pinned()) {
                double share = spread.get().share(p.column().column().number(row), look.heat());
                if (share > 0.02) {
                    g.setFill(c.heat(share));
                    g.fillRect(p.x(), y, p.width(), GridGeometry.ROW - 1);
                }
            }
            boolean counts = sheet.rows().get(row).counts();
            if (present) {
                value(g, p, row, typed ? Double.NaN : p.column().error(row), y, counts ? c : c.faded());
            } else {
                missing(g, sheet, p, row, y, c);
            }
            if (typed) {
                g.setFill(c.accent());
                double right = p.x() + p.width();
                g.fillPolygon(new double[] {right - 7, right, right}, new double[] {y, y, y + 7}, 3);
            }
            g.setFill(c.soft());
            g.fillRect(p.x(), y + GridGeometry.ROW - 1, p.width(), 1);
        }
    }

    private void value(GraphicsContext g, Placed p, int row, double error, double y, GridColours c) {
        double middle = y + GridGeometry.ROW / 2;
        g.setFont(GridText.CELL);
        g.setFill(c.text());
        if (!p.column().isNumbers()) {
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(text.shortened(p.column().column().text(row), p.width() - 2 * PAD), p.x() + PAD, middle);
            return;
        }
        Optional<GridColumn.Spread> spread = p.column().spread();
        if (spread.isEmpty()) {
            return; // it is drawn again once it is measured
        }
        NumberFormatOf format = spread.get().format();
        double number = p.column().column().number(row);
        double right = p.x() + p.width() - PAD;
        g.setTextAlign(TextAlignment.RIGHT);
        if (error > 0 && format.shows(error)) {
            String plusMinus = " ± " + format.error(error);
            String value = format.showing(error).value(number);
            double width = text.width(plusMinus, GridText.CELL);
            if (width + text.width(value, GridText.CELL) < p.width() - PAD) {
                g.setFill(c.muted());
                g.fillText(plusMinus, right, middle);
                g.setFill(c.text());
                g.fillText(value, right - width, middle);
                return;
            }
        }
        String value = format.value(number);
        g.fillText(
                text.width(value, GridText.CELL) < p.width() - PAD ? value : NumberFormatOf.shortest(number),
                right,
                middle);
    }

    private void missing(GraphicsContext g, Sheet sheet, Placed p, int row, double y, GridColours c) {
        OptionalDouble bound = sheet.origin(row, p.column().key())
                .map(DescriptorValue::upperBound)
                .orElse(OptionalDouble.empty());
        if (bound.isPresent()) {
            g.setFont(GridText.BOUND);
            g.setFill(c.muted());
            g.setTextAlign(TextAlignment.RIGHT);
            String bounded = p.column()
                    .spread()
                    .filter(s -> s.present() > 0)
                    .map(s -> s.format().value(bound.getAsDouble()))
                    .orElseGet(() -> String.format(Locale.ROOT, "%.1e", bound.getAsDouble()));
            g.fillText("< " + bounded, p.x() + p.width() - PAD, y + GridGeometry.ROW / 2);
            return;
        }
        hatch(g, p.x(), y, p.width(), GridGeometry.ROW - 1, c);
    }

    /** Lines of one family from cell to cell, so that neighbouring gaps look like one; a picture, for lines are slow. */
    private void hatch(GraphicsContext g, double x, double y, double w, double h, GridColours c) {
        if (!hatchOf.equals(c)) {
            hatchOf = c;
            for (int i = 0; i < hatch.getWidth(); i++) {
                for (int j = 0; j < hatch.getHeight(); j++) {
                    hatch.getPixelWriter().setColor(i, j, (i + j) % HATCH == 0 ? c.border() : c.card());
                }
            }
        }
        double from = Math.floorMod((long) x, HATCH);
        double width = Math.min(w, hatch.getWidth() - HATCH);
        g.drawImage(hatch, from, 0, width, h, Math.floor(x), Math.floor(y), width, h);
    }

    private void groups(GraphicsContext g, GridGeometry at, GridColours c) {
        for (int line = at.firstLine(); line <= at.lastLine(); line++) {
            if (line >= 0 && at.model().lines().get(line) instanceof GridModel.Line.Group group) {
                double y = at.yOf(line);
                g.setFill(c.window());
                g.fillRect(0, y, at.width(), GridGeometry.ROW);
                line(g, y, at.width(), c);
                g.setTextAlign(TextAlignment.LEFT);
                g.setFill(c.text());
                Markup head = Markup.parse(
                        Formula.elementsOf(group.name()).isEmpty() ? group.name() : Markup.formula(group.name()));
                text.markup(
                        g,
                        head,
                        GridGeometry.CHECK + PAD,
                        y + GridGeometry.ROW / 2,
                        GridText.HEAD,
                        GridText.HEAD,
                        GridText.SMALL_HEAD);
                g.setFont(GridText.CELL);
                g.setFill(c.faint());
                g.fillText(
                        group.count() + (group.count() == 1 ? " row" : " rows"),
                        GridGeometry.CHECK + PAD + text.width(head) + 8,
                        y + GridGeometry.ROW / 2);
            }
        }
    }

    private static void cursor(GraphicsContext g, GridGeometry at, Marks marks, GridColours c) {
        if (marks.line() < 0
                || marks.column() < 0
                || marks.column() >= at.model().all().size()) {
            return;
        }
        Placed one = at.placed(marks.column());
        Placed other =
                at.placed(Math.clamp(marks.anchorColumn(), 0, at.model().all().size() - 1));
        double x = Math.min(one.x(), other.x());
        double right = Math.max(one.x() + one.width(), other.x() + other.width());
        double y = Math.min(at.yOf(marks.line()), at.yOf(marks.anchorLine()));
        double bottom = Math.max(at.yOf(marks.line()), at.yOf(marks.anchorLine())) + GridGeometry.ROW;
        if (!one.pinned() && right <= at.pinnedWidth()) {
            return;
        }
        double left = one.pinned() ? x : Math.max(x, at.pinnedWidth());
        g.setStroke(marks.focused() ? c.accent() : c.faint());
        g.setLineWidth(2);
        g.strokeRect(left, y, right - left - 1, bottom - y - 1);
    }
}
