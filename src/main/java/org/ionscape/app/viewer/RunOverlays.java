package org.ionscape.app.viewer;

import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.format.curve.Overlay;
import org.ionscape.format.curve.Overlays;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The curves found in the folder of the run in focus, and whether each kind is drawn over our own. */
final class RunOverlays {
    private final Workbench workbench;
    private final ObjectProperty<Overlays> found = new SimpleObjectProperty<>(Overlays.NONE);
    private RunItem wanted;

    RunOverlays(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Changes when the curves of a run have been read. */
    ReadOnlyObjectProperty<Overlays> foundProperty() {
        return found;
    }

    /** What could not be read, each with the name of its file, for there may be several. */
    List<Problem> problems() {
        return found.get().problems().stream()
                .map(p ->
                        Problem.of(p.file().map(f -> f.getFileName().toString()).orElse("")
                                + (p.line().isPresent() ? ", line " + p.line().getAsLong() : "") + ": " + p.message()))
                .toList();
    }

    /** Reads those of a run, off the window's thread. */
    void load(RunItem run) {
        wanted = run;
        OptionalDouble stepFs = run.timeStepFs();
        workbench
                .compute()
                .submit(Job.latest(
                        "overlays",
                        "Looking for curves beside " + run.longName(),
                        progress -> Overlays.beside(run.info().path(), stepFs, progress)))
                .whenDone()
                .thenAccept(curves -> workbench.window().execute(() -> {
                    if (run.equals(wanted)) {
                        found.set(curves);
                    }
                }));
        found.set(Overlays.NONE);
    }

    /** A button that draws the curves of a kind or leaves them out; there only when there are such curves. */
    ToggleButton toggle(Overlay.Kind kind, Runnable redraw) {
        ToggleButton button = new ToggleButton();
        button.setGraphic(new FontIcon(Feather.LAYERS));
        button.getStyleClass().add("tool-icon");
        button.setSelected(true);
        button.setAccessibleText("Draw the curves found in the run's folder");
        button.setOnAction(e -> redraw.run());
        Runnable refresh = () -> {
            List<Overlay> curves = found.get().of(kind);
            show(button, !curves.isEmpty());
            button.setTooltip(new Tooltip("Curves found in the run's folder:"
                    + curves.stream()
                            .map(c -> "\n" + c.name() + " (" + c.reading() + ")")
                            .reduce("", String::concat)));
            redraw.run();
        };
        found.addListener((o, old, now) -> refresh.run());
        show(button, false);
        return button;
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** The curves to draw of a kind. */
    List<Overlay> drawn(Overlay.Kind kind, ToggleButton toggle) {
        return toggle.isSelected() ? found.get().of(kind) : List.of();
    }
}
