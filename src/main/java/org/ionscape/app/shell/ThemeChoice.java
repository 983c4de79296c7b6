package org.ionscape.app.shell;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;

/** Light, dark, or as the system is, then following it; what the person chose is kept, the system's own choice is not. */
record ThemeChoice(Workbench workbench, Preferences preferences) {
    /** What can be chosen. */
    enum Choice {
        SYSTEM("as the system"),
        LIGHT("light"),
        DARK("dark");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Choice chosen() {
        return kept().map(theme -> theme == Theme.DARK ? Choice.DARK : Choice.LIGHT)
                .orElse(Choice.SYSTEM);
    }

    void choose(Choice choice) {
        switch (choice) {
            case SYSTEM -> preferences.clear(Preferences.THEME);
            case LIGHT -> preferences.put(Preferences.THEME, Theme.LIGHT.label());
            case DARK -> preferences.put(Preferences.THEME, Theme.DARK.label());
        }
        apply();
    }

    /** Shows the theme that is chosen. */
    void apply() {
        workbench.themeProperty().set(wanted());
    }

    /** Follows the system from now on, and keeps what the person changes in the window. */
    void follow() {
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
        workbench.themeProperty().addListener((o, old, now) -> {
            if (now != wanted()) {
                preferences.put(Preferences.THEME, now.label());
            }
        });
    }

    private Optional<Theme> kept() {
        return preferences.get(Preferences.THEME).map(Theme::ofLabel);
    }

    private Theme wanted() {
        return kept().orElseGet(() ->
                Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
    }
}
