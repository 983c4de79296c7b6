package org.ionscape.app.shell;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ionscape.app.Focus;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.transport.Diffusion;

/** What is known of the selected run, in words. */
final class RunFacts extends VBox {
    RunFacts(Workbench workbench) {
        setId("facts");
        getStyleClass().add("facts");
        workbench.focusProperty().subscribe(this::show);
        workbench.runs().addListener((javafx.collections.ListChangeListener<RunItem>)
                c -> show(workbench.focusProperty().get()));
    }

    private void show(Focus focus) {
        getChildren().clear();
        switch (focus) {
            case Focus.Nothing nothing -> line("Select a run at the left to see it.", "muted");
            case Focus.Compound compound -> {
                line(compound.name(), "result");
                compound.runs().forEach(r -> line(r.shortName() + "   " + value(r), "run-name"));
            }
            case Focus.Run run -> {
                line(run.item().longName(), "panel-title");
                line(value(run.item()), "result");
                line(run.item().info().species().toString(), "muted");
                run.item().info().from().forEach((key, from) -> line(key + ": " + from, "count"));
                line(run.item().whyProperty().get(), "muted");
            }
        }
    }

    private void line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        getChildren().add(label);
    }

    private static String value(RunItem item) {
        Optional<Diffusion> diffusion = item.result()
                .flatMap(r -> r.run().mobile().stream()
                        .findFirst()
                        .flatMap(species -> Optional.ofNullable(r.diffusion().get(species))));
        return diffusion
                .map(d -> d.resolved()
                        ? "D = (%.2g ± %.1g) cm²/s".formatted(d.dCm2PerS(), d.stderrCm2PerS())
                        : "No diffusion resolved, D < %.1g cm²/s".formatted(d.upperBoundCm2PerS()))
                .orElse(item.status().label());
    }
}
