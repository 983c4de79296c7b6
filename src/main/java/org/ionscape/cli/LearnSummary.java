package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Metrics;

/** Validations as a readable summary. */
final class LearnSummary {
    private LearnSummary() {}

    /** One line of a comparison. */
    static String line(String name, Metrics m, Metrics spread) {
        String sd = Double.isFinite(spread.rmse()) ? String.format(Locale.ROOT, " ± %-8.3g", spread.rmse()) : "";
        return String.format(
                Locale.ROOT,
                "  %-20s RMSE %-9.4g%-11s MAE %-9.4g R² %7s  MAPE %7s",
                name,
                m.rmse(),
                sd,
                m.mae(),
                defined("%.3f", m.r2()),
                defined("%.2f %%", 100 * m.mape()));
    }

    /** One row has no R², a mean of zero no MAPE. */
    private static String defined(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }

    static void print(PrintWriter out, Evaluation evaluation) {
        Metrics none = Metrics.deviation(List.of());
        out.println(line("held out", evaluation.test(), evaluation.spread()));
        out.println(line("training rows", evaluation.train(), none));
        out.println(line("mean only", evaluation.baseline(), none));
    }
}
