package org.ionscape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ionscape.vibration.Vibrations;

/** Which groups of atoms a figure shows, and how each is drawn. */
public enum GroupLines {
    /** All atoms, the mobile ones and the framework. */
    GROUPS("groups"),
    /** Each species. */
    SPECIES("species");

    private static final List<Figure.Ink> INKS = List.of(
            Figure.Ink.ONE, Figure.Ink.TWO, Figure.Ink.THREE, Figure.Ink.FOUR, Figure.Ink.FRAMEWORK, Figure.Ink.MUTED);

    private final String label;

    GroupLines(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A group with its looks; the name is markup. */
    record Entry(String group, String name, Figure.Ink ink, Figure.Stroke stroke) {}

    /** Those shown, of the groups there are. */
    List<Entry> entries(Set<String> groups) {
        List<Entry> entries = new ArrayList<>();
        if (this == GROUPS) {
            entries.add(new Entry(Vibrations.ALL, "All", Figure.Ink.TEXT, Figure.Stroke.NORMAL));
            entries.add(new Entry(Vibrations.MOBILE, "Mobile (d)", Figure.Ink.MOBILE, Figure.Stroke.NORMAL));
            entries.add(new Entry(Vibrations.FRAMEWORK, "Framework (nd)", Figure.Ink.FRAMEWORK, Figure.Stroke.NORMAL));
            entries.removeIf(e -> !groups.contains(e.group()));
            return entries;
        }
        List<String> species = groups.stream()
                .filter(g -> !List.of(Vibrations.ALL, Vibrations.MOBILE, Vibrations.FRAMEWORK)
                        .contains(g))
                .toList();
        for (int i = 0; i < species.size(); i++) {
            entries.add(new Entry(
                    species.get(i), species.get(i), INKS.get(Math.min(i, INKS.size() - 1)), Figure.Stroke.NORMAL));
        }
        return entries;
    }
}
