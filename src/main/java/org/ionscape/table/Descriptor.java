package org.ionscape.table;

/**
 * What a column of a table means.
 *
 * @param key name in files
 * @param symbol as the field writes it, in the markup of figures: {@code ⟨ω_{30}⟩^{d}}
 * @param alias symbol in plain letters, by which a command may call it: {@code omega30_d}
 * @param name in words
 * @param unit empty for pure numbers
 * @param category under which tables and figures group it
 * @param source how it is obtained, in a few words
 */
public record Descriptor(
        String key, String symbol, String alias, String name, String unit, String category, String source) {
    /** What is known of a column that no catalogue lists: its own name. */
    public static Descriptor unlisted(String key, String unit) {
        return new Descriptor(key, key, key, key, unit, "other", "");
    }

    /** The same under another key. */
    Descriptor called(String other) {
        return new Descriptor(other, symbol, alias, name, unit, category, source);
    }

    /** The symbol without markup, for lists and logs. */
    public String plainSymbol() {
        return symbol.replaceAll("[*{}]", "").replaceAll("[_^]", "");
    }
}
