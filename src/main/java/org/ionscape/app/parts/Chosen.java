package org.ionscape.app.parts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.ionscape.app.UndoStack;
import org.ionscape.app.Workbench;

/**
 * A choice of the person that belongs to the project: kept there as it is made, found again when the project is opened,
 * and undone like every other change.
 */
public final class Chosen<T> {
    /** How a choice is written in the project; what cannot be read is as if nothing had been chosen. */
    public record Form<T>(Function<T, String> write, Function<String, Optional<T>> read) {
        public static <E extends Enum<E>> Form<E> of(Class<E> kind) {
            return new Form<>(
                    Enum::name,
                    text -> Arrays.stream(kind.getEnumConstants())
                            .filter(e -> e.name().equals(text))
                            .findFirst());
        }

        public static Form<Integer> ofNumber() {
            return new Form<>(
                    n -> Integer.toString(n),
                    text -> text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
        }

        public static Form<String> ofText() {
            return new Form<>(text -> text, Optional::of);
        }

        /** Of a choice that may be none, which is an empty text. */
        public static <T> Form<Optional<T>> orNone(Form<T> of) {
            return new Form<>(value -> value.map(of.write()).orElse(""), text -> {
                Optional<T> read = text.isEmpty() ? Optional.empty() : of.read().apply(text);
                return text.isEmpty() || read.isPresent() ? Optional.of(read) : Optional.empty();
            });
        }
    }

    private final Workbench workbench;
    private final String key;
    private final String label;
    private final Form<T> form;
    private final ReadOnlyObjectWrapper<T> value;

    /**
     * A choice.
     *
     * @param key in the project
     * @param label of the change, for undo
     * @param first until the person chooses
     */
    public Chosen(Workbench workbench, String key, String label, T first, Form<T> form) {
        this.workbench = workbench;
        this.key = key;
        this.label = label;
        this.form = form;
        value = new ReadOnlyObjectWrapper<>(kept().orElse(first));
        workbench.projectProperty().addListener((o, old, now) -> value.set(kept().orElse(first)));
    }

    private Optional<T> kept() {
        return workbench.setting(key).flatMap(form.read());
    }

    public T get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<T> property() {
        return value.getReadOnlyProperty();
    }

    public void onChange(Consumer<T> action) {
        value.addListener((o, old, now) -> action.accept(now));
    }

    /** Chooses; the same again changes nothing. */
    public void choose(T now) {
        T before = get();
        if (!now.equals(before)) {
            workbench.undo().perform(new UndoStack.Change(label, () -> set(now), () -> set(before)));
        }
    }

    private void set(T now) {
        workbench.putSetting(key, form.write().apply(now));
        value.set(now);
    }

    /** Lets a list show the choice and make it. */
    public void bind(ChoiceBox<T> list) {
        value.subscribe(list::setValue);
        list.valueProperty().addListener((o, old, now) -> {
            if (now != null) {
                choose(now);
            }
        });
    }

    /** Joined buttons that show the choice and make it, each with an id that ends in its words. */
    public HBox segments(List<T> values, Function<T, String> words) {
        List<ToggleButton> buttons = values.stream()
                .map(v -> {
                    ToggleButton button = new ToggleButton(words.apply(v));
                    button.setId(key.replace('.', '-') + "-" + words.apply(v));
                    button.setOnAction(e -> choose(v));
                    return button;
                })
                .toList();
        HBox box = Controls.segments(new ToggleGroup(), buttons.toArray(ToggleButton[]::new));
        value.subscribe(now -> {
            int at = values.indexOf(now);
            if (at >= 0) {
                buttons.get(at).setSelected(true);
            }
        });
        return box;
    }
}
