package org.ionscape.app.shell;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import org.ionscape.app.Workbench;

/**
 * Measures the start of the program on the samples when {@code -Dionscape.startup=report} asks for it: to the first frame
 * of the window, to the tree of runs and to a run in the viewer. The clock starts with the Java runtime, or earlier at the
 * moment that the variable IONSCAPE_BEGAN names, in milliseconds of the epoch; what Linux tells of the start of a process
 * is up to a second off. It prints these in milliseconds, waits for the analyses that go on by themselves and closes the window, so that one start can also serve
 * to record which classes are loaded.
 */
final class Startup extends AnimationTimer {
    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final Instant began = Instant.ofEpochMilli(Optional.ofNullable(System.getenv("IONSCAPE_BEGAN"))
            .map(Long::parseLong)
            .orElseGet(ManagementFactory.getRuntimeMXBean()::getStartTime));
    private final Set<String> begun = new HashSet<>();
    private final Map<String, Long> reached = new LinkedHashMap<>();
    private final Map<String, BooleanSupplier> stages = new LinkedHashMap<>();

    private Startup(Workbench workbench, WorkbenchWindow window) {
        this.workbench = workbench;
        this.window = window;
        stages.put("window", () -> true);
        stages.put("tree", this::isTreeFilled);
        stages.put("viewer", this::isRunShown);
        stages.put("analysed", this::isAllDone);
    }

    static void reportIfAsked(Workbench workbench, WorkbenchWindow window) {
        if ("report".equals(System.getProperty("ionscape.startup"))) {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
                failure.printStackTrace(); // nobody is there to close a dialog
                System.exit(1);
            });
            new Startup(workbench, window).start();
        }
    }

    /** What holds at the beginning of a frame is on the screen when the next one begins. */
    @Override
    public void handle(long now) {
        for (Map.Entry<String, BooleanSupplier> stage : stages.entrySet()) {
            if (begun.contains(stage.getKey())) {
                reached.putIfAbsent(
                        stage.getKey(), Duration.between(began, Instant.now()).toMillis());
            } else if (stage.getValue().getAsBoolean()) {
                begun.add(stage.getKey());
            } else {
                return;
            }
        }
        if (reached.size() == stages.size()) {
            finish();
        }
    }

    private void finish() {
        stop();
        System.out.println("startup " + reached);
        workbench.close();
        System.exit(0);
    }

    private boolean isTreeFilled() {
        return window.lookup("#runs") instanceof TreeView<?> tree
                && tree.getRoot() != null
                && !tree.getRoot().getChildren().isEmpty();
    }

    private boolean isRunShown() {
        return window.lookup("#frame") instanceof Label frame
                && frame.getText().contains(" / ")
                && !frame.getText().endsWith(" / 1");
    }

    private boolean isAllDone() {
        return workbench.compute().openJobs().isEmpty()
                && workbench.withoutResult().isEmpty();
    }
}
