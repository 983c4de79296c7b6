package org.ionscape.app.table;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.ionscape.figure.Fonts;
import org.ionscape.figure.Markup;
import org.ionscape.figure.Markup.Level;
import org.ionscape.figure.Markup.Slant;

/** The type of a grid, and how wide a text is in it. */
final class GridText {
    static final Font CELL = Font.font(Fonts.FAMILY, 12);
    static final Font HEAD = Font.font(Fonts.FAMILY, FontWeight.SEMI_BOLD, 12);
    static final Font HEAD_ITALIC = Font.font(Fonts.FAMILY, FontWeight.SEMI_BOLD, FontPosture.ITALIC, 12);
    static final Font SMALL = Font.font(Fonts.FAMILY, 9);
    static final Font SMALL_HEAD = Font.font(Fonts.FAMILY, FontWeight.SEMI_BOLD, 9);
    static final Font UNIT = Font.font(Fonts.FAMILY, 11);
    static final Font BOUND = Font.font(Fonts.FAMILY, FontPosture.ITALIC, 11);

    private final Map<String, Double> widths = new HashMap<>();

    /** The end of a path says most. */
    String shortened(String text, double room) {
        if (width(text, CELL) <= room) {
            return text;
        }
        int from = 1;
        while (from < text.length() - 1 && width("…" + text.substring(from), CELL) > room) {
            from++;
        }
        return "…" + text.substring(from);
    }

    /** As much of the beginning of a text as there is room for. */
    String cut(String text, double room, Font font) {
        if (width(text, font) <= room) {
            return text;
        }
        int length = text.length() - 1;
        while (length > 1 && width(text.substring(0, length) + "…", font) > room) {
            length--;
        }
        return text.substring(0, length) + "…";
    }

    void markup(GraphicsContext g, Markup markup, double x, double y, Font base, Font italic, Font small) {
        g.setTextAlign(TextAlignment.LEFT);
        double at = x;
        for (Markup.Piece piece : markup.pieces()) {
            boolean raised = piece.level() != Level.BASE;
            Font font = raised ? small : piece.slant() == Slant.ITALIC ? italic : base;
            double shift = piece.level() == Level.SUB ? 3 : piece.level() == Level.SUPER ? -4 : 0;
            g.setFont(font);
            g.fillText(piece.text(), at, y + shift);
            at += width(piece.text(), font);
        }
    }

    double width(Markup symbol) {
        return symbol.pieces().stream()
                .mapToDouble(p -> width(
                        p.text(),
                        p.level() != Level.BASE ? SMALL_HEAD : p.slant() == Slant.ITALIC ? HEAD_ITALIC : HEAD))
                .sum();
    }

    double width(String text, Font font) {
        if (widths.size() > 20_000) {
            widths.clear();
        }
        return widths.computeIfAbsent(font.getName() + font.getSize() + text, k -> {
            Text measured = new Text(text);
            measured.setFont(font);
            return measured.getLayoutBounds().getWidth();
        });
    }
}
