package org.ionscape.app.viewer;

import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import org.ionscape.app.Workbench;
import org.ionscape.app.viewer.scene.Camera;

/** Remembers in the project how its runs are looked at: from where, and which parts are drawn. */
final class ViewMemory {
    private static final String CAMERA = "viewer.camera";
    private static final String WATCHED = "viewer.watched";
    private static final String SHOWN = "viewer.shows ";

    private final Workbench workbench;
    private final Camera camera;
    private final Map<String, ToggleButton> toggles;

    /**
     * A memory.
     *
     * @param toggles what can be switched on and off, by name
     */
    ViewMemory(Workbench workbench, Camera camera, Map<String, ToggleButton> toggles) {
        this.workbench = workbench;
        this.camera = camera;
        this.toggles = Map.copyOf(toggles);
        this.toggles.forEach((name, toggle) -> toggle.selectedProperty()
                .addListener((o, old, on) -> workbench.putSetting(SHOWN + name, String.valueOf(on))));
        workbench.projectProperty().subscribe(open -> recall());
    }

    /** The picture was turned. */
    void turned() {
        double[] direction = camera.direction();
        workbench.putSetting(CAMERA, direction[0] + " " + direction[1]);
    }

    /** Whether no run of the project was watched yet, which is so once; not where the person asks for less motion. */
    boolean isNew() {
        boolean first = workbench.projectProperty().get().isPresent()
                && workbench.setting(WATCHED).isEmpty();
        workbench.putSetting(WATCHED, "true");
        return first && !Platform.getPreferences().isReducedMotion();
    }

    private void recall() {
        toggles.forEach((name, toggle) ->
                workbench.setting(SHOWN + name).map(Boolean::parseBoolean).ifPresent(toggle::setSelected));
        workbench
                .setting(CAMERA)
                .flatMap(ViewMemory::direction)
                .ifPresentOrElse(d -> camera.lookFrom(d[0], d[1]), camera::lookFreely);
    }

    private static Optional<double[]> direction(String text) {
        String[] parts = text.split(" ");
        try {
            return parts.length == 2
                    ? Optional.of(new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])})
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
