package org.ionscape.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import org.ionscape.app.Workbench;

/**
 * Measures the start of the program on the samples when {@code -Dionscape.startup=report} asks for it: from the start of
 * the process to the first frame of the window, to the tree of runs and to a run in the viewer. It prints these in
 * milliseconds, waits for the analyses that go on by themselves and closes the window, so that one start can also serve
 * to record which classes are loaded.
 */
final class Startup extends AnimationTimer {
    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private final Map<String, Long> reached = new LinkedHashMap<>();
    private final Map<String, BooleanSupplier> stages = new LinkedHashMap<>();

    private Startup(Workbench workbench, WorkbenchWindow window) {
        this.workbench = workbench;
        this.window = window;
        stages.put("window", () -> true);
        stages.put("tree", () -> !workbench.runs().isEmpty());
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

    @Override
    public void handle(long now) {
        for (Map.Entry<String, BooleanSupplier> stage : stages.entrySet()) {
            if (!reached.containsKey(stage.getKey())) {
                if (!stage.getValue().getAsBoolean()) {
                    return;
                }
                reached.put(
                        stage.getKey(), Duration.between(began, Instant.now()).toMillis());
            }
        }
        stop();
        System.out.println("startup " + reached);
        workbench.close();
        System.exit(0);
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
