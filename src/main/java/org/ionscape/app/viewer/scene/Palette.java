package org.ionscape.app.viewer.scene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.ionscape.crystal.Element;

/**
 * The colours of a picture, 0xRRGGBB.
 *
 * @param background of the picture
 * @param text of labels
 * @param line of the cell
 * @param accent of what is chosen
 * @param mobile of the mobile ions
 */
public record Palette(int background, int text, int line, int accent, int mobile) {
    public static final Palette LIGHT = new Palette(0xffffff, 0x24292f, 0x57606a, 0x0969da, 0x8250df);
    public static final Palette DARK = new Palette(0x0d1117, 0xe6edf3, 0x8b949e, 0x2f81f7, 0xa371f7);

    private static final int UNKNOWN = 0x9aa4ae;
    private static final Map<String, Integer> BY_ELEMENT = load();

    /** The colour of a species that does not count as mobile; grey for one that is no element. */
    public static int ofSpecies(String species) {
        return Element.ofLabel(species)
                .map(e -> BY_ELEMENT.getOrDefault(e.symbol(), UNKNOWN))
                .orElse(UNKNOWN);
    }

    private static Map<String, Integer> load() {
        Map<String, Integer> colours = new HashMap<>();
        InputStream stream = Palette.class.getResourceAsStream("/org/ionscape/element-colours.csv");
        if (stream == null) {
            throw new IllegalStateException("element-colours.csv is not on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(l -> !l.startsWith("#"))
                    .skip(1)
                    .map(l -> l.split(","))
                    .forEach(c -> colours.put(c[0], Integer.parseInt(c[1], 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return colours;
    }
}
