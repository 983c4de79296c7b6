package org.ionscape.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A condition on the rows of a table, written {@code T>=400 and T<=600 and family=Li}: comparisons joined by
 * {@code and}, {@code or}, {@code not} and parentheses. Names and texts with other characters than letters, digits and
 * {@code _ . + -} stand in quotes. A missing value fulfils no comparison.
 */
public final class RowFilter {
    private final String text;
    private final Condition condition;

    /** A condition that knows no table yet. */
    private sealed interface Condition {
        record And(List<Condition> parts) implements Condition {}

        record Or(List<Condition> parts) implements Condition {}

        record Not(Condition part) implements Condition {}

        record Comparison(String name, String operator, String value) implements Condition {}
    }

    /** A condition that cannot be read or does not fit the table. */
    public static final class BadFilter extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadFilter(String message) {
            super(message);
        }
    }

    private RowFilter(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
    }

    /**
     * Reads a condition.
     *
     * @throws BadFilter with a sentence that says where it cannot be read
     */
    public static RowFilter parse(String text) {
        Parser parser = new Parser(text);
        Condition condition = parser.or();
        parser.end();
        return new RowFilter(text, condition);
    }

    /**
     * The rows of a table that fulfil it.
     *
     * @throws BadFilter when it names a column that is not there, or compares text with a number by size
     */
    public IntPredicate on(Table table) {
        return bind(condition, table);
    }

    @Override
    public String toString() {
        return text;
    }

    private static IntPredicate bind(Condition condition, Table table) {
        return switch (condition) {
            case Condition.And and ->
                and.parts().stream()
                        .map(p -> bind(p, table))
                        .reduce(IntPredicate::and)
                        .orElseThrow();
            case Condition.Or or ->
                or.parts().stream()
                        .map(p -> bind(p, table))
                        .reduce(IntPredicate::or)
                        .orElseThrow();
            case Condition.Not not -> bind(not.part(), table).negate();
            case Condition.Comparison comparison -> bind(comparison, table);
        };
    }

    private static IntPredicate bind(Condition.Comparison comparison, Table table) {
        if (comparison.name().equals(table.rowHeader())) {
            return equality(comparison, row -> table.rowNames().get(row));
        }
        String key = Catalogue.all()
                .resolve(comparison.name(), table)
                .orElseThrow(() -> new BadFilter("no column is called “" + comparison.name() + "”; there are "
                        + String.join(", ", table.keys())));
        Column column = table.column(key).orElseThrow();
        if (column instanceof Column.TextColumn texts) {
            return equality(comparison, texts::text);
        }
        double value;
        try {
            value = Double.parseDouble(comparison.value());
        } catch (NumberFormatException e) {
            throw new BadFilter(
                    "column " + key + " holds numbers and cannot be compared with “" + comparison.value() + "”");
        }
        return switch (comparison.operator()) {
            case "=" -> row -> column.number(row) == value;
            case "!=" -> row -> column.has(row) && column.number(row) != value;
            case "<" -> row -> column.number(row) < value;
            case "<=" -> row -> column.number(row) <= value;
            case ">" -> row -> column.number(row) > value;
            default -> row -> column.number(row) >= value;
        };
    }

    private static IntPredicate equality(Condition.Comparison comparison, java.util.function.IntFunction<String> text) {
        return switch (comparison.operator()) {
            case "=" -> row -> text.apply(row).equals(comparison.value());
            case "!=" -> row -> !text.apply(row).isEmpty() && !text.apply(row).equals(comparison.value());
            default ->
                throw new BadFilter("column " + comparison.name() + " holds text: compare it with = or !=, not "
                        + comparison.operator());
        };
    }

    /** Reads from left to right: or-joined and-joined negations. */
    private static final class Parser {
        private static final String PUNCTUATION = "<>=!()\"'";

        private final Cursor cursor;

        Parser(String text) {
            this.cursor = new Cursor(text, "the condition ", BadFilter::new);
        }

        Condition or() {
            List<Condition> parts = new ArrayList<>(List.of(and()));
            while (cursor.takeWord("or")) {
                parts.add(and());
            }
            return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
        }

        private Condition and() {
            List<Condition> parts = new ArrayList<>(List.of(not()));
            while (cursor.takeWord("and")) {
                parts.add(not());
            }
            return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
        }

        private Condition not() {
            if (cursor.takeWord("not")) {
                return new Condition.Not(not());
            }
            if (cursor.take("(")) {
                Condition inner = or();
                if (!cursor.take(")")) {
                    throw cursor.bad("a closing parenthesis");
                }
                return inner;
            }
            String name = operand("a column");
            return new Condition.Comparison(name, operator(), operand("a value"));
        }

        private String operator() {
            for (String known : List.of("<=", ">=", "!=", "==", "<", ">", "=")) {
                if (cursor.take(known)) {
                    return known.equals("==") ? "=" : known;
                }
            }
            throw cursor.bad("a comparison (= != < <= > >=)");
        }

        private String operand(String what) {
            return cursor.name(c -> !Character.isWhitespace(c) && PUNCTUATION.indexOf(c) < 0, what);
        }

        void end() {
            cursor.end("and, or, or the end");
        }
    }
}
