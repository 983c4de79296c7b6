package org.ionscape.app.parts;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A field for a number with its unit; what is no number within the limits is marked, and goes nowhere. */
public final class NumberField extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    private final double least;
    private final double most;
    private boolean mayBeEmpty;

    /**
     * A field.
     *
     * @param id of the text field
     * @param name for screen readers
     * @param unit shown behind the number
     * @param least smallest number taken
     * @param most largest number taken
     */
    public NumberField(String id, String name, String unit, double least, double most) {
        this.least = least;
        this.most = most;
        getStyleClass().add("number-field");
        field.setId(id);
        field.setAccessibleText(name + " in " + unit);
        field.setTooltip(new Tooltip(name + ", " + text(least) + " to " + text(most) + " " + unit));
        Label after = new Label(unit);
        after.getStyleClass().add("unit");
        after.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, after);
        field.textProperty().addListener((o, old, now) -> check());
    }

    private void check() {
        boolean good = number().isPresent() || mayBeEmpty && field.getText().isBlank();
        valid.set(good);
        pseudoClassStateChanged(WRONG, !good);
    }

    /** Keeps a property and the field alike, as long as what is typed is a number within the limits. */
    public NumberField of(DoubleProperty value) {
        field.setText(text(value.get()));
        field.textProperty().addListener((o, old, now) -> number().ifPresent(value::set));
        value.addListener((o, old, now) -> {
            if (number().isEmpty() || number().getAsDouble() != now.doubleValue()) {
                field.setText(text(now.doubleValue()));
            }
        });
        return this;
    }

    /**
     * Shows a value and hands over another once it is finished, by Enter or by leaving the field; an emptied field hands
     * over nothing. What is wrong is taken back.
     */
    public NumberField settled(OptionalDouble now, String prompt, Consumer<OptionalDouble> changed) {
        mayBeEmpty = true;
        String shown = now.isPresent() ? text(now.getAsDouble()) : "";
        field.setText(shown);
        field.setPromptText(prompt);
        check();
        Runnable settle = () -> {
            if (field.getText().isBlank() && !shown.isEmpty()) {
                changed.accept(OptionalDouble.empty());
            } else if (number().isEmpty()) {
                field.setText(shown);
            } else if (!field.getText().equals(shown)) {
                changed.accept(number());
            }
        };
        field.setOnAction(e -> settle.run());
        field.focusedProperty().addListener((o, old, focused) -> {
            if (!focused) {
                settle.run();
            }
        });
        return this;
    }

    /** What is typed, if it is a number within the limits. */
    public OptionalDouble number() {
        try {
            double number = Double.parseDouble(field.getText().trim().replace(',', '.'));
            return number >= least && number <= most ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.6g", value).replaceFirst("0+$", "");
    }
}
