package org.ionscape.app.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;

/**
 * Shows a table alone in a window, to be looked at: {@code TablePreview table.csv [light|dark] [scroll]}. With
 * {@code scroll} it goes through the table in both directions and prints how long a picture takes.
 */
public final class TablePreview {
    private static final int PICTURES = 300;

    private TablePreview() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            List<String> args = getParameters().getRaw();
            Theme theme = args.contains("dark") ? Theme.DARK : Theme.LIGHT;
            Workbench workbench = new Workbench(ComputeService.ofMachine(), new RunEngine(), Platform::runLater);
            Sheets sheets = new Sheets(workbench);
            workbench.open(ProjectStore.at(Files.createTempDirectory("preview").resolve("preview.ionscape")));
            workbench.themeProperty().set(theme);
            TablePane pane = new TablePane(workbench, sheets);
            Scene scene = new Scene(pane, 1600, 888);
            setUserAgentStylesheet(
                    theme == Theme.DARK
                            ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                            : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            for (String sheet : List.of(theme.label(), "ionscape")) {
                scene.getStylesheets()
                        .add(getClass()
                                .getResource("/org/ionscape/styles/" + sheet + ".css")
                                .toExternalForm());
            }
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            long asked = System.nanoTime();
            sheets.shownProperty().addListener((o, a, now) -> {
                if (args.contains("scroll") && now.sheet().kind() == org.ionscape.app.sheet.Sheet.Kind.IMPORTED) {
                    System.out.printf(
                            Locale.ROOT, "read and shown after %.0f ms%n", 1e-6 * (System.nanoTime() - asked));
                    Platform.runLater(() -> scroll((GridView) pane.lookup("#grid")));
                }
            });
            sheets.importFile(Path.of(args.getFirst()));
        }

        private static void scroll(GridView grid) {
            List<ScrollBar> bars = grid.getChildrenUnmodifiable().stream()
                    .filter(ScrollBar.class::isInstance)
                    .map(ScrollBar.class::cast)
                    .toList();
            double[] ms = new double[PICTURES];
            new AnimationTimer() {
                private int i;

                @Override
                public void handle(long now) {
                    if (i == PICTURES) {
                        stop();
                        Arrays.sort(ms);
                        System.out.printf(
                                Locale.ROOT,
                                "drawing: median %.1f ms, 95 %% %.1f ms, longest %.1f ms%n",
                                ms[PICTURES / 2],
                                ms[PICTURES * 95 / 100],
                                ms[PICTURES - 1]);
                        Platform.exit();
                        return;
                    }
                    bars.forEach(b -> b.setValue(b.getMax() * i / PICTURES));
                    long before = System.nanoTime();
                    grid.draw();
                    ms[i++] = 1e-6 * (System.nanoTime() - before);
                }
            }.start();
        }
    }
}
