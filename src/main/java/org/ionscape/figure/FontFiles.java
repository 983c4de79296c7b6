package org.ionscape.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of the program's own fonts. */
public final class FontFiles {
    private static final String FOLDER = "/org/ionscape/fonts/IonscapeSans-";

    private FontFiles() {}

    /** The file of a style: Regular, Medium, SemiBold or Italic. */
    public static InputStream open(String style) {
        InputStream stream = FontFiles.class.getResourceAsStream(FOLDER + style + ".ttf");
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
}
