package org.ionscape.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.until;
import static org.ionscape.app.training.TrainingScreen.press;
import static org.ionscape.app.training.TrainingScreen.text;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A subset search on the real screen: begun, paused, closed, opened again, gone on with, and its answer taken. */
@ExtendWith(ApplicationExtension.class)
class SubsetsCardTest {
    private static final int FEATURES = 11;

    @TempDir
    private Path home;

    private TrainingScreen screen;

    @Start
    void start(Stage stage) {
        screen = new TrainingScreen(stage, home);
    }

    @AfterEach
    void close(FxRobot robot) {
        screen.close(robot);
    }

    /** A target made of f1, f4 and f9, each with its own weight. */
    private static String table() {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder text = new StringBuilder("row");
        for (int f = 0; f < FEATURES; f++) {
            text.append(",f").append(f);
        }
        text.append(",E_a [meV]\n");
        for (int i = 0; i < 90; i++) {
            double[] x = new double[FEATURES];
            text.append('r').append(i);
            for (int f = 0; f < FEATURES; f++) {
                x[f] = random.nextDouble();
                text.append(String.format(Locale.ROOT, ",%.6f", x[f]));
            }
            double y = 90 * x[1] + 70 * x[4] - 60 * x[9] + random.nextGaussian();
            text.append(String.format(Locale.ROOT, ",%.6f%n", y));
        }
        return text.toString();
    }

    @Test
    void aSearchIsPausedGoesOnAfterTheProjectWasOpenedAgainAndItsFeaturesAreTaken(FxRobot robot) throws Exception {
        screen.open(robot, table());
        SubsetSearches searches = screen.pane.searches();
        press(robot, "#search-subsets");
        until(() -> !searches.shown().best().isEmpty());
        press(robot, "#pause-subsets");
        until(() -> searches.shown().state() == SubsetSearches.State.PAUSED);
        assertThat(text(robot, "#subset-count")).contains("goes on where it stopped");
        screen.reopen(robot);
        until(() -> searches.shown().state() == SubsetSearches.State.PAUSED);
        assertThat(searches.shown().best()).isNotEmpty();
        press(robot, "#search-subsets");
        until(() -> searches.shown().state() == SubsetSearches.State.DONE);
        assertThat(searches.shown().evaluated()).isEqualTo((1 << FEATURES) - 1);
        assertThat(searches.shown().best().get(2).features()).containsExactly("f1", "f4", "f9");
        press(robot, "#take-subset");
        assertThat(screen.pane.setup().features().stream()
                        .filter(Feature::isWanted)
                        .map(Feature::key))
                .contains("f1", "f4", "f9")
                .hasSizeLessThan(FEATURES);
    }
}
