package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.NumberField;
import org.ionscape.figure.MarkupText;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.table.Catalogue;

/** Which columns are learned from, in two columns of boxes; and the filter of redundant ones. */
final class FeatureList extends VBox {
    private static final int FEW = 12;

    private final Setup setup;
    private final Label count;
    private final GridPane boxes = new GridPane();
    private final MenuButton out = new MenuButton();
    private final Hyperlink more = new Hyperlink();
    private final HBox sets;
    private boolean all;

    FeatureList(Setup setup, Label count) {
        this.setup = setup;
        this.count = count;
        getStyleClass().add("section-body");
        boxes.getStyleClass().add("feature-boxes");
        CheckBox drop = new CheckBox("Drop redundant, |ρ| ≥");
        drop.setId("filter-redundant");
        drop.setMinWidth(USE_PREF_SIZE);
        drop.selectedProperty().bindBidirectional(setup.featureChoice().filter);
        NumberField threshold =
                new NumberField("filter-threshold", "Correlation", "", 0.05, 1).of(setup.featureChoice().threshold);
        threshold.setMaxWidth(64);
        out.setTooltip(new Tooltip("Groups that say the same; choose which of each stays"));
        out.getStyleClass().add("link-menu");
        out.setMinWidth(USE_PREF_SIZE);
        out.visibleProperty().bind(setup.featureChoice().filter);
        HBox line = new HBox(drop, threshold, Controls.spring(), out);
        line.getStyleClass().add("section-line");
        more.setOnAction(e -> {
            all = !all;
            fill();
        });
        Hyperlink none = new Hyperlink("none");
        none.setOnAction(e -> setup.featureChoice().want(List.of()));
        Hyperlink every = new Hyperlink("all");
        every.setOnAction(e -> setup.featureChoice()
                .want(setup.features().stream().map(Feature::key).toList()));
        sets = Controls.choice(
                List.of(FeatureSet.ANHARMONIC, FeatureSet.HARMONIC), FeatureSet::label, setup.featureSet);
        sets.getStyleClass().add("small-segments");
        more.setMinWidth(USE_PREF_SIZE);
        none.setMinWidth(USE_PREF_SIZE);
        every.setMinWidth(USE_PREF_SIZE);
        sets.managedProperty().bind(sets.visibleProperty());
        HBox last = new HBox(more, Controls.spring(), every, none, sets);
        last.getStyleClass().add("section-line");
        getChildren().addAll(line, boxes, last);
        setup.features().addListener((InvalidationListener) o -> fill());
        fill();
    }

    private void fill() {
        List<Feature> features = new ArrayList<>(setup.features());
        long wanted = features.stream().filter(Feature::isWanted).count();
        count.setText(wanted + " of " + features.size());
        if (setup.featureChoice().filter.get()) {
            features.sort((a, b) -> Boolean.compare(b.isWanted(), a.isWanted()));
        }
        int shown = all ? features.size() : Math.min(FEW, features.size());
        boxes.getChildren().clear();
        for (int i = 0; i < shown; i++) {
            boxes.add(box(features.get(i)), i % 2, i / 2);
        }
        more.setText(all ? "Show fewer" : "Show all " + features.size());
        sets.setVisible(setup.featureSet.get() == FeatureSet.HARMONIC
                || features.stream().anyMatch(f -> !FeatureSet.HARMONIC.holds(f.key())));
        more.setVisible(features.size() > FEW);
        fillGroups();
    }

    private Node box(Feature feature) {
        CheckBox box = new CheckBox();
        box.setId("feature-" + feature.key());
        box.selectedProperty().bindBidirectional(feature.wantedProperty());
        box.setAccessibleText(feature.descriptor().name());
        Region strip = new Region();
        strip.getStyleClass()
                .addAll("category-strip", style(feature.descriptor().category()));
        MarkupText symbol = new MarkupText(feature.descriptor().symbol());
        symbol.setMouseTransparent(true);
        HBox line = new HBox(box, strip, symbol);
        line.getStyleClass().add("feature-box");
        line.setMinWidth(132);
        line.setPrefWidth(132);
        Tooltip.install(
                line,
                new Tooltip(feature.descriptor().name()
                        + (feature.descriptor().unit().isEmpty()
                                ? ""
                                : " (" + feature.descriptor().unit() + ")")));
        return line;
    }

    /** The style class of a category's colour. */
    static String style(String category) {
        return switch (category) {
            case "mechanical–elastic", "lattice and dielectric" -> "category-one";
            case "diffusive–vibrational", "bonding" -> "category-two";
            case "structural–compositional", "stability" -> "category-three";
            case "geometric" -> "category-four";
            case "elemental" -> "category-five";
            default -> "category-other";
        };
    }

    private void fillGroups() {
        out.getItems().clear();
        setup.featureChoice().redundant().ifPresent(found -> {
            out.setText(found.dropped().size() + " out");
            found.groups().stream()
                    .filter(g -> g.size() > 1)
                    .forEach(g -> out.getItems().add(group(g, found)));
        });
    }

    private Menu group(List<String> group, RedundancyFilter.Result found) {
        ToggleGroup toggles = new ToggleGroup();
        Menu menu = new Menu();
        for (String key : group) {
            boolean kept = found.kept().contains(key);
            String r = found.dropped().stream()
                    .filter(d -> d.feature().equals(key))
                    .findFirst()
                    .map(d -> String.format(java.util.Locale.ROOT, "   r = %.2f", d.r())
                            .replace('-', '−'))
                    .orElse("");
            RadioMenuItem item = new RadioMenuItem(name(key) + r);
            item.setToggleGroup(toggles);
            item.setSelected(kept);
            item.setOnAction(e -> setup.featureChoice().prefer(key));
            menu.getItems().add(item);
            if (kept) {
                menu.setText(name(key) + " for " + group.size());
            }
        }
        return menu;
    }

    private static String name(String key) {
        return Catalogue.all()
                .of(key)
                .map(d -> d.plainSymbol() + "  " + d.name())
                .orElse(key);
    }
}
