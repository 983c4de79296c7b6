package org.ionscape.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The program's own fonts, the same on every system, for Java2D and by name for JavaFX. */
public final class Fonts {
    public static final String FAMILY = "Ionscape Sans";
    private static final String FOLDER = "/org/ionscape/fonts/IonscapeSans-";

    public static final Font REGULAR = load("Regular");
    public static final Font ITALIC = load("Italic");
    public static final Font SEMI_BOLD = load("SemiBold");

    private Fonts() {}

    /** The file of a style: Regular, Medium, SemiBold or Italic. */
    public static InputStream open(String style) {
        InputStream stream = Fonts.class.getResourceAsStream(FOLDER + style + ".ttf");
        if (stream == null) {
            throw new IllegalStateException("the font " + style + " is not on the class path");
        }
        return stream;
    }

    /** Makes the fonts known to JavaFX; call it once, with the toolkit running. */
    public static void register() {
        for (String style : new String[] {"Regular", "Medium", "SemiBold", "Italic"}) {
            try (InputStream stream = open(style)) {
                javafx.scene.text.Font.loadFont(stream, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Font load(String style) {
        try (InputStream stream = open(style)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + style + " is damaged", e);
        }
    }
}
