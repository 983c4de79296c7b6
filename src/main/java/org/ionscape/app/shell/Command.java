package org.ionscape.app.shell;

import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, for menus, keys and the palette alike.
 *
 * @param menu the menu it stands in
 * @param name as written there
 * @param keys accelerator; {@link KeyCombination#NO_MATCH} for none
 */
record Command(String menu, String name, KeyCombination keys, Runnable action) {
    static Command of(String menu, String name, String keys, Runnable action) {
        return new Command(
                menu, name, keys.isEmpty() ? KeyCombination.NO_MATCH : KeyCombination.valueOf(keys), action);
    }

    String keysText() {
        return keys == KeyCombination.NO_MATCH ? "" : keys.getDisplayText();
    }
}
