package org.ionscape.app.table;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.table.GridGeometry.Placed;
import org.ionscape.figure.Markup;

/** Draws what stands above the rows of a grid, and the two lines below them. */
final class GridHead {
    private static final double PAD = 8;

    private final GridText text;

    GridHead(GridText text) {
        this.text = text;
    }

    void head(GraphicsContext g, GridGeometry at, TableLook look, GridPainter.Marks marks, GridColours c) {
        double edge = at.pinnedWidth();
        g.setFill(c.window());
        g.fillRect(0, 0, at.width(), GridGeometry.HEAD);
        int number = at.model().pinned().size();
        for (GridModel.Group group : at.model().groups()) {
            Placed first = at.placed(number);
            Placed last = at.placed(number + group.columns().size() - 1);
            groupHead(g, group, first.x(), last.x() + last.width() - first.x(), edge, c);
            for (int i = 0; i < group.columns().size(); i++) {
                Placed p = at.placed(number + i);
                if (p.x() < at.width() && p.x() + p.width() > edge) {
                    columnHead(g, p, look, c.category(group.category()), c);
                }
            }
            number += group.columns().size();
        }
        g.setFill(c.window());
        g.fillRect(0, 0, edge, GridGeometry.HEAD);
        g.setFont(GridText.UNIT);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(c.muted());
        g.fillText("Pinned", GridGeometry.CHECK + PAD, GridGeometry.GROUP_HEAD / 2 + 2);
        g.setFont(GridText.HEAD);
        g.setFill(c.text());
        g.fillText(
                at.model().sheet().kind() == Sheet.Kind.IMPORTED
                                && at.model().sheet().table().column("compound").isEmpty()
                        ? at.model().sheet().table().rowHeader()
                        : "Material",
                GridGeometry.CHECK + PAD,
                GridGeometry.GROUP_HEAD + 12);
        headCheck(g, marks, c);
        for (int i = 0; i < at.model().pinned().size(); i++) {
            columnHead(g, at.placed(i), look, c.muted(), c);
        }
    }

    private static void headCheck(GraphicsContext g, GridPainter.Marks marks, GridColours c) {
        double top = GridGeometry.GROUP_HEAD + 5;
        boolean some = !marks.selected().isEmpty();
        g.setFill(some ? c.accent() : c.card());
        g.fillRoundRect(11, top, 14, 14, 6, 6);
        if (some) {
            g.setStroke(Color.WHITE);
            g.setLineWidth(1.8);
            g.strokeLine(14.5, top + 7, 21.5, top + 7);
        } else {
            g.setStroke(c.faint());
            g.setLineWidth(1);
            g.strokeRoundRect(11.5, top + 0.5, 13, 13, 6, 6);
        }
    }

    private void groupHead(
            GraphicsContext g, GridModel.Group group, double x, double width, double edge, GridColours c) {
        g.setFill(c.category(group.category()));
        g.fillRect(x, 0, width, 2);
        g.setFill(c.border());
        g.fillRect(x + width - 1, 0, 1, GridGeometry.HEAD);
        String name = group.category().substring(0, 1).toUpperCase(Locale.ROOT)
                + group.category().substring(1);
        double from = Math.max(x, edge) + PAD;
        double room = x + width - from;
        String of = group.columns().size() + " of " + group.all();
        double wanted = text.width(name, GridText.HEAD);
        g.setTextAlign(TextAlignment.LEFT);
        if (room > 24) {
            g.setFont(GridText.HEAD);
            g.setFill(c.text());
            g.fillText(text.cut(name, room - 4, GridText.HEAD), from, GridGeometry.GROUP_HEAD / 2 + 2);
        }
        if (room > wanted + text.width(of, GridText.UNIT) + 12) {
            g.setFont(GridText.UNIT);
            g.setFill(c.muted());
            g.fillText(of, from + wanted + 6, GridGeometry.GROUP_HEAD / 2 + 2);
        }
    }

    private void columnHead(GraphicsContext g, Placed p, TableLook look, Color bars, GridColours c) {
        double right = p.x() + p.width() - PAD;
        double y = GridGeometry.GROUP_HEAD + 12;
        Markup symbol = p.column().symbol();
        double width = text.width(symbol);
        g.setFill(c.text());
        double x = p.column().isNumbers() ? right - width : p.x() + PAD;
        text.markup(g, symbol, x, y, GridText.HEAD, GridText.HEAD_ITALIC, GridText.SMALL_HEAD);
        if (look.sortBy().equals(p.column().key())) {
            g.setFont(GridText.HEAD);
            g.setFill(c.accent());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(
                    look.order() == TableLook.Order.FALLING ? "↓" : "↑",
                    p.column().isNumbers() ? x - 4 : x + width + 16,
                    y);
        }
        if (p.column().isNumbers()) {
            g.setFont(GridText.UNIT);
            g.setFill(c.muted());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(p.column().unit(), right, y + 17);
            bars(g, p, bars);
        }
    }

    private static void bars(GraphicsContext g, Placed p, Color colour) {
        int[] bins = p.column().spread().map(GridColumn.Spread::bins).orElse(new int[1]);
        int most = 1;
        for (int b : bins) {
            most = Math.max(most, b);
        }
        double width = Math.min(5, (p.width() - 2 * PAD) / bins.length);
        double left = p.x() + p.width() - PAD - width * bins.length;
        g.setFill(colour.deriveColor(0, 1, 1, 0.45));
        for (int i = 0; i < bins.length; i++) {
            double h = bins[i] == 0 ? 0 : 2 + 15.0 * bins[i] / most;
            g.fillRect(left + i * width, GridGeometry.HEAD - 2 - h, Math.max(1, width - 1), h);
        }
    }

    void summary(GraphicsContext g, GridGeometry at, GridColours c) {
        double top = at.height() - GridGeometry.SUMMARY;
        g.setFill(c.window());
        g.fillRect(0, top, at.width(), GridGeometry.SUMMARY);
        g.setFill(c.border());
        g.fillRect(0, top, at.width(), 1);
        double edge = at.pinnedWidth();
        int pinned = at.model().pinned().size();
        int rows = at.model().shown().rows().length;
        for (int i = at.firstScrolled(); i < at.model().scrolled().size(); i++) {
            Placed p = at.placed(pinned + i);
            if (p.x() > at.width()) {
                break;
            }
            if (p.x() + p.width() > edge
                    && p.column().isNumbers()
                    && p.column().spread().isPresent()) {
                GridColumn.Spread s = p.column().spread().get();
                double right = p.x() + p.width() - PAD;
                g.setTextAlign(TextAlignment.RIGHT);
                g.setFont(GridText.CELL);
                g.setFill(c.text());
                g.fillText(s.present() == 0 ? "–" : s.format().value(s.mean()), right, top + GridGeometry.ROW / 2);
                g.setFill(s.present() < rows ? c.warn() : c.text());
                g.fillText(String.valueOf(s.present()), right, top + 1.5 * GridGeometry.ROW);
            }
        }
        g.setFill(c.window());
        g.fillRect(0, top + 1, edge, GridGeometry.SUMMARY);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(GridText.CELL);
        g.setFill(c.muted());
        g.fillText("Mean of rows shown", GridGeometry.CHECK + PAD, top + GridGeometry.ROW / 2);
        g.fillText(
                "Present of " + rows + (rows == 1 ? " row" : " rows"),
                GridGeometry.CHECK + PAD,
                top + 1.5 * GridGeometry.ROW);
    }
}
