package org.ionscape.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window as a person uses it, on the sample runs. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest {
    private Path home;
    private Workbench workbench;
    private WorkbenchWindow window;

    @Start
    void start(Stage stage) throws Exception {
        home = Files.createTempDirectory("window");
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        Preferences preferences = new Preferences(new SystemFolders(home, home, home.resolve("logs")));
        workbench.setPreferences(preferences::get);
        Openings openings = new Openings(workbench.compute(), preferences::projects, ProjectStore::at);
        Actions actions = new Actions(workbench, preferences, Desktop.SILENT, openings);
        window = new WorkbenchWindow(workbench, actions, Places.of(workbench, new Sheets(workbench)));
        stage.setScene(new Scene(window, 1280, 800));
        window.dress(Theme.LIGHT);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    /** Opens one sample run, analysed. */
    private RunItem opened(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            workbench.open(ProjectStore.at(home.resolve("test.ionscape")));
            workbench.scans().add(List.of(Path.of("sample-data/Na-based/NaCl")));
        });
        until(() -> workbench.runs().size() == 1);
        RunItem item = workbench.runs().getFirst();
        robot.interact(() -> {
            workbench.select(List.of(item));
            workbench.analyse(List.of(item));
        });
        until(() -> item.status() == RunStatus.DONE && shows(robot, "#export-msd"));
        return item;
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    @Test
    void aFigureIsExportedInEveryFormatAndReadBack(FxRobot robot) throws Exception {
        opened(robot);
        robot.clickOn("#export-msd");
        until(() -> shows(robot, "#export-dialog"));
        write(robot, "#export-width", "120");
        write(robot, "#export-dpi", "150");
        write(robot, "#export-name", "msd");
        write(robot, "#export-folder", home.resolve("figures").toString());
        for (String format : List.of("#format-svg", "#format-png", "#format-csv")) {
            robot.interact(() -> robot.lookup(format).queryAs(CheckBox.class).setSelected(true));
        }
        robot.clickOn("#export");
        until(() -> !shows(robot, "#export-dialog"));
        Path folder = home.resolve("figures");
        assertThat(ImageIO.read(folder.resolve("msd.png").toFile()).getWidth()).isEqualTo(709);
        assertThat(Files.readString(folder.resolve("msd.svg"))).contains("width='120.000mm'");
        assertThat(Files.readString(folder.resolve("msd.csv"))).contains("lag [ps],msd [A2]");
        try (PDDocument document = Loader.loadPDF(folder.resolve("msd.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Lag time");
        }
    }

    @Test
    void anExportThatFailsSaysSoAndLeavesNoFile(FxRobot robot) throws Exception {
        opened(robot);
        Path inTheWay = Files.writeString(home.resolve("file"), "no folder");
        robot.clickOn("#export-msd");
        until(() -> shows(robot, "#export-dialog"));
        write(robot, "#export-folder", inTheWay.resolve("figures").toString());
        robot.clickOn("#export");
        until(() -> summary(robot).contains("cannot be written"));
        assertThat(shows(robot, "#export-dialog")).isTrue();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.contains("msd"));
        }
        write(robot, "#export-width", "much");
        until(() -> summary(robot).contains("limits"));
    }

    @Test
    void helpAboutPreferencesAndCrashReportsOpenOverTheWindowAndEscapeClosesThem(FxRobot robot) throws Exception {
        CrashReport report = CrashReport.of(
                new IllegalStateException("the sky fell"), "test", home, LocalDateTime.of(2026, 1, 1, 0, 0));
        robot.interact(() -> window.showCrash(report, Desktop.SILENT));
        assertThat(robot.lookup("#crash-text").queryAs(TextArea.class).getText())
                .contains("the sky fell");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> !shows(robot, "#crash"));
        for (String[] page : new String[][] {{"science", "#help"}, {"tutorial", "#help"}, {"about", "#about"}}) {
            palette(robot, page[0]);
            until(() -> shows(robot, page[1]));
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            until(() -> !shows(robot, page[1]));
        }
        robot.interact(() -> robot.lookup("#preferences-button").queryButton().fire());
        write(robot, "#preference-export-font", "11");
        robot.interact(() -> robot.lookup("#preference-export-font")
                .queryAs(TextField.class)
                .fireEvent(new javafx.event.ActionEvent()));
        assertThat(workbench.setting("export.font")).contains("11");
        robot.interact(() -> robot.lookup("#reset-preferences").queryButton().fire());
        assertThat(workbench.setting("export.font")).isEmpty();
    }

    @Test
    void aPaletteThatFindsNothingSaysSoAndGivesTheKeyboardBack(FxRobot robot) {
        Node welcome = robot.lookup("#open-samples").query();
        robot.interact(welcome::requestFocus);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        write(robot, "#palette-field", "zzz nothing");
        assertThat(robot.lookup("No command or run is called so.").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(welcome.isFocused()).isTrue();
    }

    private static void palette(FxRobot robot, String typed) throws TimeoutException {
        robot.interact(() -> robot.lookup("#search").queryButton().fire());
        write(robot, "#palette-field", typed);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String diffusion(FxRobot robot) {
        return robot.lookup("#diffusion")
                .tryQueryAs(Text.class)
                .map(Text::getText)
                .orElse("");
    }

    @Test
    void fromAFolderToDToACorrectionToUndoToReopening(FxRobot robot) throws Exception {
        RunItem item = opened(robot);
        String recognised = diffusion(robot);
        assertThat(recognised).contains("cm²/s");
        write(robot, "#run-time-step", "25");
        robot.interact(() ->
                robot.lookup("#run-time-step").queryAs(TextField.class).fireEvent(new javafx.event.ActionEvent()));
        until(() -> item.settings().timeStepFs().isPresent() && item.status() == RunStatus.DONE);
        until(() -> !diffusion(robot).equals(recognised));
        robot.interact(() -> robot.lookup("#undo").queryButton().fire());
        until(() -> item.settings().timeStepFs().isEmpty() && item.status() == RunStatus.DONE);
        until(() -> diffusion(robot).equals(recognised));
        robot.interact(
                () -> robot.lookup("#redo").queryButton().requestFocus()); // a text field has an undoing of its own
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Y).release(KeyCode.SHORTCUT);
        until(() -> item.settings().timeStepFs().isPresent() && item.status() == RunStatus.DONE);
        String corrected = diffusion(robot);

        Path file = workbench.projectProperty().get().orElseThrow().file();
        robot.interact(workbench::closeProject);
        until(() -> shows(robot, "#welcome"));
        until(() -> {
            WaitForAsyncUtils.waitForFxEvents();
            return org.ionscape.project.Project.isFree(file);
        });
        robot.interact(() ->
                workbench.open(ProjectStore.at(file)).thenRun(() -> Platform.runLater(workbench::restoreSelection)));
        until(() -> diffusion(robot).equals(corrected));
        assertThat(workbench.runs().getFirst().settings().timeStepFs()).hasValue(25);
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#export-summary").queryAs(Label.class).getText();
    }
}
