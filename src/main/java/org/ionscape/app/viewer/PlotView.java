package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.PlotAxis;
import org.ionscape.app.viewer.scene.Rgb;

/** Draws a {@link Plot}: L axes, ticks outward, no grid, names at the ends of lines. */
final class PlotView extends Region {
    private static final double LEFT = 52;
    private static final double RIGHT = 56;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final double NAME_HEIGHT = 13;
    private static final Font TICK = Font.font("Inter", 11);
    private static final Font TITLE = Font.font("Inter", 12);

    private final Canvas canvas = new Canvas();
    private Optional<Plot> plot = Optional.empty();
    private Palette palette = Palette.LIGHT;
    private int background = 0xffffff;
    private Runnable onLayout = () -> {};

    PlotView() {
        getChildren().add(canvas);
        setMinSize(160, 120);
    }

    void onLayout(Runnable action) {
        onLayout = action;
    }

    void show(Plot next) {
        plot = Optional.of(next);
        draw();
    }

    void clear() {
        plot = Optional.empty();
        draw();
    }

    void palette(Palette next) {
        palette = next;
        background = next.equals(Palette.DARK) ? 0x12171e : 0xffffff;
        draw();
    }

    /** The rectangle between the axes. */
    Rectangle2D area() {
        return new Rectangle2D(
                LEFT, TOP, Math.max(1, getWidth() - LEFT - RIGHT), Math.max(1, getHeight() - TOP - BOTTOM));
    }

    double xOf(double value) {
        return plot.map(p -> area().getMinX() + p.x().share(value) * area().getWidth())
                .orElse(0.0);
    }

    double yOf(double value) {
        return plot.map(p -> area().getMaxY() - p.y().share(value) * area().getHeight())
                .orElse(0.0);
    }

    double valueAt(double x) {
        return plot.map(p -> p.x().value((x - area().getMinX()) / area().getWidth()))
                .orElse(0.0);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
        onLayout.run();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (plot.isEmpty() || canvas.getWidth() < 1) {
            return;
        }
        Plot shown = plot.get();
        Rectangle2D area = area();
        g.save();
        g.beginPath();
        g.rect(area.getMinX(), area.getMinY() - 2, area.getWidth() + 2, area.getHeight() + 2);
        g.clip();
        shown.lines().forEach(l -> drawBand(g, l));
        shown.lines().forEach(l -> drawLine(g, l));
        g.restore();
        shown.points().forEach(p -> drawPoint(g, p));
        drawNames(g, shown);
        drawAxes(g, shown, area);
    }

    private Color ink(Plot.Ink ink, int rgb) {
        return SceneCanvas.color(
                switch (ink) {
                    case MOBILE -> palette.mobile();
                    case FRAMEWORK -> palette.equals(Palette.DARK) ? 0x39c5cf : 0x1b7c83;
                    case FIT -> palette.text();
                    case ACCENT -> palette.accent();
                    case SPECIES -> Rgb.mix(rgb, palette.text(), 0.15);
                });
    }

