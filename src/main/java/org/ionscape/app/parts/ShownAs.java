package org.ionscape.app.parts;

import java.util.function.Function;
import javafx.util.StringConverter;

/** What the values of a list to choose from are called; nothing for none. Such lists are not typed into. */
public final class ShownAs<T> extends StringConverter<T> {
    private final Function<T, String> label;

    private ShownAs(Function<T, String> label) {
        this.label = label;
    }

    public static <T> StringConverter<T> of(Function<T, String> label) {
        return new ShownAs<>(label);
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : label.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a list to choose from is not typed into");
    }
}
