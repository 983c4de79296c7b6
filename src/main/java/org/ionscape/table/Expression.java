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

    private final Cursor cursor;
    private final Table table;

    /** An expression that cannot be read or names what is not there. */
    public static final class BadExpression extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadExpression(String message) {
            super(message);
        }
    }

    private Expression(String text, Table table) {
        this.cursor = new Cursor(text, "", BadExpression::new);
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
        expression.cursor.end("an operator or the end");
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
            if (cursor.take("+")) {
                IntToDoubleFunction right = product();
                left = row -> before.applyAsDouble(row) + right.applyAsDouble(row);
            } else if (cursor.take("-")) {
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
            if (cursor.take("*")) {
                IntToDoubleFunction right = signed();
                left = row -> before.applyAsDouble(row) * right.applyAsDouble(row);
            } else if (cursor.take("/")) {
                IntToDoubleFunction right = signed();
                left = row -> before.applyAsDouble(row) / right.applyAsDouble(row);
            } else {
                return left;
            }
        }
    }

    /** A minus before a power negates the power: −2^2 is −4. */
    private IntToDoubleFunction signed() {
        if (cursor.take("-")) {
            IntToDoubleFunction inner = signed();
            return row -> -inner.applyAsDouble(row);
        }
        IntToDoubleFunction base = operand();
        if (cursor.take("^")) {
            IntToDoubleFunction exponent = signed();
            return row -> Math.pow(base.applyAsDouble(row), exponent.applyAsDouble(row));
        }
        return base;
    }

    private IntToDoubleFunction operand() {
        if (cursor.take("(")) {
            return closed(sum());
        }
        if (cursor.at(c -> Character.isDigit(c) || c == '.')) {
            double number = cursor.number();
            return row -> number;
        }
        String name = cursor.name(Expression::isNamePart, "a number, a column or a parenthesis");
        if (cursor.at(c -> c == '(')) {
            DoubleUnaryOperator function = FUNCTIONS.get(name.toLowerCase(Locale.ROOT));
            if (function == null) {
                throw new BadExpression("there is no function “" + name + "”; there are ln, log10, exp, sqrt and abs");
            }
            cursor.take("(");
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
        if (!cursor.take(")")) {
            throw cursor.bad("a closing parenthesis");
        }
        return inner;
    }

    private static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
