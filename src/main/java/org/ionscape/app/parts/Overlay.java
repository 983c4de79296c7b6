package org.ionscape.app.parts;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A dialog that lies over the window it was called from, with a head, and the rest of the window dimmed behind it. Escape
 * and its cross close it; the window's keyboard focus returns to where it was.
 */
public class Overlay extends VBox {
    private static final double EDGE = 24;

    private final StackPane veil = new StackPane(this);
    private final double width;
    private final double height;

    /**
     * A dialog, not yet shown.
     *
     * @param title what it is for
     * @param about beside the title, muted
     * @param width it takes where there is room, pixels
     * @param height likewise
     */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made; none overrides that
    protected Overlay(String title, Region about, double width, double height) {
        this.width = width;
        this.height = height;
        veil.getStyleClass().add("overlay-veil");
        getStyleClass().add("overlay");
        Label name = new Label(title);
        name.getStyleClass().add("overlay-title");
        name.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("muted");
        about.setMaxHeight(USE_PREF_SIZE);
        HBox head = new HBox(name, about, Controls.spring(), Controls.icon(Feather.X, "Close", this::close));
        head.getStyleClass().add("overlay-head");
        getChildren().add(head);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /** Lays it over the window that a node stands in. */
    public final void openOver(Node from, Node focused) {
        StackPane root = rootOf(from.getScene());
        maxWidthProperty().bind(root.widthProperty().subtract(2 * EDGE).map(w -> Math.min(width, w.doubleValue())));
        maxHeightProperty().bind(root.heightProperty().subtract(2 * EDGE).map(h -> Math.min(height, h.doubleValue())));
        Node before = from.getScene().getFocusOwner();
        veil.parentProperty().addListener((o, old, now) -> {
            if (now == null && before != null) {
                before.requestFocus();
            }
        });
        root.getChildren().add(veil);
        focused.requestFocus();
    }

    private static StackPane rootOf(Scene scene) {
        Parent root = scene.getRoot();
        if (root instanceof StackPane stack) {
            return stack;
        }
        StackPane stack = new StackPane();
        scene.setRoot(stack);
        stack.getChildren().add(root);
        return stack;
    }

    /** A bar of buttons at the foot; those after the first spring stand at the right. */
    protected static HBox foot(Node... content) {
        HBox foot = new HBox(content);
        foot.getStyleClass().add("overlay-foot");
        for (Node node : content) {
            if (node instanceof Button button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        return foot;
    }

    /** Takes it away. */
    protected final void close() {
        if (veil.getParent() instanceof StackPane root) {
            root.getChildren().remove(veil);
        }
    }
}
