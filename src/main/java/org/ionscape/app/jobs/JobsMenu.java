package org.ionscape.app.jobs;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.ionscape.app.parts.Controls;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.kordamp.ikonli.feather.Feather;

/** All jobs that run and wait, each with its progress and a way to cancel it, and one to cancel all. */
final class JobsMenu {
    private static final double WIDTH = 460;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 12;

    private final ComputeService compute;
    private final Popup popup = new Popup();
    private final ListView<JobHandle<?>> list = new ListView<>();

    JobsMenu(ComputeService compute) {
        this.compute = compute;
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(l -> new JobCell());
        Button all = new Button("Cancel all");
        all.setOnAction(e -> {
            compute.openJobs().forEach(JobHandle::cancel);
            popup.hide();
        });
        HBox foot = new HBox(Controls.spring(), all);
        VBox box = new VBox(list, foot);
        box.getStyleClass().add("jobs-menu");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Opens it above a node. */
    void showAbove(Node node) {
        popup.getScene().getStylesheets().setAll(node.getScene().getStylesheets());
        refill();
        Bounds at = node.localToScreen(node.getBoundsInLocal());
        popup.setAnchorLocation(Popup.AnchorLocation.WINDOW_BOTTOM_LEFT);
        popup.show(node, at.getMinX(), at.getMinY() - 4);
    }

    /** Brings it up to date while it is open. */
    void refresh() {
        if (popup.isShowing()) {
            refill();
        }
    }

    private void refill() {
        List<JobHandle<?>> jobs = compute.openJobs();
        if (!list.getItems().equals(jobs)) {
            list.getItems().setAll(jobs);
            list.setPrefHeight(ROW * Math.clamp(jobs.size(), 1, MOST_ROWS) + 2);
        } else {
            list.refresh();
        }
        if (jobs.isEmpty()) {
            popup.hide();
        }
    }

    /** A job: what it does, how far it is, and its end. */
    private static final class JobCell extends ListCell<JobHandle<?>> {
        private final Label title = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final HBox row;

        JobCell() {
            bar.getStyleClass().add("job-progress");
            bar.setPrefWidth(90);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            row = new HBox(
                    title,
                    bar,
                    Controls.icon(Feather.X, "Cancel this job", () -> getItem().cancel()));
            row.getStyleClass().add("run-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(JobHandle<?> job, boolean empty) {
            super.updateItem(job, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                title.setText(job.title());
                bar.setVisible(job.state() == Job.State.RUNNING);
                bar.setProgress(job.reported().fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
            }
        }
    }
}
