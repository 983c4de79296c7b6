package org.ionscape.app.viewer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.RunItem;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;

/**
 * Shows the viewer alone in a window, to be looked at: {@code ViewerPreview folder [light|dark] [compound] [play]}. It opens
 * the first run below the folder, analyses it, and with {@code play} prints how long a drawing takes
 * (start it with {@code -Djavafx.animation.fullspeed=true}).
 */
public final class ViewerPreview {
    private ViewerPreview() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        private int pulses;
        private long since;

        @Override
        public void start(Stage stage) throws Exception {
            List<String> args = getParameters().getRaw();
            Theme theme = args.contains("dark") ? Theme.DARK : Theme.LIGHT;
            Workbench workbench = new Workbench(ComputeService.ofMachine(), new RunEngine(), Platform::runLater);
            Path file = Files.createTempDirectory("preview").resolve("preview.ionscape");
            workbench.open(ProjectStore.at(file));
            workbench.themeProperty().set(theme);
            ViewerPane pane = new ViewerPane(workbench);
            javafx.scene.Scene scene = new javafx.scene.Scene(pane, 1328, 912);
            setUserAgentStylesheet(
                    theme == Theme.DARK
                            ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                            : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            for (String sheet : List.of("ionscape", theme.label())) {
                scene.getStylesheets()
                        .add(getClass()
                                .getResource("/org/ionscape/styles/" + sheet + ".css")
                                .toExternalForm());
            }
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            workbench
                    .scans()
                    .add(List.of(Path.of(args.getFirst())))
                    .whenDone()
                    .whenComplete((runs, failure) -> Platform.runLater(() -> {
                        List<RunItem> items = List.copyOf(workbench.runs());
                        System.out.println(items + " " + workbench.scans().problems() + " " + failure);
                        if (args.contains("compound")) {
                            workbench.selectCompound(items.getFirst().info().compound());
                        } else {
                            workbench.select(List.of(items.getFirst()));
                        }
                        workbench.analyse(items);
                        if (args.contains("play")) {
                            countPulses(pane);
                        }
                    }));
        }

        /** Turns the picture a little at each pulse, so that every pulse draws all of it. */
        private void countPulses(ViewerPane pane) {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses++;
                    pane.lookupAll(".scene-canvas").forEach(node -> {
                        ((SceneCanvas) node).camera().drag(1, 0);
                        ((SceneCanvas) node).redraw();
                    });
                    since = since == 0 ? now : since;
                    if (now - since > 2_000_000_000L) {
                        System.out.printf("%.2f ms a pulse%n", (now - since) * 1e-6 / pulses);
                        since = now;
                        pulses = 0;
                    }
                }
            }.start();
        }
    }
}
