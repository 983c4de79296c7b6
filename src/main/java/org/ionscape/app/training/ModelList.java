package org.ionscape.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.registry.Models;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The models by class: a box for each class, unfolded to its members. */
final class ModelList extends VBox {
    private final Setup setup;
    private final Label count;
    private final Map<String, List<ModelType>> groups = new LinkedHashMap<>();
    private final Set<String> unfolded = new TreeSet<>();
    private final ParameterFocus focus;

    /** Told which model's parameters are wanted. */
    interface ParameterFocus {
        void look(String model);
    }

    ModelList(Setup setup, Trainings trainings, Label count) {
        this.setup = setup;
        this.count = count;
        this.focus = model -> setup.parameterModel.set(model);
        getStyleClass().add("section-body");
        groups.put("Linear", of(ModelClass.LINEAR));
        groups.put("Support vector", of(ModelClass.SUPPORT_VECTOR));
        groups.put("Trees", of(ModelClass.TREE, ModelClass.ENSEMBLE));
        groups.put("Other", of(ModelClass.KERNEL, ModelClass.NEURAL_NETWORK));
        setup.models().addListener((InvalidationListener) o -> fill());
        trainings
                .selectedProperty()
                .addListener((o, old, now) ->
                        now.ifPresent(t -> setup.parameterModel.set(t.plan().model())));
        fill();
    }

    private static List<ModelType> of(ModelClass... classes) {
        return Models.all().stream()
                .filter(m -> List.of(classes).contains(m.modelClass()))
                .toList();
    }

    private void fill() {
        count.setText(setup.models().size() + " of " + Models.all().size());
        getChildren().clear();
        groups.forEach((title, types) -> {
            getChildren().add(head(title, types));
            if (unfolded.contains(title)) {
                types.forEach(t -> getChildren().add(member(t)));
            }
        });
    }

    private HBox head(String title, List<ModelType> types) {
        boolean open = unfolded.contains(title);
        ToggleButton fold = new ToggleButton(null, new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.getStyleClass().add("fold");
        fold.setId("unfold-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        fold.setAccessibleText("Show the models of this class");
        fold.setOnAction(e -> {
            if (!unfolded.remove(title)) {
                unfolded.add(title);
            }
            fill();
        });
        CheckBox box = new CheckBox(title);
        box.setId("models-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        box.setMinWidth(USE_PREF_SIZE);
        long chosen =
                types.stream().filter(t -> setup.models().contains(t.name())).count();
        box.setSelected(chosen == types.size());
        box.setIndeterminate(chosen > 0 && chosen < types.size());
        box.setOnAction(e -> {
            if (chosen == types.size()) {
                types.forEach(t -> setup.models().remove(t.name()));
            } else {
                types.forEach(t -> setup.models().add(t.name()));
            }
        });
        Label names = new Label(types.stream().map(ModelType::name).collect(Collectors.joining(", ")));
        names.getStyleClass().add("faint");
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMaxWidth(Double.MAX_VALUE);
        names.setMinWidth(20);
        Label of = new Label((chosen > 0 && chosen < types.size() ? chosen + " of " : "") + types.size());
        of.getStyleClass().add("faint");
        of.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(fold, box, names, of);
        line.getStyleClass().add("model-line");
        return line;
    }

    private HBox member(ModelType type) {
        CheckBox box = new CheckBox(type.name());
        box.setId("model-" + type.name());
        box.setSelected(setup.models().contains(type.name()));
        box.setOnAction(e -> {
            if (box.isSelected()) {
                setup.models().add(type.name());
            } else {
                setup.models().remove(type.name());
            }
        });
        Label title = new Label(type.title());
        title.getStyleClass().add("faint");
        HBox line = new HBox(
                box,
                title,
                Controls.spring(),
                Controls.icon(Feather.SLIDERS, "Its parameters", () -> focus.look(type.name())));
        line.getStyleClass().addAll("model-line", "model-member");
        return line;
    }
}
