package org.ionscape.app.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, for menus, keys and the palette alike.
 *
 * @param menu the menu it stands in
 * @param name as written there
 * @param keys accelerator, if it has one
 */
record Command(String menu, String name, Optional<KeyCombination> keys, Runnable action) {
    static Command of(String menu, String name, String keys, Runnable action) {
        return new Command(
                menu, name, keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys)), action);
    }

    String keysText() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }
}
