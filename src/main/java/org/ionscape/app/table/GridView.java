package org.ionscape.app.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ionscape.app.Theme;
import org.ionscape.app.sheet.RowSelection;

/**
 * The grid: a canvas, two scroll bars and, while a cell is typed into, a field over it. It draws at most once a pulse and
 * only what is seen.
 */
final class GridView extends Region {
    private static final double BAR = 12;

    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final GridTyping typing = new GridTyping(this);
    private final GridPainter painter = new GridPainter();
    private final RowSelection selection;
    private final GridActions actions;
    private final Consumer<List<GridColumn>> unmeasured;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            draw();
        }
    };
    private GridModel model;
    private TableLook look;
    private GridColours colours = GridColours.of(Theme.LIGHT);
    private double scrollX;
    private double scrollY;
    private int line = -1;
    private int column;
    private int anchorLine = -1;
    private int anchorColumn;

    /**
     * A grid.
     *
     * @param unmeasured is told the columns that are seen but whose numbers are not yet measured
     */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    GridView(
            RowSelection selection,
            GridModel model,
            TableLook look,
            GridActions actions,
            Consumer<List<GridColumn>> unmeasured) {
        this.selection = selection;
        this.actions = actions;
        this.unmeasured = unmeasured;
        this.model = model;
        this.look = look;
        getStyleClass().add("grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setId("grid");
        across.setOrientation(Orientation.HORIZONTAL);
        down.setOrientation(Orientation.VERTICAL);
        across.getStyleClass().add("grid-bar");
        down.getStyleClass().add("grid-bar");
        getChildren().addAll(canvas, across, down, typing.field());
        across.valueProperty().addListener((o, a, now) -> scrollTo(now.doubleValue(), scrollY));
        down.valueProperty().addListener((o, a, now) -> scrollTo(scrollX, now.doubleValue()));
        selection.keysProperty().addListener((o, a, now) -> redraw());
        focusedProperty().addListener((o, a, now) -> redraw());
        canvas.setOnScroll(this::scrolled);
        new GridPointer(this, actions).listen(canvas);
        new GridKeys(this).listen();
    }

    void show(GridModel next, TableLook how) {
        model = next;
        look = how;
        line = Math.min(line, model.lines().size() - 1);
        anchorLine = Math.min(anchorLine, model.lines().size() - 1);
        requestLayout();
        redraw();
    }

    void colours(Theme theme) {
        colours = GridColours.of(theme);
        redraw();
    }

    GridModel model() {
        return model;
    }

    RowSelection selection() {
        return selection;
    }

    GridBlock block() {
        return new GridBlock(
                Math.min(line, anchorLine),
                Math.max(line, anchorLine),
                Math.min(column, anchorColumn),
                Math.max(column, anchorColumn));
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    GridGeometry geometry() {
        return new GridGeometry(model, canvas.getWidth(), canvas.getHeight(), scrollX, scrollY);
    }

    int linesSeen() {
        return Math.max(1, (int) (geometry().bodyHeight() / GridGeometry.ROW) - 1);
    }

    @Override
    protected void layoutChildren() {
        double w = Math.max(1, getWidth() - BAR);
        double h = Math.max(1, getHeight() - BAR);
        canvas.setWidth(w);
        canvas.setHeight(h);
        down.resizeRelocate(w, GridGeometry.HEAD, BAR, Math.max(0, h - GridGeometry.HEAD - GridGeometry.SUMMARY));
        GridGeometry at = geometry().within();
        across.resizeRelocate(at.pinnedWidth(), h, Math.max(0, w - at.pinnedWidth()), BAR);
        bar(across, at.maxScrollX(), Math.max(1, w - at.pinnedWidth()), at.scrollX());
        bar(down, at.maxScrollY(), Math.max(1, at.bodyHeight()), at.scrollY());
        redraw();
    }

    private static void bar(ScrollBar bar, double most, double seen, double value) {
        bar.setVisible(most > 0);
        bar.setMax(Math.max(most, 0));
        bar.setVisibleAmount(most <= 0 ? 1 : seen * most / (most + seen));
        bar.setUnitIncrement(GridGeometry.ROW);
        bar.setBlockIncrement(seen);
        bar.setValue(value);
    }

    private void scrollTo(double x, double y) {
        GridGeometry at = new GridGeometry(model, canvas.getWidth(), canvas.getHeight(), x, y).within();
        scrollX = at.scrollX();
        scrollY = at.scrollY();
        across.setValue(scrollX);
        down.setValue(scrollY);
        redraw();
    }

    private void scrolled(ScrollEvent event) {
        boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
        scrollTo(
                scrollX - (sideways ? event.getDeltaY() : event.getDeltaX()),
                scrollY - (sideways ? 0 : event.getDeltaY()));
        event.consume();
    }

    /** Asks for a drawing at the next pulse. */
    void redraw() {
        pulse.start();
    }

    /** Draws at once; for measurements. */
    void draw() {
        painter.paint(
                canvas.getGraphicsContext2D(),
                geometry().within(),
                look,
                new GridPainter.Marks(selection.keys(), line, column, anchorLine, anchorColumn, isFocused()),
                colours);
        List<GridColumn> waiting =
                seen().filter(c -> c.isNumbers() && c.spread().isEmpty()).toList();
        if (!waiting.isEmpty()) {
            unmeasured.accept(waiting);
        }
    }

    private Stream<GridColumn> seen() {
        GridGeometry at = geometry().within();
        int pinned = model.pinned().size();
        return Stream.concat(
                model.pinned().stream(),
                IntStream.range(pinned + at.firstScrolled(), model.all().size())
                        .mapToObj(at::placed)
                        .takeWhile(p -> p.x() < at.width())
                        .map(GridGeometry.Placed::column));
    }

    /** Where a cell is, in this view. */
    Bounds boundsOf(int at, int number) {
        GridGeometry g = geometry();
        GridGeometry.Placed placed = g.placed(number);
        return new BoundingBox(placed.x(), g.yOf(at), placed.width(), GridGeometry.ROW);
    }

    void toggleAll() {
        boolean all = selection.keys().size() >= model.shown().rows().length
                && !selection.keys().isEmpty();
        if (all) {
            selection.clear();
        } else {
            selection.select(model.keysBetween(0, model.lines().size() - 1));
        }
    }

    /** Moves the cursor; the block begins anew unless it is to grow. */
    void moveTo(int toLine, int toColumn, boolean grow) {
        if (model.lines().isEmpty() || model.all().isEmpty()) {
            return;
        }
        line = Math.clamp(toLine, 0, model.lines().size() - 1);
        column = Math.clamp(toColumn, 0, model.all().size() - 1);
        if (!grow || anchorLine < 0) {
            anchorLine = line;
            anchorColumn = column;
        }
        GridGeometry at = geometry().showing(line, column);
        scrollTo(at.scrollX(), at.scrollY());
        setAccessibleText(spoken());
    }

    private String spoken() {
        OptionalInt row = model.row(line);
        if (row.isEmpty()) {
            return "group";
        }
        GridColumn c = model.all().get(column);
        String text = c.column().text(row.getAsInt());
        return model.name(row.getAsInt()) + ", " + c.descriptor().name() + ": " + (text.isEmpty() ? "missing" : text);
    }

    /** Opens a field over the cell with the cursor; {@code begin} replaces what the cell holds. */
    void beginTyping(String begin) {
        typing.begin(begin);
    }

    /** Asks for the menu of the cell with the cursor. */
    void menu() {
        if (line >= 0 && column < model.all().size()) {
            Bounds cell = localToScreen(boundsOf(line, column));
            actions.lineMenu(line, Optional.of(model.all().get(column)), cell.getMinX() + 8, cell.getMaxY());
        }
    }

    /** Hands over texts for cells by row key and column. */
    void type(Map<String, Map<String, String>> texts) {
        Map<String, Map<String, String>> some = new LinkedHashMap<>(texts);
        some.values().removeIf(Map::isEmpty);
        if (!some.isEmpty()) {
            actions.type(some);
        }
    }
}
