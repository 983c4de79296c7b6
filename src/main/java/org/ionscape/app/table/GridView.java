package org.ionscape.app.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ionscape.app.Theme;
import org.ionscape.app.sheet.RowSelection;
import org.ionscape.app.table.GridGeometry.Hit;

/**
 * The grid: a canvas, two scroll bars and, while a cell is typed into, a field over it. It draws at most once a pulse and
 * only what is seen.
 */
final class GridView extends Region {
    private static final double BAR = 12;

    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final TextField field = new TextField();
    private final GridPainter painter = new GridPainter();
    private final RowSelection selection;
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
    private int rangeFrom = -1;
    private Consumer<GridColumn> onHead = c -> {};
    private BiConsumer<GridColumn, MouseEvent> onHeadMenu = (c, e) -> {};
    private BiConsumer<Integer, GridColumn> onHover = (r, c) -> {};
    private Consumer<Integer> onOpen = r -> {};
    private Consumer<Map<String, Map<String, String>>> onType = t -> {};

    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    GridView(RowSelection selection, GridModel model, TableLook look) {
        this.selection = selection;
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
        field.setVisible(false);
        field.setManaged(false);
        field.getStyleClass().add("grid-field");
        getChildren().addAll(canvas, across, down, field);
        across.valueProperty().addListener((o, a, now) -> scrollTo(now.doubleValue(), scrollY));
        down.valueProperty().addListener((o, a, now) -> scrollTo(scrollX, now.doubleValue()));
        selection.keysProperty().addListener((o, a, now) -> redraw());
        focusedProperty().addListener((o, a, now) -> redraw());
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(e -> onHover.accept(-1, null));
        canvas.setOnScroll(this::scrolled);
        field.setOnAction(e -> endTyping());
        field.focusedProperty().addListener((o, a, now) -> {
            if (!now && field.isVisible()) {
                endTyping();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
                field.setVisible(false);
                requestFocus();
                e.consume();
            }
        });
        new GridKeys(this).listen();
    }

    void onHead(Consumer<GridColumn> action, BiConsumer<GridColumn, MouseEvent> menu) {
        onHead = action;
        onHeadMenu = menu;
    }

    /** Told the row and column under the pointer; row −1 when there is none. */
    void onHover(BiConsumer<Integer, GridColumn> action) {
        onHover = action;
    }

    /** Told the row that was double-clicked. */
    void onOpen(Consumer<Integer> action) {
        onOpen = action;
    }

    /** Told what was typed, pasted or deleted. */
    void onType(Consumer<Map<String, Map<String, String>>> action) {
        onType = action;
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

    private GridGeometry geometry() {
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
    }

    /** Where a cell is, in this view. */
    Bounds boundsOf(int at, int number) {
        GridGeometry g = geometry();
        GridGeometry.Placed placed = g.placed(number);
        return new BoundingBox(placed.x(), g.yOf(at), placed.width(), GridGeometry.ROW);
    }

    // --- mouse

    private void pressed(MouseEvent event) {
        requestFocus();
        boolean menu = event.getButton() == MouseButton.SECONDARY;
        switch (geometry().at(event.getX(), event.getY())) {
            case Hit.CheckAll all -> toggleAll();
            case Hit.Check check -> model.row(check.line()).ifPresent(r -> selection.toggle(model.key(r)));
            case Hit.Head head when menu -> onHeadMenu.accept(head.column(), event);
            case Hit.Head head -> onHead.accept(head.column());
            case Hit.Name name -> {
                moveTo(name.line(), column, event.isShiftDown());
                rows(name.line(), event);
            }
            case Hit.Cell cell -> {
                moveTo(cell.line(), cell.column(), event.isShiftDown());
                rows(cell.line(), event);
            }
            case Hit.GroupHead head -> {
                // the rows below it, down to the next head
                int last = head.line();
                while (model.row(last + 1).isPresent()) {
                    last++;
                }
                selection.select(model.keysBetween(head.line(), last));
            }
            case Hit.Nothing nothing -> {}
        }
    }

    private void rows(int at, MouseEvent event) {
        OptionalInt row = model.row(at);
        if (row.isEmpty()) {
            return;
        }
        if (event.isShiftDown() && rangeFrom >= 0) {
            selection.select(model.keysBetween(rangeFrom, at));
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            onOpen.accept(row.getAsInt());
        } else if (event.isShortcutDown()) {
            selection.toggle(model.key(row.getAsInt()));
            rangeFrom = at;
        } else {
            selection.select(java.util.List.of(model.key(row.getAsInt())));
            rangeFrom = at;
        }
    }

    private void dragged(MouseEvent event) {
        switch (geometry().at(event.getX(), event.getY())) {
            case Hit.Cell cell -> {
                moveTo(cell.line(), cell.column(), true);
                if (rangeFrom >= 0) {
                    selection.select(model.keysBetween(rangeFrom, cell.line()));
                }
            }
            case Hit.Name name when rangeFrom >= 0 -> selection.select(model.keysBetween(rangeFrom, name.line()));
            default -> {}
        }
    }

    private void moved(MouseEvent event) {
        if (geometry().at(event.getX(), event.getY()) instanceof Hit.Cell cell) {
            onHover.accept(cell.line(), model.all().get(cell.column()));
        } else {
            onHover.accept(-1, null);
        }
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

    // --- typing

    /** Opens the field over the cell with the cursor; {@code begin} replaces what the cell holds. */
    void beginTyping(String begin) {
        OptionalInt row = model.row(line);
        if (row.isEmpty() || column < 0 || column >= model.all().size()) {
            return;
        }
        Bounds b = boundsOf(line, column);
        field.resizeRelocate(b.getMinX(), b.getMinY(), Math.max(96, b.getWidth()), b.getHeight());
        field.setText(begin.isEmpty() ? model.all().get(column).column().text(row.getAsInt()) : begin);
        field.setVisible(true);
        field.requestFocus();
        field.positionCaret(field.getText().length());
        if (begin.isEmpty()) {
            field.selectAll();
        }
    }

    private void endTyping() {
        field.setVisible(false);
        OptionalInt row = model.row(line);
        if (row.isPresent()) {
            GridColumn c = model.all().get(column);
            if (!field.getText().strip().equals(c.column().text(row.getAsInt()))) {
                type(Map.of(
                        model.key(row.getAsInt()),
                        Map.of(c.key(), field.getText().strip())));
            }
        }
        requestFocus();
    }

    /** Hands over texts for cells by row key and column. */
    void type(Map<String, Map<String, String>> texts) {
        Map<String, Map<String, String>> some = new LinkedHashMap<>(texts);
        some.values().removeIf(Map::isEmpty);
        if (!some.isEmpty()) {
            onType.accept(some);
        }
    }
}
