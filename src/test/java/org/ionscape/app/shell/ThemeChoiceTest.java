package org.ionscape.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ThemeChoiceTest {
    @TempDir
    Path folder;

    private static Theme ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    @Test
    void theThemeOfTheSystemHoldsUntilThePersonChoosesAndAgainOnceThatIsTakenBack(FxRobot robot) {
        Preferences preferences = new Preferences(new SystemFolders(folder, folder, folder));
        try (Workbench workbench = new Workbench(new ComputeService(1), new RunEngine(), Platform::runLater)) {
            ThemeChoice choice = new ThemeChoice(workbench, preferences);
            robot.interact(() -> {
                choice.follow();
                assertThat(workbench.themeProperty().get()).isEqualTo(ofSystem());
                assertThat(preferences.get(Preferences.THEME)).isEmpty();
                workbench.themeProperty().set(ofSystem().other()); // as the button in the bar does
                assertThat(preferences.get(Preferences.THEME))
                        .contains(ofSystem().other().label());
                preferences.reset();
                choice.apply();
                assertThat(workbench.themeProperty().get()).isEqualTo(ofSystem());
                assertThat(choice.chosen()).isEqualTo(ThemeChoice.Choice.SYSTEM);
            });
        }
    }
}