    private void drawBand(GraphicsContext g, Plot.Line line) {
        int n = line.low().length;
        if (n == 0) {
            return;
        }
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = xOf(line.xs()[i]);
            ys[i] = yOf(line.high()[i]);
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = yOf(line.low()[i]);
        }
        g.setFill(ink(line.ink(), line.rgb()).deriveColor(0, 1, 1, 0.17));
        g.fillPolygon(xs, ys, 2 * n);
    }

    private void drawLine(GraphicsContext g, Plot.Line line) {
        g.setStroke(ink(line.ink(), line.rgb()));
        g.setLineWidth(
                switch (line.stroke()) {
                    case THIN, DASHED -> 1;
                    case DATA -> 1.5;
                    case EMPHASIS -> 2;
                });
        if (line.stroke() == Plot.Stroke.DASHED) {
            g.setLineDashes(4, 3);
        } else {
            g.setLineDashes();
        }
        g.beginPath();
        boolean down = false;
        for (int i = 0; i < line.xs().length; i++) {
            double x = xOf(line.xs()[i]);
            double y = yOf(line.ys()[i]);
            boolean finite = Double.isFinite(x) && Double.isFinite(y);
            if (finite && down) {
                g.lineTo(x, y);
            } else if (finite) {
                g.moveTo(x, y);
            }
            down = finite;
        }
        g.stroke();
        g.setLineDashes();
    }

    private void drawPoint(GraphicsContext g, Plot.Point point) {
        double x = xOf(point.x());
        double y = yOf(point.y());
        g.setStroke(ink(point.ink(), 0));
        g.setFill(ink(point.ink(), 0));
        g.setLineWidth(1.5);
        if (point.low() > 0 && point.high() > point.low()) {
            g.strokeLine(x, yOf(point.low()), x, yOf(point.high()));
        }
        g.fillOval(x - 4, y - 4, 8, 8);
        g.setStroke(SceneCanvas.color(background));
        g.setLineWidth(1);
        g.strokeOval(x - 4, y - 4, 8, 8);
    }

    private void drawNames(GraphicsContext g, Plot shown) {
        g.setFont(TICK);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        List<Double> taken = new ArrayList<>();
        for (Plot.Line line : shown.lines().reversed()) {
            if (!line.name().isEmpty() && line.ys().length > 0) {
                double wanted = Math.clamp(
                        yOf(line.ys()[line.ys().length - 1]), TOP + 6, Math.max(TOP + 6, area().getMaxY() - 6));
                double y = free(wanted, taken);
                taken.add(y);
                g.setFill(ink(line.ink(), line.rgb()));
                g.fillText(line.name(), area().getMaxX() + 8, y);
            }
        }
    }

    /** The height nearest above the wanted one at which a name meets no other. */
    private static double free(double wanted, List<Double> taken) {
        double y = wanted;
        for (int i = 0; i < taken.size(); i++) {
            double tried = y;
            if (taken.stream().anyMatch(t -> Math.abs(t - tried) < NAME_HEIGHT)) {
                y -= NAME_HEIGHT;
            }
        }
        return y;
    }

    private void drawAxes(GraphicsContext g, Plot shown, Rectangle2D area) {
        g.setStroke(SceneCanvas.color(palette.line()));
        g.setLineWidth(1);
        double x0 = Math.floor(area.getMinX()) + 0.5;
        double y0 = Math.floor(area.getMaxY()) + 0.5;
        g.strokeLine(x0, area.getMinY(), x0, y0);
        g.strokeLine(x0, y0, area.getMaxX(), y0);
        g.setFont(TICK);
        g.setFill(SceneCanvas.color(palette.line()));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        int across = Math.max(2, (int) (area.getWidth() / 70));
        for (double t : shown.x().ticks(across)) {
            double x = Math.floor(xOf(t)) + 0.5;
            g.strokeLine(x, y0, x, y0 + 5);
            g.fillText(label(shown.x(), t, across), x, y0 + 7);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        int up = Math.max(2, (int) (area.getHeight() / 48));
        for (double t : shown.y().ticks(up)) {
            double y = Math.floor(yOf(t)) + 0.5;
            g.strokeLine(x0 - 5, y, x0, y);
            g.fillText(label(shown.y(), t, up), x0 - 8, y);
        }
        g.setFont(TITLE);
        g.setFill(SceneCanvas.color(palette.text()));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(shown.x().title(), (area.getMinX() + area.getMaxX()) / 2, getHeight() - 2);
        g.save();
        g.translate(4, (area.getMinY() + area.getMaxY()) / 2);
        g.rotate(-90);
        g.setTextBaseline(VPos.TOP);
        g.fillText(shown.y().title(), 0, 0);
        g.restore();
    }

    private static String label(PlotAxis axis, double tick, int most) {
        return axis.scale() == PlotAxis.Scale.LOG
                ? Numbers.powerOfTen((int) Math.rint(Math.log10(tick)))
                : Numbers.fixed(tick, axis.decimals(most));
    }
}
