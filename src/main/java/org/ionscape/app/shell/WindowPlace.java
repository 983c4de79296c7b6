package org.ionscape.app.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stood when it was closed, and how large; kept as it is moved, so that a crash does not forget it. */
final class WindowPlace {
    private static final String X = "window.x";
    private static final String Y = "window.y";
    private static final String WIDTH = "window.width";
    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Preferences preferences;

    WindowPlace(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /** The scene of the window, as large as it was; the window goes where it was, if that is on a screen still. */
    Scene sceneOf(Parent root) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                root,
                Math.min(preferences.number(WIDTH, 1600), screen.getWidth()),
                Math.min(preferences.number(HEIGHT, 1000), screen.getHeight()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        double x = preferences.number(X, Double.NaN);
        double y = preferences.number(Y, Double.NaN);
        if (!Screen.getScreensForRectangle(x, y, LEAST_WIDTH / 2, LEAST_HEIGHT / 2)
                .isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(Boolean.parseBoolean(preferences.get(MAXIMIZED).orElse("false")));
        stage.maximizedProperty().addListener((o, old, now) -> preferences.put(MAXIMIZED, String.valueOf(now)));
        keep(scene.widthProperty(), WIDTH);
        keep(scene.heightProperty(), HEIGHT);
        keep(stage.xProperty(), X);
        keep(stage.yProperty(), Y);
        return scene;
    }

    /** A window that is dragged changes with every pulse: what it comes to is kept when it rests. */
    private void keep(javafx.beans.value.ObservableDoubleValue value, String key) {
        javafx.animation.PauseTransition rest = new javafx.animation.PauseTransition(javafx.util.Duration.millis(500));
        rest.setOnFinished(e -> {
            if (!stage.isMaximized() && !Double.isNaN(value.get())) {
                preferences.put(key, String.valueOf(Math.round(value.get())));
            }
        });
        value.addListener((o, old, now) -> rest.playFromStart());
    }
}
