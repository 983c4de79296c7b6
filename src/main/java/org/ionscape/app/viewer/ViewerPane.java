package org.ionscape.app.viewer;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.ionscape.app.Focus;
import org.ionscape.app.RunItem;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;

/**
 * The place where a run is looked at: in space, in plots, and where its numbers come from. Follows the workbench's
 * focus.
 */
public final class ViewerPane extends BorderPane {
    private static final String SPLIT = "viewer.split";
    private static final double SPACE_SHARE = 800.0 / 1328;

    private final Workbench workbench;
    private final DynamicsModel dynamics;
    private final TrajectoryView space;
    private final StackPane stack;
    private final Label empty = new Label();
    private final InspectorStrip inspector = new InspectorStrip();
    private final PlotsColumn plots;
    private Optional<LoadedRun> open = Optional.empty();
    private Subscription watched = Subscription.EMPTY;
    private Optional<JobHandle<LoadedRun>> loading = Optional.empty();

    /** A viewer of what the workbench has in focus. */
    public ViewerPane(Workbench workbench) {
        this.workbench = workbench;
        dynamics = new DynamicsModel(workbench);
        space = new TrajectoryView(workbench, dynamics);
        stack = new StackPane(space, empty);
        getStyleClass().add("viewer");
        getStylesheets()
                .add(ViewerPane.class
                        .getResource("/org/ionscape/app/viewer/viewer.css")
                        .toExternalForm());
        empty.getStyleClass().add("viewer-empty");
        plots = new PlotsColumn(workbench, inspector, dynamics, space::show);
        ScrollPane scroll = new ScrollPane(plots);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plots-scroll");
        scroll.setMinWidth(400);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        SplitPane split = new SplitPane(stack, scroll);
        workbench
                .projectProperty()
                .subscribe(open -> split.setDividerPositions(
                        workbench.setting(SPLIT).map(Double::valueOf).orElse(SPACE_SHARE)));
        split.getDividers().getFirst().positionProperty().addListener((o, old, now) -> {
            if (split.isPressed()
                    || split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed)) {
                workbench.putSetting(SPLIT, String.valueOf(now));
            }
        });
        setCenter(split);
        setBottom(inspector);
        workbench.themeProperty().addListener((o, old, now) -> colour(now));
        colour(workbench.themeProperty().get());
        workbench.focusProperty().addListener((o, old, now) -> follow(now));
        follow(workbench.focusProperty().get());
        workbench.runs().addListener((ListChangeListener<RunItem>) c -> {
            if (workbench.focusProperty().get() instanceof Focus.Nothing) {
                sayWhatToDo();
            }
        });
    }

    private void colour(Theme theme) {
        Palette palette = theme == Theme.DARK ? Palette.DARK : Palette.LIGHT;
        space.palette(palette);
    }

    private void follow(Focus focus) {
        plots.follow(focus);
        switch (focus) {
            case Focus.Nothing nothing -> sayWhatToDo();
            case Focus.Run run -> {
                watch(run.item());
                load(run.item());
            }
            case Focus.Compound compound ->
                compound.runs().stream()
                        .findFirst()
                        .ifPresentOrElse(this::load, () -> say("This compound has no runs."));
        }
    }

    private void sayWhatToDo() {
        say(
                workbench.runs().isEmpty()
                        ? "No runs in this project yet. Drop a folder on the window, or add one at the left."
                        : "Choose a run to see its ions move.");
    }

    private void say(String sentence) {
        loading.ifPresent(JobHandle::cancel);
        loading = Optional.empty();
        replace(Optional.empty());
        empty.setText(sentence);
        empty.setVisible(true);
        space.setVisible(false);
    }

    /** Follows what the person says of the run that is shown: other files, other mobile ions, another time step. */
    private void watch(RunItem item) {
        watched.unsubscribe();
        watched = item.infoProperty()
                .subscribe((old, now) -> load(item))
                .and(item.settingsProperty().subscribe((old, now) -> {
                    load(item);
                    space.markSkipped();
                }));
    }

    private void load(RunItem item) {
        if (open.filter(o -> o.extent() == LoadedRun.Extent.ALL && o.isOf(item)).isPresent()) {
            return;
        }
        LoadedRun.Kind kind = LoadedRun.Kind.of(item);
        JobHandle<LoadedRun> job = workbench
                .compute()
                .submit(Job.latest("viewer", "Opening " + item.longName(), progress -> {
                    LoadedRun first = LoadedRun.firstFrame(item, kind, progress.part(0, 0.02));
                    workbench.window().execute(() -> offer(first, item));
                    return LoadedRun.all(item, kind, progress.part(0.02, 1));
                }));
        loading = Optional.of(job);
        job.whenDone()
                .whenComplete((run, failure) -> workbench.window().execute(() -> {
                    if (run != null) {
                        offer(run, item);
                    } else if (loading.filter(job::equals).isPresent() && !(failure instanceof CancellationException)) {
                        say(
                                failure instanceof InputException
                                        ? failure.getMessage()
                                        : "This run cannot be shown: " + failure);
                    }
                }));
    }

    /** Shows what was read if it is still wanted; otherwise lets it go. */
    private void offer(LoadedRun run, RunItem wanted) {
        boolean current = switch (workbench.focusProperty().get()) {
            case Focus.Run focus -> focus.item() == wanted;
            case Focus.Compound compound ->
                compound.runs().stream().findFirst().filter(wanted::equals).isPresent();
            case Focus.Nothing nothing -> false;
        };
        boolean newer = open.filter(o -> o.extent() == LoadedRun.Extent.ALL && o.isOf(wanted))
                .isEmpty();
        if (current && newer && run.isOf(wanted)) {
            replace(Optional.of(run));
        } else {
            run.close();
        }
    }

    private void replace(Optional<LoadedRun> next) {
        Optional<LoadedRun> old = open;
        open = next;
        dynamics.follow(next);
        plots.loaded(next);
        if (next.isPresent()) {
            space.open(next.get());
            empty.setVisible(false);
            space.setVisible(true);
        } else {
            space.close();
        }
        old.ifPresent(LoadedRun::close);
    }

    /** Lets go of the trajectory; the pane is of no use afterwards. */
    public void close() {
        say("");
    }
}
