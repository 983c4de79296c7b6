package org.ionscape.figure.stats;

import java.util.List;
import org.ionscape.figure.Markup;
import org.ionscape.table.Descriptor;

/**
 * What a column is called in a figure.
 *
 * @param markup its symbol
 * @param category that gives its colour
 */
public record Label(String markup, String category) {
    private static final int LONGEST = 14;

    /** The symbol of each descriptor; a column no catalogue lists is cut to a length that fits. */
    public static List<Label> of(List<Descriptor> descriptors) {
        return descriptors.stream()
                .map(d -> new Label(
                        d.symbol().equals(d.key()) && d.key().length() > LONGEST
                                ? d.key().substring(0, LONGEST - 1) + "…"
                                : d.symbol(),
                        d.category()))
                .toList();
    }

    /** Without markup, for data files. */
    String plain() {
        return Markup.parse(markup).plain();
    }
}
