package org.ionscape.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The saved state of a fitted model, read back. It takes the map as {@link FittedRegressor#state()} gave it or as JSON
 * returns it (lists of numbers for arrays).
 *
 * @param values by name
 */
public record State(Map<String, Object> values) {
    /** The state of a model lacks something or holds something else than expected: the file is damaged. */
    public static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message);
        }
    }

    private Object get(String key) {
        return Optional.ofNullable(values.get(key)).orElseThrow(() -> new Damaged("“" + key + "” is missing"));
    }

    private static Damaged notA(String what, String key) {
        return new Damaged("“" + key + "” is not " + what);
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    public double real(String key) {
        return get(key) instanceof Number n ? n.doubleValue() : fail("a number", key);
    }

    private static double fail(String what, String key) {
        throw notA(what, key);
    }

    public int whole(String key) {
        return (int) real(key);
    }

    public String word(String key) {
        if (get(key) instanceof String s) {
            return s;
        }
        throw notA("a text", key);
    }

    public List<String> words(String key) {
        if (get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw notA("a list of texts", key);
    }

    public double[] reals(String key) {
        return reals(key, get(key));
    }

    private static double[] reals(String key, Object value) {
        return switch (value) {
            case double[] array -> array;
            case List<?> list -> {
                double[] array = new double[list.size()];
                for (int i = 0; i < array.length; i++) {
                    if (!(list.get(i) instanceof Number n)) {
                        throw notA("a list of numbers", key);
                    }
                    array[i] = n.doubleValue();
                }
                yield array;
            }
            default -> throw notA("a list of numbers", key);
        };
    }

    public int[] wholes(String key) {
        if (get(key) instanceof int[] array) {
            return array;
        }
        double[] reals = reals(key);
        int[] wholes = new int[reals.length];
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = (int) reals[i];
        }
        return wholes;
    }

    /** A table, as its rows. */
    public double[][] table(String key) {
        return switch (get(key)) {
            case double[][] table -> table;
            case List<?> rows -> rows.stream().map(row -> reals(key, row)).toArray(double[][]::new);
            default -> throw notA("a table of numbers", key);
        };
    }

    /** A list of states, as for the members of an ensemble. */
    public List<State> parts(String key) {
        if (!(get(key) instanceof List<?> list)) {
            throw notA("a list", key);
        }
        return list.stream().map(part -> part(key, part)).toList();
    }

    /** A state within this one. */
    public State part(String key) {
        return part(key, get(key));
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static State part(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new State((Map<String, Object>) map);
        }
        throw notA("an object", key);
    }
}
