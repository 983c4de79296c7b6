package org.ionscape.app.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where lines and columns of a grid lie on its canvas, in pixels.
 *
 * @param scrollX how far the columns right of the pinned ones are scrolled
 * @param scrollY how far the lines are scrolled
 */
record GridGeometry(GridModel model, double width, double height, double scrollX, double scrollY) {
    static final double GROUP_HEAD = 24;
    static final double NAMES_HEAD = 40;
    static final double BARS_HEAD = 24;
    static final double HEAD = GROUP_HEAD + NAMES_HEAD + BARS_HEAD;
    static final double ROW = 26;
    static final double SUMMARY = 2 * ROW;
    static final double CHECK = 34;
    static final double NAME = 200;

    /** A column and where it begins. */
    record Placed(GridColumn column, double x, double width, boolean pinned) {}

    /** What lies under a point. */
    sealed interface Hit {
        record Nothing() implements Hit {}

        record CheckAll() implements Hit {}

        record Check(int line) implements Hit {}

        record Name(int line) implements Hit {}

        record GroupHead(int line) implements Hit {}

        record Head(GridColumn column) implements Hit {}

        /** A cell; columns count from the left, the pinned ones first. */
        record Cell(int line, int column) implements Hit {}
    }

    double pinnedWidth() {
        return CHECK + NAME + model.pinnedEnds()[model.pinned().size()];
    }

    double contentWidth() {
        return model.scrolledEnds()[model.scrolled().size()];
    }

    double contentHeight() {
        return model.lines().size() * ROW;
    }

    double bodyHeight() {
        return Math.max(0, height - HEAD - SUMMARY);
    }

    double maxScrollX() {
        return Math.max(0, contentWidth() - Math.max(0, width - pinnedWidth()));
    }

    double maxScrollY() {
        return Math.max(0, contentHeight() - bodyHeight());
    }

    /** The same with scrolls that fit. */
    GridGeometry within() {
        return new GridGeometry(
                model,
                width,
                height,
                Math.clamp(scrollX, 0, Math.max(0, maxScrollX())),
                Math.clamp(scrollY, 0, Math.max(0, maxScrollY())));
    }

    int firstLine() {
        return (int) (scrollY / ROW);
    }

    int lastLine() {
        return Math.min(model.lines().size() - 1, (int) ((scrollY + bodyHeight()) / ROW));
    }

    double yOf(int line) {
        return HEAD + line * ROW - scrollY;
    }

    /** Column by its number, pinned ones first. */
    Placed placed(int number) {
        int pinned = model.pinned().size();
        if (number < pinned) {
            GridColumn c = model.pinned().get(number);
            return new Placed(c, CHECK + NAME + model.pinnedEnds()[number], c.width(), true);
        }
        GridColumn c = model.scrolled().get(number - pinned);
        return new Placed(c, pinnedWidth() - scrollX + model.scrolledEnds()[number - pinned], c.width(), false);
    }

    /** Number of the first scrolled column that reaches beyond the pinned ones. */
    int firstScrolled() {
        return (int) Arrays.stream(model.scrolledEnds())
                .skip(1)
                .filter(end -> end <= scrollX)
                .count();
    }

    Hit at(double x, double y) {
        if (y < HEAD) {
            return x < CHECK
                    ? new Hit.CheckAll()
                    : columnAt(x)
                            .map(i -> (Hit) new Hit.Head(model.all().get(i)))
                            .orElse(new Hit.Nothing());
        }
        int line = (int) ((y - HEAD + scrollY) / ROW);
        if (y >= height - SUMMARY || line >= model.lines().size()) {
            return new Hit.Nothing();
        }
        if (model.row(line).isEmpty()) {
            return new Hit.GroupHead(line);
        }
        if (x < CHECK) {
            return new Hit.Check(line);
        }
        return columnAt(x).map(i -> (Hit) new Hit.Cell(line, i)).orElse(new Hit.Name(line));
    }

    private Optional<Integer> columnAt(double x) {
        int pinned = model.pinned().size();
        if (x < CHECK + NAME) {
            return Optional.empty();
        }
        for (int i = x < pinnedWidth() ? 0 : pinned + firstScrolled();
                i < pinned + model.scrolled().size();
                i++) {
            Placed p = placed(i);
            if (x < p.x() + p.width()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Scrolled as little as shows a cell. */
    GridGeometry showing(int line, int column) {
        double top = line * ROW;
        double y = Math.clamp(scrollY, Math.min(top, top + ROW - bodyHeight()), top);
        if (column < model.pinned().size() || column >= model.all().size()) {
            return new GridGeometry(model, width, height, scrollX, y).within();
        }
        Placed cell = placed(column);
        double x = scrollX;
        if (cell.x() < pinnedWidth()) {
            x -= pinnedWidth() - cell.x();
        } else if (cell.x() + cell.width() > width) {
            x += cell.x() + cell.width() - width;
        }
        return new GridGeometry(model, width, height, x, y).within();
    }
}
