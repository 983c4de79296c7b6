package org.ionscape.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The program's own fonts, the same on every system, for Java2D; {@link FontFiles} makes them known to JavaFX. */
public final class Fonts {
    public static final String FAMILY = "Ionscape Sans";

    public static final Font REGULAR = load("Regular");
    public static final Font ITALIC = load("Italic");
    public static final Font SEMI_BOLD = load("SemiBold");

    private Fonts() {}

    private static Font load(String style) {
        try (InputStream stream = FontFiles.open(style)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + style + " is damaged", e);
        }
    }
}
