package org.ionscape.app.parts;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * One of the window's places. Places are listed in the shell's {@code Places}; the window gives each a tab, a key, a
 * menu entry and a line in the command palette. {@link org.ionscape.app.Workbench#placeProperty} says, by id, which one
 * is shown, and whoever sets it goes there.
 */
public interface Place {
    /** Where the explorer stands while a place is shown, unless the person decided otherwise. */
    enum Explorer {
        BESIDE,
        HIDDEN
    }

    /** Names the place in the project file and in the window's model. */
    String id();

    /** As on its tab. */
    String title();

    Ikon icon();

    /** What the place shows; asked for once, when the person first goes there. */
    Node node();

    /** The person comes to the place. */
    default void shown() {}

    default Explorer explorer() {
        return Explorer.HIDDEN;
    }

    /** A place that is made of a node and needs to know nothing of being shown. */
    static Place of(String id, String title, Ikon icon, Explorer explorer, Supplier<? extends Node> node) {
        return new Place() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String title() {
                return title;
            }

            @Override
            public Ikon icon() {
                return icon;
            }

            @Override
            public Node node() {
                return node.get();
            }

            @Override
            public Explorer explorer() {
                return explorer;
            }
        };
    }
}
