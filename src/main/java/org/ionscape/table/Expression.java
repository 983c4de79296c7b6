package org.ionscape.table;

import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.ionscape.table.Column.NumberColumn;

/**
 * A column computed from others by arithmetic, written {@code log10(diffusion_coefficient / 1e-6) - 2*T}: numbers,
 * columns by key or symbol (in quotes when they hold other characters than letters, digits, {@code _} and {@code .}),
 * {@code + - * / ^}, parentheses and the functions {@code ln log10 exp sqrt abs}. A missing operand makes the result
 * missing, and so does a result that is no finite number (the logarithm of zero, a division by zero).
 */
public final class Expression {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
            Map.of("ln", Math::log, "log10", Math::log10, "exp", Math::exp, "sqrt", Math::sqrt, "abs", Math::abs);

    private final String text;
    private final Table table;
    private int at;

    /** An expression that cannot be read or names what is not there. */
    public static final class BadExpression extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadExpression(String message) {
            super(message);
        }
    }

    private Expression(String text, Table table) {
        this.text = text;
        this.table = table;
    }

    /**
     * The column that an expression gives on a table.
     *
     * @throws BadExpression with a sentence that says where it cannot be read
     */
    public static NumberColumn column(String key, String unit, String text, Table table) {
        Expression expression = new Expression(text, table);
        IntToDoubleFunction value = expression.sum();
        expression.skipSpace();
        if (expression.at < text.length()) {
            throw expression.bad("an operator or the end");
        }
        double[] values = new double[table.rowCount()];
        for (int row = 0; row < values.length; row++) {
            double v = value.applyAsDouble(row);
            values[row] = Double.isFinite(v) ? v : Double.NaN;
        }
        return new NumberColumn(key, unit, values);
    }

    private IntToDoubleFunction sum() {
        IntToDoubleFunction left = product();
        while (true) {
            IntToDoubleFunction before = left;
            if (take('+')) {
                IntToDoubleFunction right = product();
                left = row -> before.applyAsDouble(row) + right.applyAsDouble(row);
            } else if (take('-')) {
                IntToDoubleFunction right = product();
                left = row -> before.applyAsDouble(row) - right.applyAsDouble(row);
            } else {
                return left;
            }
        }
    }

    private IntToDoubleFunction product() {
        IntToDoubleFunction left = signed();
        while (true) {
            IntToDoubleFunction before = left;
            if (take('*')) {
                IntToDoubleFunction right = signed();
                left = row -> before.applyAsDouble(row) * right.applyAsDouble(row);
            } else if (take('/')) {
                IntToDoubleFunction right = signed();
                left = row -> before.applyAsDouble(row) / right.applyAsDouble(row);
            } else {
                return left;
            }
        }
    }

    /** A minus before a power negates the power: −2^2 is −4. */
    private IntToDoubleFunction signed() {
        if (take('-')) {
            IntToDoubleFunction inner = signed();
            return row -> -inner.applyAsDouble(row);
        }
        IntToDoubleFunction base = operand();
        if (take('^')) {
            IntToDoubleFunction exponent = signed();
            return row -> Math.pow(base.applyAsDouble(row), exponent.applyAsDouble(row));
        }
        return base;
    }

    private IntToDoubleFunction operand() {
        skipSpace();
        if (take('(')) {
            return closed(sum());
        }
        if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            double number = number();
            return row -> number;
        }
        String name = name();
        if (at < text.length() && text.charAt(at) == '(') {
            DoubleUnaryOperator function = FUNCTIONS.get(name.toLowerCase(Locale.ROOT));
            if (function == null) {
                throw new BadExpression("there is no function “" + name + "”; there are ln, log10, exp, sqrt and abs");
            }
            at++;
            IntToDoubleFunction inner = closed(sum());
            return row -> function.applyAsDouble(inner.applyAsDouble(row));
        }
        String key = Catalogue.all()
                .resolve(name, table)
                .orElseThrow(() -> new BadExpression("no column is called “" + name + "”"));
        NumberColumn column = table.column(key)
                .orElseThrow()
                .asNumbers()
                .orElseThrow(
                        () -> new BadExpression("column " + key + " holds text; only numbers can be computed with"));
        return column::number;
    }

    private IntToDoubleFunction closed(IntToDoubleFunction inner) {
        if (!take(')')) {
            throw bad("a closing parenthesis");
        }
        return inner;
    }

    private double number() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean signOfExponent =
                    (c == '-' || c == '+') && at > start && Character.toLowerCase(text.charAt(at - 1)) == 'e';
            if (!Character.isDigit(c) && c != '.' && c != 'e' && c != 'E' && !signOfExponent) {
                break;
            }
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw bad("a number");
        }
    }

    private String name() {
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            int close = text.indexOf(text.charAt(at), at + 1);
            if (close < 0) {
                throw bad("a closing quote");
            }
            String quoted = text.substring(at + 1, close);
            at = close + 1;
            return quoted;
        }
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw bad("a number, a column or a parenthesis");
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private boolean take(char symbol) {
        skipSpace();
        boolean here = at < text.length() && text.charAt(at) == symbol;
        if (here) {
            at++;
        }
        return here;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private BadExpression bad(String expected) {
        return new BadExpression("“" + text + "” cannot be read: " + expected + " was expected "
                + (at < text.length() ? "at “" + text.substring(at) + "”" : "at its end"));
    }
}
