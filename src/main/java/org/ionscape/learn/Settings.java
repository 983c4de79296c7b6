package org.ionscape.learn;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;

/**
 * The parameters of one model, each with a value of a form that its {@link Parameter} accepts. Made by
 * {@link ModelType#defaults()} and changed by {@link #with}.
 */
public final class Settings {
    private final String model;
    private final Map<String, Parameter> known;
    private final Map<String, Object> values;

    private Settings(String model, Map<String, Parameter> known, Map<String, Object> values) {
        this.model = model;
        this.known = known;
        this.values = Collections.unmodifiableMap(values);
    }

    static Settings defaults(String model, List<Parameter> parameters) {
        Map<String, Parameter> known = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            known.put(parameter.name(), parameter);
            values.put(parameter.name(), parameter.initial());
        }
        return new Settings(model, known, values);
    }

    /** All values by name, in the order the model declares them; {@code None} is an empty Optional. */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * These settings with one value changed.
     *
     * @param value a text as a person writes it, or a value as {@link #values()} or JSON holds it
     * @throws InputException naming the allowed keys or values when the model has no such parameter or cannot take this
     */
    public Settings with(String key, Object value) {
        Parameter parameter = Optional.ofNullable(known.get(key))
                .orElseThrow(() -> new InputException(Problem.of(model + " has no parameter “" + key + "”"
                        + (known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known.keySet())))));
        String text = text(value);
        Object parsed = parameter
                .parse(text)
                .orElseThrow(() -> new InputException(
                        Problem.of(model + " cannot take " + key + "=" + text + "; expected " + parameter.words())));
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(key, parsed);
        return new Settings(model, known, changed);
    }

    /** These settings with several values changed. */
    public Settings with(Map<String, ?> changes) {
        Settings settings = this;
        for (Map.Entry<String, ?> change : changes.entrySet()) {
            settings = settings.with(change.getKey(), change.getValue());
        }
        return settings;
    }

    /** These settings with values written {@code key=value}. */
    public Settings with(Collection<String> assignments) {
        Settings settings = this;
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new InputException(Problem.of("a parameter is written key=value, not “" + assignment + "”"));
            }
            settings = settings.with(
                    assignment.substring(0, equals).strip(),
                    assignment.substring(equals + 1).strip());
        }
        return settings;
    }

    /** All values as a person writes them. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    /** As a person writes them, those that differ from the defaults. */
    public Map<String, String> changes() {
        Map<String, String> changes = texts();
        changes.keySet().removeIf(key -> values.get(key).equals(known.get(key).initial()));
        return changes;
    }

    /** A value as a person writes it: {@code None}, a list with dashes between. */
    public static String text(Object value) {
        return switch (value) {
            case null -> "None";
            case Optional<?> none when none.isEmpty() -> "None";
            case Collection<?> list -> list.stream().map(Object::toString).collect(Collectors.joining("-"));
            default -> value.toString();
        };
    }

    /** Whether a parameter has the value {@code None}. */
    public boolean isNone(String key) {
        return value(key).equals(Parameter.NONE);
    }

    public Object value(String key) {
        return Optional.ofNullable(values.get(key)).orElseThrow(() -> new IllegalArgumentException(model + " " + key));
    }

    public double real(String key) {
        return ((Number) value(key)).doubleValue();
    }

    public int whole(String key) {
        return ((Number) value(key)).intValue();
    }

    /** A whole number that may be {@code None}. */
    public OptionalInt wholeOrNone(String key) {
        return isNone(key) ? OptionalInt.empty() : OptionalInt.of(whole(key));
    }

    public boolean flag(String key) {
        return (Boolean) value(key);
    }

    public String word(String key) {
        return (String) value(key);
    }

    public int[] wholes(String key) {
        return ((List<?>) value(key))
                .stream().mapToInt(v -> ((Number) v).intValue()).toArray();
    }
}
