package org.ionscape.app.shell;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;

/**
 * Shows a place of statistics with a table, to be looked at: {@code StatisticsPreview table.csv|folder place light|dark
 * picture.png [node] [condition …]}. With the id of a node it zooms and pans that and prints how long its drawings take;
 * with {@code select} in the place of a node it goes through all places and selects half of the rows in each.
 *
 * <p>Measured at 1600 × 1000 in a virtual screen without a graphics card, two cores shared with some thirty busy processes:
 * a zoom step of two 300 × 300 matrices takes 43 ms (median, 90 % below 63), of 100 000 points in two and three dimensions
 * 46 ms (70); every other one of 5 000 rows is shown as selected 12 ms after the click in the table, 16 ms in the
 * correlogram and 48 ms in the landscape, the first few times there, before anything is compiled, 120–290 ms.
 */
public final class StatisticsPreview {
    private StatisticsPreview() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        private Scene scene;
        private Workbench workbench;
        private Sheets sheets;

        @Override
        public void start(Stage stage) throws Exception {
            List<String> args = getParameters().getRaw();
            Path home = Files.createTempDirectory("preview");
            workbench = new Workbench(ComputeService.ofMachine(), new RunEngine(), Platform::runLater);
            sheets = new Sheets(workbench);
            Preferences preferences = new Preferences(new SystemFolders(home, home, home));
            Openings openings = new Openings(workbench.compute(), preferences::projects, ProjectStore::at);
            Actions actions = new Actions(workbench, preferences, Desktop.SILENT, openings);
            WorkbenchWindow window = new WorkbenchWindow(workbench, actions, Places.of(workbench, sheets));
            scene = new Scene(window, 1600, 1000);
            org.ionscape.figure.FontFiles.register();
            workbench.themeProperty().set(Theme.ofLabel(args.get(2)));
            stage.setScene(scene);
            window.dress(Theme.ofLabel(args.get(2)));
            setUserAgentStylesheet(
                    Theme.ofLabel(args.get(2)) == Theme.DARK
                            ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                            : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            workbench.open(ProjectStore.at(home.resolve("preview.ionscape")));
            Path source = Path.of(args.getFirst());
            if (Files.isDirectory(source)) {
                workbench
                        .scans()
                        .add(List.of(source))
                        .whenDone()
                        .thenAccept(p -> Platform.runLater(() -> {
                            workbench.analyse(List.copyOf(workbench.runs()));
                            go(workbench, args);
                        }));
            } else {
                sheets.importFile(source)
                        .whenDone()
                        .thenAccept(p -> Platform.runLater(() -> {
                            args.stream().skip(5).filter(c -> !c.isEmpty()).forEach(sheets::addCondition);
                            go(workbench, args);
                        }));
            }
        }

        private void go(Workbench workbench, List<String> args) {
            workbench.placeProperty().set(args.get(1));
            after(Double.parseDouble(System.getProperty("wait", "6")), () -> look(args));
        }

        private static void after(double seconds, Runnable action) {
            PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
            pause.setOnFinished(e -> action.run());
            pause.play();
        }

        private void look(List<String> args) {
            picture(args.get(3));
            if (args.size() > 4 && args.get(4).equals("select")) {
                select(new ArrayDeque<>(List.of("table", "correlogram", "landscape")), List.of());
            } else if (args.size() > 4 && !args.get(4).isEmpty()) {
                measure(scene.lookup("#" + args.get(4)), args.get(3));
            } else {
                System.exit(0);
            }
        }

        /** Goes to each place in turn, which stay there afterwards, and selects in it. */
        private void select(Deque<String> places, List<Double> millis) {
            if (places.isEmpty()) {
                System.out.printf("selection to the end of the pulse that shows it, ms: %s%n", millis);
                System.exit(0);
            }
            String place = places.pop();
            workbench.placeProperty().set(place);
            after(Double.parseDouble(System.getProperty("wait", "6")), () -> {
                List<Double> all = new ArrayList<>(millis);
                half(Integer.getInteger("rounds", 9), all, () -> select(places, all));
            });
        }

        /** Selects every other row, the others in the next round. */
        private void half(int rounds, List<Double> millis, Runnable then) {
            List<String> keys = sheets.shown().sheet().keys();
            List<String> some = IntStream.range(0, keys.size())
                    .filter(i -> (i + rounds) % 2 == 0)
                    .mapToObj(keys::get)
                    .toList();
            long begin = System.nanoTime();
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                millis.add(Math.rint((System.nanoTime() - begin) / 1e5) / 10);
                scene.removePostLayoutPulseListener(listener[0]);
                if (rounds > 1) {
                    Platform.runLater(() -> half(rounds - 1, millis, then));
                } else {
                    then.run();
                }
            };
            scene.addPostLayoutPulseListener(listener[0]);
            sheets.selection().select(some);
            Platform.requestNextPulse();
        }

        private void picture(String file) {
            try {
                BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
                ImageIO.write(image, "png", new File(file));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Turns the wheel over a node, thirty times in and thirty times out; a pulse follows each. */
        private void measure(Node node, String file) {
            Point2D middle = new Point2D(
                    node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
            double[] millis = new double[60];
            long[] last = {System.nanoTime()};
            int[] at = {0};
            javafx.animation.AnimationTimer timer = new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long now) {
                    long time = System.nanoTime();
                    if (at[0] > 0) {
                        millis[at[0] - 1] = (time - last[0]) / 1e6;
                    }
                    last[0] = time;
                    if (at[0] == millis.length) {
                        stop();
                        Arrays.sort(millis);
                        System.out.printf(
                                "%s: pulse of a zoom step, median %.1f ms, 90 %% below %.1f ms, longest %.1f ms%n",
                                node.getId(), millis[30], millis[54], millis[59]);
                        picture(file.replace(".png", "-zoomed.png"));
                        System.exit(0);
                    }
                    node.fireEvent(wheel(node, middle, at[0] < 20 || at[0] >= 50 ? 40 : -40));
                    at[0]++;
                }
            };
            timer.start();
        }

        private static ScrollEvent wheel(Node node, Point2D middle, double delta) {
            return new ScrollEvent(
                    node,
                    node,
                    ScrollEvent.SCROLL,
                    middle.getX(),
                    middle.getY(),
                    middle.getX(),
                    middle.getY(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    delta,
                    0,
                    delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null);
        }
    }
}
