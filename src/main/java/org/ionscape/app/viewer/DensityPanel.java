package org.ionscape.app.viewer;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.ionscape.app.viewer.scene.Cloud;
import org.ionscape.extract.Dynamics;

/** How much of the mobile ions' time the cloud of their density holds; or how far its computing is. */
final class DensityPanel extends HBox {
    private static final double USUAL_PERCENT = 80;

    private final DynamicsModel model;
    private final Consumer<Optional<Cloud>> show;
    private final Slider share = new Slider(50, 99.9, USUAL_PERCENT);
    private final Label says = new Label();
    private boolean on;

    /**
     * A panel.
     *
     * @param show takes the cloud to be drawn
     */
    DensityPanel(DynamicsModel model, Consumer<Optional<Cloud>> show) {
        super(8);
        this.model = model;
        this.show = show;
        getStyleClass().add("density-panel");
        setAlignment(Pos.CENTER_RIGHT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        share.setPrefWidth(120);
        share.setAccessibleText("Share of the mobile ions' time that the density drawn holds");
        share.valueProperty().addListener((o, old, now) -> refresh());
        says.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(says, share);
        model.state(Dynamics.Part.DENSITY).addListener((o, old, now) -> refresh());
        refresh();
    }

    /** Turns the cloud on or off. */
    void turn(boolean wanted) {
        on = wanted;
        if (wanted) {
            model.request(Dynamics.Part.DENSITY);
        } else {
            model.dismiss(Dynamics.Part.DENSITY);
        }
        refresh();
    }

    /** Shows the cloud of the run that is shown now. */
    void refresh() {
        setVisible(on);
        if (!on) {
            show.accept(Optional.empty());
            return;
        }
        share.setVisible(false);
        switch (model.state(Dynamics.Part.DENSITY).get()) {
            case DynamicsModel.State.Idle idle -> says.setText("");
            case DynamicsModel.State.Running running -> says.setText("The density is being computed.");
            case DynamicsModel.State.Failed failed -> says.setText(failed.why());
            case DynamicsModel.State.Ready ready -> {
                share.setVisible(true);
                says.setText("where the mobile ions spend "
                        + Numbers.fixed(share.getValue(), share.getValue() < 99 ? 0 : 1) + " % of their time");
                show.accept(ready.dynamics().density().map(d -> Cloud.of(d, share.getValue() / 100)));
            }
        }
    }
}
