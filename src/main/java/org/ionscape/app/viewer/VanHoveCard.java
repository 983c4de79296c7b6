package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.extract.Dynamics;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.VanHoveFigure;
import org.ionscape.transport.distribution.VanHove;

/** Van Hove functions at lags that the person chooses. */
final class VanHoveCard extends DynamicsCard {
    /** Which of the two. */
    private enum View {
        SELF("self"),
        DISTINCT("distinct");

        private final String label;

        View(String label) {
            this.label = label;
        }
    }

    private static final double HEIGHT = 190;

    private final FigureView plot = new FigureView();
    private final FlowPane chips = new FlowPane();
    private final Label details = new Label();
    private final Set<Integer> hidden = new TreeSet<>();
    private View view = View.SELF;
    private Optional<VanHove> vanHove = Optional.empty();

    VanHoveCard(Workbench workbench, DynamicsModel model) {
        super(
                model,
                Dynamics.Part.VAN_HOVE,
                "Van Hove functions",
                "mobile ions",
                "How far ions have gone after a while, and whether others have taken their places.",
                "Compute van Hove functions");
        HBox row = new HBox(
                Controls.choice(List.of(View.values()), v -> v.label, v -> {
                    view = v;
                    draw();
                }),
                chips);
        row.getStyleClass().addAll("tab-row", "chip-line");
        chips.getStyleClass().add("chip-flow");
        HBox.setHgrow(chips, Priority.ALWAYS);
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        plot.setMinHeight(HEIGHT);
        content(row, plot, details);
        exportable(plot, workbench, "van-hove");
    }

    @Override
    void show(Dynamics dynamics) {
        vanHove = dynamics.vanHove();
        vanHove.ifPresent(v -> {
            hidden.removeIf(l -> l >= v.lagPs().length);
            offer(v);
            details.setText(words(v));
        });
        draw();
    }

    private void offer(VanHove v) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (int l = 0; l < v.lagPs().length; l++) {
            int lag = l;
            ToggleButton button = new ToggleButton(VanHoveFigure.name(v.lagPs()[l]));
            button.getStyleClass().addAll("toggle-chip", "small-chip");
            button.setSelected(!hidden.contains(l));
            button.selectedProperty().addListener((o, old, on) -> {
                if (on) {
                    hidden.remove(lag);
                } else {
                    hidden.add(lag);
                }
                draw();
            });
            buttons.add(button);
        }
        chips.getChildren().setAll(buttons);
    }

    /** The lag at which motion is least Gaussian is when ions are about to leave their cages. */
    private static String words(VanHove v) {
        int most = 0;
        for (int l = 1; l < v.nonGaussian().length; l++) {
            most = v.nonGaussian()[l] > v.nonGaussian()[most] ? l : most;
        }
        return "least Gaussian at " + VanHoveFigure.name(v.lagPs()[most]) + ": α₂ = "
                + Numbers.significant(v.nonGaussian()[most], 2);
    }

    private void draw() {
        vanHove.ifPresent(v -> {
            Set<Integer> lags =
                    new TreeSet<>(IntStream.range(0, v.lagPs().length).boxed().toList());
            lags.removeAll(hidden);
            plot.figureProperty()
                    .set(view == View.SELF ? VanHoveFigure.self(v, lags) : VanHoveFigure.distinct(v, lags));
        });
    }

    @Override
    protected String caption() {
        if (!isReady() || item().isEmpty()) {
            return "";
        }
        return (view == View.SELF
                        ? "Self part of the van Hove function of the mobile ions in "
                        : "Distinct part of the van Hove function of the mobile ions, in units of their mean density, in ")
                + Captions.run(item().orElseThrow()) + " after lag times *τ* as labelled.";
    }
}
