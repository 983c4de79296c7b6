package org.ionscape.figure.learn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.validate.Evaluation;

/**
 * RMSE of many models, best first, with its spread over folds, coloured by class, against the model that predicts the
 * mean; in the manner of [K] fig. 3.
 *
 * @param bars best first
 * @param unit of the target
 * @param baseline RMSE of the mean of the training rows; NaN: not known
 * @param chosen name of the row that is selected
 */
public record LeaderboardFigure(List<Bar> bars, String unit, double baseline, Optional<String> chosen)
        implements Drawing {
    /**
     * One model.
     *
     * @param sd over folds; NaN where there is one only
     * @param state whether all folds are done
     */
    public record Bar(String name, ModelClass modelClass, double rmse, double sd, State state) {
        public static Bar of(ModelType type, Evaluation evaluation) {
            return of(type.name(), type, evaluation, State.DONE);
        }

        public static Bar of(String name, ModelType type, Evaluation evaluation, State state) {
            return new Bar(
                    name,
                    type.modelClass(),
                    evaluation.test().rmse(),
                    evaluation.spread().rmse(),
                    state);
        }
    }

    /** How far a model is. */
    public enum State {
        DONE,
        RUNNING
    }

    public LeaderboardFigure {
        bars = bars.stream().sorted(Comparator.comparingDouble(Bar::rmse)).toList();
    }

    /** The height a row needs, in the unit of the surface. */
    public static double rowHeight(FigurePainter.Style style) {
        return 1.35 * style.font();
    }

    private static final List<Group> GROUPS = List.of(
            new Group("trees", Figure.Ink.THREE),
            new Group("other", Figure.Ink.MOBILE),
            new Group("support vectors", Figure.Ink.FIVE),
            new Group("linear", Figure.Ink.MUTED));

    private static final String MEAN = "mean of rows";

    private record Group(String name, Figure.Ink ink) {}

    private static Group group(ModelClass modelClass) {
        return GROUPS.get(
                switch (modelClass) {
                    case TREE, ENSEMBLE -> 0;
                    case KERNEL, NEURAL_NETWORK -> 1;
                    case SUPPORT_VECTOR -> 2;
                    case LINEAR -> 3;
                });
    }

    /** Which row lies at a height of the drawing. */
    public Optional<Bar> at(double y, FigurePainter.Style style, Rectangle2D bounds) {
        int i = (int) Math.floor((y - top(style, bounds)) / step(style, bounds));
        return i >= 0 && i < bars.size() ? Optional.of(bars.get(i)) : Optional.empty();
    }

    private static double top(FigurePainter.Style style, Rectangle2D bounds) {
        return bounds.getY() + 1.5 * style.font();
    }

    private double step(FigurePainter.Style style, Rectangle2D bounds) {
        double room = bounds.getHeight() - (isTold() ? 6.3 : 4.8) * style.font();
        return Math.clamp(room / Math.max(1, bars.size()), 0.9 * style.font(), 2 * style.font());
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Brush brush = new Brush(g, theme, style);
        if (bars.isEmpty()) {
            brush.text(
                    "Models that were trained stand here, best first",
                    bounds.getCenterX(),
                    bounds.getCenterY(),
                    Brush.Align.CENTRE,
                    brush.ink(Figure.Ink.MUTED));
            return;
        }
        double em = style.font();
        double names =
                bars.stream().mapToDouble(b -> brush.width(b.name())).max().orElse(0);
        double values = bars.stream()
                .mapToDouble(b -> brush.width(Brush.number(b.rmse(), b.sd())))
                .max()
                .orElse(0);
        double step = step(style, bounds);
        Rectangle2D box = new Rectangle2D.Double(
                bounds.getX() + names + 1.4 * em,
                top(style, bounds),
                Math.max(2 * em, bounds.getWidth() - names - values - 3.2 * em),
                step * bars.size());
        Figure.Range range = range();
        brush.axis(box, range, "RMSE" + (unit.isEmpty() ? "" : " (" + unit + ")"));
        brush.rule(box.getX(), box.getY(), box.getX(), box.getMaxY(), brush.ink(Figure.Ink.MUTED), style.line() / 1.5);
        if (baseline <= range.high()) {
            double x = Brush.at(baseline, range, box.getX(), box.getMaxX());
            brush.dashed(x, box.getY(), x, box.getMaxY(), brush.ink(Figure.Ink.FIVE));
            double half = brush.width(MEAN) / 2;
            brush.text(
                    MEAN,
                    Math.max(bounds.getX() + half, Math.min(x, bounds.getMaxX() - half)),
                    box.getY() - 0.5 * em,
                    Brush.Align.CENTRE,
                    brush.ink(Figure.Ink.FIVE));
        }
        for (int i = 0; i < bars.size(); i++) {
            draw(brush, bars.get(i), box, range, box.getY() + (i + 0.5) * step, bounds.getMaxX() - 0.4 * em);
        }
        if (isTold()) {
            List<Brush.Key> keys = shown().stream()
                    .map(group -> new Brush.Key(group.name(), brush.ink(group.ink())))
                    .toList();
            brush.keys(keys, bounds.getCenterX(), box.getMaxY() + 4.3 * em, bounds.getWidth());
        }
    }

    private void draw(Brush brush, Bar bar, Rectangle2D box, Figure.Range range, double y, double right) {
        boolean selected = chosen.filter(bar.name()::equals).isPresent();
        Color colour = brush.ink(group(bar.modelClass()).ink());
        double em = brush.em;
        if (selected) {
            Color accent = brush.ink(Figure.Ink.ACCENT);
            Color tint = new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 38);
            brush.bar(
                    box.getX() - brush.width(bar.name()) - em,
                    y - 0.65 * em,
                    right - box.getX() + brush.width(bar.name()) + 1.2 * em,
                    1.3 * em,
                    tint);
        }
        brush.text(bar.name(), box.getX() - 0.6 * em, y + 0.33 * em, Brush.Align.RIGHT, brush.ink(Figure.Ink.TEXT));
        brush.text(
                Brush.number(bar.rmse(), bar.sd()),
                right,
                y + 0.33 * em,
                Brush.Align.RIGHT,
                brush.ink(Figure.Ink.TEXT));
        if (bar.rmse() > range.high()) {
            brush.text("→", box.getMaxX() - 0.2 * em, y + 0.33 * em, Brush.Align.RIGHT, colour);
            return;
        }
        double x = Brush.at(bar.rmse(), range, box.getX(), box.getMaxX());
        if (Double.isFinite(bar.sd())) {
            double low = Math.max(box.getX(), Brush.at(bar.rmse() - bar.sd(), range, box.getX(), box.getMaxX()));
            double high = Math.min(box.getMaxX(), Brush.at(bar.rmse() + bar.sd(), range, box.getX(), box.getMaxX()));
            brush.rule(low, y, high, y, colour, brush.line * 0.8);
            brush.rule(low, y - 0.22 * em, low, y + 0.22 * em, colour, brush.line * 0.8);
            brush.rule(high, y - 0.22 * em, high, y + 0.22 * em, colour, brush.line * 0.8);
        }
        brush.dot(x, y, 0.3 * em, colour, bar.state() == State.DONE ? colour : brush.theme.background());
    }

    /** From the best to the worst that is not absurd: a model thrice as bad as the mean is told by an arrow. */
    private Figure.Range range() {
        double best = bars.getFirst().rmse();
        double limit = Double.isFinite(baseline) ? 1.6 * Math.max(baseline, best) : 4 * best;
        double worst = bars.stream()
                .mapToDouble(b -> b.rmse() + (Double.isFinite(b.sd()) ? b.sd() : 0))
                .filter(v -> v <= limit)
                .max()
                .orElse(best);
        double lowest = bars.stream()
                .mapToDouble(b -> b.rmse() - (Double.isFinite(b.sd()) ? b.sd() : 0))
                .min()
                .orElse(best);
        double high = Math.max(worst, baseline <= limit ? baseline : worst);
        double span = high > lowest ? high - lowest : Math.max(1e-12, 0.1 * Math.abs(high));
        return new Figure.Range(Math.max(0, lowest - 0.06 * span), high + 0.06 * span);
    }

    private List<Group> shown() {
        return GROUPS.stream()
                .filter(group ->
                        bars.stream().anyMatch(b -> group(b.modelClass()).equals(group)))
                .toList();
    }

    /** Whether colours need a key. */
    private boolean isTold() {
        return shown().size() > 1;
    }

    @Override
    public String csv() {
        String suffix = unit.isEmpty() ? "" : " [" + unit + "]";
        StringBuilder text = new StringBuilder("model,class,rmse" + suffix + ",sd" + suffix + "\n");
        for (Bar bar : bars) {
            text.append(bar.name())
                    .append(',')
                    .append(bar.modelClass().label())
                    .append(',')
                    .append(bar.rmse());
            text.append(',').append(Double.isFinite(bar.sd()) ? bar.sd() : "").append('\n');
        }
        return text.toString();
    }
}
