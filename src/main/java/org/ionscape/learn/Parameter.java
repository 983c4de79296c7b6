package org.ionscape.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One hyper-parameter of a model, with the name, meaning and default it has in scikit-learn 1.2.1. Values are
 * {@code Double}, {@code Integer}, {@code Boolean}, {@code String}, a list of {@code Integer}, or an empty
 * {@code Optional} where scikit-learn has {@code None}.
 *
 * @param name as scikit-learn spells it
 * @param initial the default
 * @param forms what is accepted, tried in this order
 * @param meaning one line for a person
 */
public record Parameter(String name, Object initial, List<Form> forms, String meaning) {
    /** {@code None}, as a value. */
    public static final Optional<?> NONE = Optional.empty();

    /** One kind of value that a parameter accepts. */
    public sealed interface Form {
        /** The value that a text stands for, if it is of this form. */
        Optional<Object> parse(String text);

        /** What is accepted, to end the sentence "expected …". */
        String words();
    }

    /** A real number within bounds, the lower one possibly left out. */
    public record Real(double from, double to, Bound lower) implements Form {
        @Override
        public Optional<Object> parse(String text) {
            try {
                double value = Double.parseDouble(text);
                boolean inside = value <= to && (lower == Bound.OPEN ? value > from : value >= from);
                return inside && Double.isFinite(value) ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String words() {
            String low = from == Double.NEGATIVE_INFINITY
                    ? ""
                    : (lower == Bound.OPEN ? " greater than " : " of at least ") + Double.toString(from);
            String high = to == Double.POSITIVE_INFINITY ? "" : (low.isEmpty() ? "" : " and") + " up to " + to;
            return "a number" + low + high;
        }
    }

    /** Whether a bound itself is allowed. */
    public enum Bound {
        OPEN,
        CLOSED
    }

    /** A whole number of at least {@code from}. */
    public record Whole(int from) implements Form {
        @Override
        public Optional<Object> parse(String text) {
            try {
                int value = Integer.parseInt(text);
                return value >= from ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String words() {
            return "a whole number of at least " + from;
        }
    }

    /** One of some words. */
    public record Word(List<String> allowed) implements Form {
        @Override
        public Optional<Object> parse(String text) {
            return allowed.contains(text) ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String words() {
            return allowed.size() == 1 ? allowed.getFirst() : "one of " + String.join(", ", allowed);
        }
    }

    /** True or false. */
    public record Flag() implements Form {
        @Override
        public Optional<Object> parse(String text) {
            return switch (text) {
                case "true", "True" -> Optional.of(true);
                case "false", "False" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public String words() {
            return "true or false";
        }
    }

    /** A list of positive whole numbers, written {@code 200-500-50}. */
    public record Wholes() implements Form {
        @Override
        public Optional<Object> parse(String text) {
            String bare = text.replaceAll("[\\[\\]() ]", "").replace(',', '-');
            if (!bare.matches("[1-9]\\d{0,6}(-[1-9]\\d{0,6})*")) {
                return Optional.empty();
            }
            return Optional.of(Stream.of(bare.split("-")).map(Integer::valueOf).toList());
        }

        @Override
        public String words() {
            return "a list of whole numbers such as 200-500-50";
        }
    }

    /** Scikit-learn's {@code None}. */
    public record None() implements Form {
        @Override
        public Optional<Object> parse(String text) {
            return text.equals("None") || text.equals("none") || text.equals("null")
                    ? Optional.of(NONE)
                    : Optional.empty();
        }

        @Override
        public String words() {
            return "None";
        }
    }

    /** A real number of at least zero. */
    public static Parameter notNegative(String name, double initial, String meaning) {
        return new Parameter(name, initial, List.of(new Real(0, Double.POSITIVE_INFINITY, Bound.CLOSED)), meaning);
    }

    /** A real number greater than zero. */
    public static Parameter positive(String name, double initial, String meaning) {
        return new Parameter(name, initial, List.of(new Real(0, Double.POSITIVE_INFINITY, Bound.OPEN)), meaning);
    }

    /** A real number in 0..1. */
    public static Parameter share(String name, double initial, String meaning) {
        return new Parameter(name, initial, List.of(new Real(0, 1, Bound.CLOSED)), meaning);
    }

    public static Parameter whole(String name, int initial, int from, String meaning) {
        return new Parameter(name, initial, List.of(new Whole(from)), meaning);
    }

    public static Parameter flag(String name, Boolean initial, String meaning) {
        return new Parameter(name, initial, List.of(new Flag()), meaning);
    }

    /** One of some words, the first being the default. */
    public static Parameter word(String name, String meaning, String... words) {
        return new Parameter(name, words[0], List.of(new Word(List.of(words))), meaning);
    }

    /** Anything that one of several forms accepts. */
    public static Parameter of(String name, Object initial, String meaning, Form... forms) {
        return new Parameter(name, initial, List.copyOf(Arrays.asList(forms)), meaning);
    }

    /** The value that a text stands for, in the first form that accepts it. */
    public Optional<Object> parse(String text) {
        return forms.stream().flatMap(f -> f.parse(text).stream()).findFirst();
    }

    /** What is accepted, to end the sentence "expected …". */
    public String words() {
        return forms.stream().map(Form::words).collect(Collectors.joining(", or "));
    }
}
