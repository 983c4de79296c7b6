package org.ionscape.app.viewer;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ionscape.compute.Version;
import org.ionscape.extract.RunResult;

/** Where the number above comes from, in one line: preset, method, drift, file, version. */
final class InspectorStrip extends HBox {
    InspectorStrip() {
        getStyleClass().add("inspector");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(RunResult result) {
        getChildren().clear();
        setVisible(true);
        Map<String, Object> p = result.parameters();
        fact("Number", "D(" + String.join(", ", result.run().mobile()) + ")");
        fact("Preset", result.preset().label());
        fact("Method", String.valueOf(p.getOrDefault("fit", "–")));
        fact("Drift", p.getOrDefault("drift", "none") + ("none".equals(p.get("drift")) ? "" : " removed"));
        String file = result.inputs().isEmpty()
                ? result.run().path()
                : result.inputs().getFirst().path();
        Label label = fact(
                "File",
                shortened(Path.of(file)) + " · "
                        + PlayerBar.grouped(result.run().frames()) + " × "
                        + Numbers.significant(result.run().timeStepFs(), 3) + " fs");
        label.setTooltip(new Tooltip(file));
        fact("Version", Version.CURRENT);
    }

    void clear() {
        getChildren().clear();
        setVisible(false);
    }

    private static String shortened(Path file) {
        int n = file.getNameCount();
        return n <= 3 ? file.toString() : "…/" + file.subpath(n - 3, n);
    }

    private Label fact(String name, String value) {
        Label head = new Label(name);
        head.getStyleClass().add("fact-name");
        Label body = new Label(value);
        body.setTooltip(new Tooltip(value));
        VBox fact = new VBox(head, body);
        fact.setMinWidth(40);
        getChildren().add(fact);
        return body;
    }
}
