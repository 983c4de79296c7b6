package org.ionscape.app.parts;

import java.awt.image.BufferedImage;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ionscape.app.Workbench;

/** The figure as it will be written, between rulers in mm. */
final class ExportPreview extends Pane {
    private static final double RULER = 26;
    private static final double MARGIN = 8;
    private static final double PRINT_DPI = 96;

    /** How large the figure is shown. */
    enum Zoom {
        FIT("Fit"),
        PRINT("Print size");

        private final String label;

        Zoom(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final ExportModel model;
    private final Workbench workbench;
    private final ImageView view = new ImageView();
    private final Canvas rulers = new Canvas();
    private ColourVision vision = ColourVision.NORMAL;
    private Zoom zoom = Zoom.FIT;
    private Optional<BufferedImage> picture = Optional.empty();

    ExportPreview(ExportModel model, Workbench workbench) {
        this.model = model;
        this.workbench = workbench;
        setId("export-preview");
        getStyleClass().add("export-preview");
        getChildren().addAll(rulers, view);
        for (javafx.beans.Observable look : model.looks()) {
            look.addListener(o -> draw());
        }
        widthProperty().addListener(o -> draw());
        heightProperty().addListener(o -> draw());
    }

    void see(ColourVision as) {
        vision = as;
        showPicture();
    }

    void zoom(Zoom to) {
        zoom = to;
        draw();
    }

    /** Pixels of the window per mm of the figure. */
    private double scale() {
        double fit = Math.min(
                (getWidth() - RULER - MARGIN) / model.widthMm.get(),
                (getHeight() - RULER - MARGIN) / model.heightMm.get());
        return zoom == Zoom.FIT ? fit : Math.min(fit, PRINT_DPI / 25.4);
    }

    private void draw() {
        double scale = scale();
        if (!(scale > 0.1)) {
            return;
        }
        model.picture(25.4 * scale * pixelScale())
                .whenDone()
                .thenAccept(image -> workbench.window().execute(() -> {
                    picture = Optional.of(image);
                    showPicture();
                }));
    }

    private double pixelScale() {
        return getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }

    private void showPicture() {
        picture.ifPresent(image -> {
            double scale = scale();
            view.setImage(toFx(image, vision));
            view.setFitWidth(scale * model.widthMm.get());
            view.setFitHeight(scale * model.heightMm.get());
            double left = Math.floor(Math.max(RULER, (getWidth() - scale * model.widthMm.get() + RULER - MARGIN) / 2));
            view.relocate(left, RULER);
            rule(scale, left);
        });
    }

    /** A picture for the window. */
    static WritableImage toFx(BufferedImage image, ColourVision vision) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i > 0 && pixels[i] == pixels[i - 1] && vision == ColourVision.NORMAL
                    ? pixels[i]
                    : vision.seen(pixels[i]);
        }
        WritableImage out = new WritableImage(w, h);
        out.getPixelWriter().setPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        return out;
    }

    private void rule(double scale, double left) {
        rulers.setWidth(getWidth());
        rulers.setHeight(getHeight());
        GraphicsContext g = rulers.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setStroke(Color.web("#8c959f"));
        g.setFill(Color.web("#8c959f"));
        g.setLineWidth(1);
        g.setFont(Font.font(org.ionscape.figure.Fonts.FAMILY, 10));
        int step = scale * 10 > 30 ? 10 : scale * 20 > 30 ? 20 : 50;
        g.setTextAlign(TextAlignment.LEFT);
        for (int mm = 0; mm <= model.widthMm.get(); mm += 2) {
            double x = Math.floor(left + mm * scale) + 0.5;
            boolean labelled = mm % step == 0;
            if (labelled || 2 * scale > 4) {
                g.strokeLine(x, RULER - 2, x, RULER - (labelled ? 8 : 5));
            }
            if (labelled && mm % (2 * step) == 0) {
                g.fillText(String.valueOf(mm), x + 2, RULER - 10);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        for (int mm = 0; mm <= model.heightMm.get(); mm += 2) {
            double y = Math.floor(RULER + mm * scale) + 0.5;
            boolean labelled = mm % step == 0;
            if (labelled || 2 * scale > 4) {
                g.strokeLine(left - 2, y, left - (labelled ? 8 : 5), y);
            }
            if (labelled && mm % (2 * step) == 0) {
                g.fillText(String.valueOf(mm), left - 10, y + 4);
            }
        }
    }
}
