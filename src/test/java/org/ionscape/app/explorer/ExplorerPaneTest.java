package org.ionscape.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;
import org.ionscape.format.scan.Layouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The explorer as a person uses it, with a few small runs. */
@ExtendWith(ApplicationExtension.class)
class ExplorerPaneTest {
    private Workbench workbench;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("explorer");
        for (String set : List.of("first", "second")) {
            for (int kelvin : List.of(400, 700)) {
                Path run = Layouts.run(
                        folder.resolve(set + "/Li-based/Li2PS3/AIMD/stoichiometric/" + kelvin + "K"), 1, kelvin);
                Layouts.write(run.resolve("XDATCAR"), Layouts.xdatcar(Layouts.walk(kelvin, 20), 10));
            }
        }
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        stage.setScene(new Scene(new ExplorerPane(workbench, () -> {}, file -> {}), 300, 700));
        stage.show();
        workbench.open(ProjectStore.at(folder.resolve("test.ionscape")));
        workbench.scans().add(List.of(folder));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }

    private List<RunNode.Leaf> leaves(FxRobot robot) throws TimeoutException {
        TreeView<?> tree = robot.lookup("#runs").queryAs(TreeView.class);
        until(() -> workbench.runs().size() == 4
                && below(tree.getRoot()).size() == 4
                && workbench.undo().undoLabelProperty().get().startsWith("Add"));
        return below(tree.getRoot());
    }

    private static List<RunNode.Leaf> below(TreeItem<?> row) {
        return row.getValue() instanceof RunNode.Leaf leaf
                ? List.of(leaf)
                : row.getChildren().stream().flatMap(c -> below(c).stream()).toList();
    }

    @Test
    void runsThatAreCalledAlikeSayWhereTheyLie(FxRobot robot) throws TimeoutException {
        assertThat(leaves(robot).stream().map(RunNode.Leaf::name))
                .containsExactly("400 K · first", "400 K · second", "700 K · first", "700 K · second");
    }

    @Test
    void theMenuIsThatOfTheRowUnderThePointer(FxRobot robot) throws TimeoutException {
        RunItem other = leaves(robot).getFirst().item();
        RunItem clicked = leaves(robot).getLast().item();
        robot.interact(() -> workbench.select(List.of(other)));
        robot.rightClickOn("700 K · second");
        robot.clickOn("Remove from project");
        until(() -> workbench.runs().size() == 3);
        assertThat(workbench.runs()).contains(other).doesNotContain(clicked);
    }
}
