package org.ionscape.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.ask;
import static org.ionscape.app.OnWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ionscape.app.Correction;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigureView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The viewer as a person uses it, on a small random walk of lithium through sulphur. */
@ExtendWith(ApplicationExtension.class)
class ViewerPaneTest {
    private static final int FRAMES = 400;

    private Workbench workbench;
    private ViewerPane pane;
    private Path folder;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("viewer");
        writeWalk(Files.createDirectories(folder.resolve("Li-based/Li2S/AIMD/stoichiometric/600K")));
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        workbench.open(ProjectStore.at(folder.resolve("test.ionscape")));
        workbench.putSetting("viewer.watched", "true"); // so that the first run waits to be played
        pane = new ViewerPane(workbench);
        Scene scene = new Scene(pane, 1200, 760);
        scene.getStylesheets()
                .add(getClass().getResource("/org/ionscape/styles/light.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            pane.close();
            workbench.close();
        });
    }

    private static void writeWalk(Path run) throws Exception {
        Random random = new Random(7);
        double[] s = new double[3 * 16];
        for (int i = 0; i < s.length; i++) {
            s[i] = random.nextDouble();
        }
        StringBuilder text = new StringBuilder("walk\n1.0\n10 0 0\n0 10 0\n0 0 10\nLi S\n8 8\n");
        for (int f = 1; f <= FRAMES; f++) {
            text.append("Direct configuration= ").append(f).append('\n');
            for (int i = 0; i < s.length; i++) {
                if (i < 24) {
                    s[i] += 0.03 * random.nextGaussian();
                    s[i] -= Math.floor(s[i]);
                }
                text.append(String.format(Locale.ROOT, " %.8f%s", s[i], i % 3 == 2 ? "\n" : ""));
            }
        }
        Files.writeString(run.resolve("XDATCAR"), text);
        Files.writeString(run.resolve("INCAR"), "POTIM = 100\nTEBEG = 600\nTEEND = 600\n");
    }

    private RunItem openRun(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.scans().add(List.of(folder)));
        until(() -> workbench.runs().size() == 1);
        RunItem item = workbench.runs().getFirst();
        robot.interact(() -> workbench.select(List.of(item)));
        until(() -> frame(robot).endsWith("/ " + FRAMES));
        return item;
    }

    private static String frame(FxRobot robot) {
        return ask(() -> robot.lookup("#frame").queryAs(Label.class).getText());
    }

    @Test
    void aSelectedRunIsShownAndPlays(FxRobot robot) throws TimeoutException {
        openRun(robot);
        robot.clickOn(".scene-space");
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(frame(robot)).isEqualTo("frame 2 / 400");
        robot.press(KeyCode.END).release(KeyCode.END);
        assertThat(frame(robot)).isEqualTo("frame 400 / 400");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> !frame(robot).startsWith("frame 1 /"));
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        String paused = frame(robot);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(frame(robot)).isEqualTo(paused);
    }

    @Test
    void draggingTheBandChangesDAndUndoBringsItBack(FxRobot robot) throws TimeoutException {
        RunItem item = openRun(robot);
        robot.interact(() -> workbench.analyse(List.of(item)));
        until(() -> item.status() == RunStatus.DONE
                && robot.lookup("#fit-to").tryQuery().isPresent());
        String before = diffusion(robot);
        Node handle = ask(() -> robot.lookup("#fit-to").query());
        robot.interact(
                () -> { // cards have just come: the band is dragged where it will be, not where it was
                    pane.applyCss();
                    pane.layout();
                });
        robot.drag(handle).moveBy(-90, 0);
        until(() -> !diffusion(robot).equals(before));
        robot.drop();
        until(() -> item.settings().fitToPs().isPresent() && item.status() == RunStatus.DONE);
        assertThat(diffusion(robot)).isNotEqualTo(before);
        robot.interact(() -> workbench.undo().undo());
        until(() -> item.settings().fitToPs().isEmpty() && item.status() == RunStatus.DONE);
        until(() -> diffusion(robot).equals(before));
    }

    private static String diffusion(FxRobot robot) {
        return ask(() -> robot.lookup("#diffusion")
                .tryQueryAs(Text.class)
                .map(Text::getText)
                .orElse(""));
    }

    @Test
    void aRunThatWasNotAnalysedOffersToBe(FxRobot robot) throws TimeoutException {
        RunItem item = openRun(robot);
        robot.clickOn("#analyse-here");
        until(() -> item.status() == RunStatus.DONE);
        assertThat(diffusion(robot)).contains("cm²/s");
    }

    @Test
    void hopsAndDistributionsAreComputedWhenAskedForAndAgainForOtherSettings(FxRobot robot) throws TimeoutException {
        RunItem item = openRun(robot);
        for (String part : List.of("hops", "rdf", "vanhove")) {
            until(() -> robot.lookup("#ask-" + part).tryQuery().isPresent());
            robot.interact(
                    () -> robot.lookup("#ask-" + part).queryAs(Button.class).fire());
        }
        robot.interact(
                () -> robot.lookup("#density").queryAs(ToggleButton.class).fire());
        until(() -> isShown(robot));
        assertThat(robot.lookup("#hops").queryAs(Label.class).getText()).isEqualTo("No hops"); // a random walk has none

        robot.interact(() -> workbench
                .edits()
                .correct("Set time step", List.of(item), s -> Correction.timeStepFs(s, OptionalDouble.of(50))));
        until(() -> isShown(robot)); // asked for once, computed again
    }

    @Test
    void vibrationsAreShownInTheUnitChosenWithTheCurvesFoundInTheFolder(FxRobot robot) throws Exception {
        Files.writeString(
                folder.resolve("Li-based/Li2S/AIMD/stoichiometric/600K/VDOS_old.dat"), "0 0\n5 1\n10 2\n15 1\n20 0\n");
        RunItem item = openRun(robot);
        robot.interact(() -> workbench.analyse(List.of(item)));
        until(() -> item.status() == RunStatus.DONE
                && robot.lookup("#vdos .figure-view").tryQuery().isPresent());
        until(() -> shown(robot).contains("VDOS_old"));
        assertThat(shown(robot)).startsWith("Energy (meV)").contains("Mobile (d)");
        robot.interact(() -> robot.lookup("#vdos .toggle-button")
                .<ToggleButton>queryAll()
                .forEach(b -> {
                    if (List.of("THz", "species").contains(b.getText())) {
                        b.fire();
                    }
                }));
        assertThat(shown(robot))
                .startsWith("Frequency (THz)")
                .contains("Li", "S")
                .doesNotContain("Mobile");
        // white noise of 100 fs steps cannot be the vibrations of a crystal
        assertThat(robot.lookup("#vdos-badge").queryAs(Label.class).getText()).isNotEmpty();
    }

    /** The horizontal axis of the density of states and the names of its lines. */
    private static String shown(FxRobot robot) {
        return ask(() -> robot.lookup("#vdos .figure-view")
                .queryAs(FigureView.class)
                .shown()
                .map(f -> f.x().label()
                        + f.series().stream().map(Figure.Series::name).toList())
                .orElse(""));
    }

    private static boolean isShown(FxRobot robot) {
        return List.of("hops", "rdf", "vanhove").stream()
                .noneMatch(
                        part -> robot.lookup("#ask-" + part).query().getParent().isVisible());
    }
}
