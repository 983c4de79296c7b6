package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.RdfFigure;
import org.ionscape.transport.distribution.RadialDistribution;

/** Radial distributions of pairs of species, which the person chooses. */
final class RdfCard extends DynamicsCard {
    private static final double HEIGHT = 190;

    private final FigureView plot = new FigureView();
    private final FlowPane chips = new FlowPane();
    private final Set<String> chosen = new TreeSet<>();
    private RdfFigure.Kind kind = RdfFigure.Kind.DISTRIBUTION;
    private Optional<RadialDistribution> rdf = Optional.empty();

    RdfCard(Workbench workbench, DynamicsModel model) {
        super(
                model,
                Dynamics.Part.RDF,
                "Radial distribution",
                "neighbours at each distance",
                "How far neighbours are: g(r) of each pair of species and how many lie within a distance.",
                "Compute g(r)");
        HBox row = new HBox(
                Controls.choice(
                        List.of(RdfFigure.Kind.values()),
                        k -> k == RdfFigure.Kind.DISTRIBUTION ? "g(r)" : "coordination",
                        k -> {
                            kind = k;
                            draw();
                        }),
                chips);
        row.getStyleClass().addAll("tab-row", "chip-line");
        chips.getStyleClass().add("chip-flow");
        HBox.setHgrow(chips, javafx.scene.layout.Priority.ALWAYS);
        plot.setMinHeight(HEIGHT);
        content(row, plot);
        exportable(plot, workbench, "rdf");
    }

    @Override
    void show(Dynamics dynamics) {
        rdf = dynamics.rdf();
        rdf.ifPresent(r -> {
            List<String> names = r.pairs().stream().map(p -> p.name()).toList();
            if (chosen.stream().noneMatch(names::contains)) {
                List<String> mobile = item().map(this::mobile).orElse(List.of());
                chosen.clear();
                RdfFigure.usual(r, mobile).forEach(i -> chosen.add(names.get(i)));
            }
            offer(names);
        });
        draw();
    }

    private List<String> mobile(RunItem item) {
        return item.result().map(RunResult::run).map(RunResult.Run::mobile).orElseGet(item::mobile);
    }

    private void offer(List<String> names) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (String name : names) {
            ToggleButton button = new ToggleButton(name);
            button.getStyleClass().addAll("toggle-chip", "small-chip");
            button.setSelected(chosen.contains(name));
            button.setOnAction(e -> choose(button, name));
            buttons.add(button);
        }
        chips.getChildren().setAll(buttons);
    }

    private void choose(ToggleButton button, String name) {
        if (!button.isSelected()) {
            chosen.remove(name);
        } else if (chosen.size() < RdfFigure.MOST_PAIRS) {
            chosen.add(name);
        } else {
            button.setSelected(false); // more lines could not be told apart
        }
        draw();
    }

    private Set<Integer> indices(RadialDistribution r) {
        Set<Integer> indices = new TreeSet<>();
        for (int i = 0; i < r.pairs().size(); i++) {
            if (chosen.contains(r.pairs().get(i).name())) {
                indices.add(i);
            }
        }
        return indices;
    }

    private void draw() {
        rdf.ifPresent(r -> plot.figureProperty().set(RdfFigure.of(r, indices(r), kind)));
    }

    @Override
    protected String caption() {
        if (!isReady() || rdf.isEmpty() || item().isEmpty()) {
            return "";
        }
        RadialDistribution r = rdf.orElseThrow();
        String peaks = indices(r).stream()
                .map(i -> r.pairs().get(i))
                .map(p -> p.name() + " " + Numbers.fixed(p.peakA(r.rA()), 2) + " Å")
                .collect(Collectors.joining(", "));
        return (kind == RdfFigure.Kind.DISTRIBUTION
                        ? "Radial distribution functions *g*(*r*) in "
                        : "Mean number of neighbours within *r* in ")
                + Captions.run(item().orElseThrow()) + ", " + r.frames() + " frames; highest maxima at " + peaks + ".";
    }
}
