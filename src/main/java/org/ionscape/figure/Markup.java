package org.ionscape.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import org.ionscape.crystal.Formula;
import org.jfree.fx.FXGraphics2D;

/**
 * Text with sub- and superscripts and italics, one notation for every place: {@code _{…}} is a subscript, {@code ^{…}} a
 * superscript, {@code *…*} italic.
 *
 * @param pieces in order
 */
public record Markup(List<Piece> pieces) {
    private static final double SMALL = 0.72;
    private static final double DOWN = 0.18;
    private static final double UP = 0.36;

    /** A piece of text in one style. */
    public record Piece(String text, Level level, Slant slant) {}

    /** Where a piece stands. */
    public enum Level {
        BASE,
        SUB,
        SUPER
    }

    /** How a piece leans. */
    public enum Slant {
        UPRIGHT,
        ITALIC
    }

    public Markup {
        pieces = List.copyOf(pieces);
    }

    /** Reads the notation; a brace or star without its partner is an ordinary character. */
    public static Markup parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Slant slant = Slant.UPRIGHT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int close = (c == '_' || c == '^') && i + 1 < text.length() && text.charAt(i + 1) == '{'
                    ? text.indexOf('}', i)
                    : -1;
            boolean star = c == '*' && (slant == Slant.ITALIC || text.indexOf('*', i + 1) > 0);
            if (close > 0 || star) {
                flush(plain, Level.BASE, slant, pieces);
            }
            if (close > 0) {
                plain.append(text, i + 2, close);
                flush(plain, c == '_' ? Level.SUB : Level.SUPER, slant, pieces);
                i = close;
            } else if (star) {
                slant = slant == Slant.ITALIC ? Slant.UPRIGHT : Slant.ITALIC;
            } else {
                plain.append(c);
            }
        }
        flush(plain, Level.BASE, slant, pieces);
        return new Markup(pieces);
    }

    private static void flush(StringBuilder text, Level level, Slant slant, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.toString(), level, slant));
            text.setLength(0);
        }
    }

    /** The notation of a chemical formula. */
    public static String formula(String formula) {
        StringBuilder text = new StringBuilder();
        for (String piece : Formula.pieces(formula)) {
            text.append(Character.isDigit(piece.charAt(0)) ? "_{" + piece + "}" : piece);
        }
        return text.toString();
    }

    /** The text without any style. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(p -> text.append(p.text()));
        return text.toString();
    }

    /** Width at a font size, in the same unit. */
    public double width(double size) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        return pieces.stream()
                .mapToDouble(
                        p -> font(p, size).getStringBounds(p.text(), context).getWidth())
                .sum();
    }

    /** Draws with the left end of the base line at a point. */
    public void draw(Graphics2D g, double x, double y, double size) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        double at = x;
        for (Piece piece : pieces) {
            double shift = switch (piece.level()) {
                case BASE -> 0;
                case SUB -> DOWN * size;
                case SUPER -> -UP * size;
            };
            Font font = font(piece, size);
            if (g instanceof FXGraphics2D) {
                // the toolkit would look the font up by name and set it in its own widths
                g.fill(font.createGlyphVector(context, piece.text()).getOutline((float) at, (float) (y + shift)));
            } else {
                g.setFont(font);
                g.drawString(piece.text(), (float) at, (float) (y + shift));
            }
            at += font.getStringBounds(piece.text(), context).getWidth();
        }
    }

    private static Font font(Piece piece, double size) {
        Font font = piece.slant() == Slant.ITALIC ? Fonts.ITALIC : Fonts.REGULAR;
        return font.deriveFont((float) (piece.level() == Level.BASE ? size : SMALL * size));
    }
}
