package org.ionscape.app.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.JobListener;
import org.ionscape.compute.Problem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bar at the bottom: the oldest running job with its progress, time left and cancel, how many wait, and a log that
 * opens above it. Workers report far more often than anybody can read, so that the bar asks for at most one update per
 * turn of the event loop.
 */
public final class JobsBar extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(JobsBar.class);
    private static final int LOG_LINES = 1000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Workbench workbench;
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label share = new Label();
    private final Button cancel = new Button("", FontIcon.of(org.kordamp.ikonli.feather.Feather.X));
    private final Button queue = new Button();
    private final JobsMenu menu;
    private final Label totals = new Label();
    private final ListView<String> log = new ListView<>();
    private final AtomicBoolean updateQueued = new AtomicBoolean();
    private Optional<JobHandle<?>> shown = Optional.empty();

    public JobsBar(Workbench workbench) {
        this.workbench = workbench;
        setId("jobs");
        cancel.setId("cancel-job");
        cancel.getStyleClass().addAll("icon-button");
        cancel.setTooltip(new Tooltip("Cancel this job"));
        cancel.setAccessibleText("Cancel this job");
        cancel.setOnAction(e -> shown.ifPresent(JobHandle::cancel));
        bar.getStyleClass().add("job-progress");
        title.getStyleClass().add("job-title");
        share.getStyleClass().add("muted");
        queue.setId("queue");
        queue.getStyleClass().add("quiet-button");
        queue.setAccessibleText("Jobs that run and wait");
        menu = new JobsMenu(workbench.compute());
        queue.setOnAction(e -> menu.showAbove(queue));
        totals.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton logButton = new ToggleButton("Log", FontIcon.of(org.kordamp.ikonli.feather.Feather.LIST));
        logButton.setId("log-button");
        logButton.getStyleClass().add("quiet-button");
        HBox row = new HBox(
                title,
                bar,
                share,
                cancel,
                new Separator(Orientation.VERTICAL),
                queue,
                gap,
                totals,
                new Separator(Orientation.VERTICAL),
                logButton);
        row.getStyleClass().add("jobs-bar");
        log.setId("log");
        log.setFixedCellSize(20);
        log.setPrefHeight(180);
        log.visibleProperty().bind(logButton.selectedProperty());
        log.managedProperty().bind(log.visibleProperty());
        getChildren().addAll(log, row);
        workbench.watchJobs(new JobListener() {
            @Override
            public void stateChanged(JobHandle<?> job, Job.State state) {
                if (state.isFinal() && !job.isFleeting()) {
                    Platform.runLater(() -> write(sentence(job, state)));
                }
                updateSoon();
            }

            @Override
            public void progressed(JobHandle<?> job, double done, double total, String unit) {
                updateSoon();
            }
        });
        workbench.scans().problems().addListener((ListChangeListener<Problem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(p -> write(p.toString()));
            }
        });
        workbench.runs().addListener((ListChangeListener<RunItem>) c -> updateSoon());
        update();
    }

    private static String sentence(JobHandle<?> job, Job.State state) {
        return switch (state) {
            case SUCCEEDED -> job.title() + ": done.";
            case CANCELLED -> job.title() + ": cancelled.";
            default ->
                job.title() + ": failed. "
                        + job.failure()
                                .map(f -> Optional.ofNullable(f.getMessage()).orElse(f.toString()))
                                .orElse("");
        };
    }

    private void write(String line) {
        LOG.info(line);
        log.getItems().add(LocalTime.now(java.time.ZoneId.systemDefault()).format(CLOCK) + "  " + line);
        if (log.getItems().size() > LOG_LINES) {
            log.getItems().removeFirst();
        }
        log.scrollTo(log.getItems().size() - 1);
    }

    private void updateSoon() {
        if (updateQueued.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                updateQueued.set(false);
                update();
            });
        }
    }

    private void update() {
        List<JobHandle<?>> open = workbench.compute().openJobs();
        shown = open.stream().filter(j -> j.state() == Job.State.RUNNING).findFirst();
        boolean working = shown.isPresent();
        for (Region part : List.of(bar, share, cancel)) {
            part.setVisible(working);
            part.setManaged(working);
        }
        title.setText(shown.map(JobHandle::title).orElse("Ready"));
        shown.ifPresent(job -> {
            double fraction = job.reported().fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS);
            bar.setProgress(fraction);
            share.setText((fraction < 0 ? "" : Math.round(100 * fraction) + " %  ")
                    + job.timeLeft().map(JobsBar::left).orElse(""));
        });
        long waiting = (long) open.size() - (working ? 1 : 0);
        queue.setVisible(waiting > 0);
        menu.refresh();
        queue.setText(waiting > 0 ? waiting + (working ? " more" : " queued") : "");
        long compounds = workbench.runs().stream()
                .map(i -> i.info().compound())
                .distinct()
                .count();
        int runs = workbench.runs().size();
        totals.setText(
                runs == 0
                        ? ""
                        : runs
                                + (runs == 1 ? " run · " : " runs · ")
                                + compounds
                                + (compounds == 1 ? " material" : " materials"));
    }

    private static String left(Duration duration) {
        return duration.toMinutes() + ":" + "%02d".formatted(duration.toSecondsPart()) + " left";
    }
}
