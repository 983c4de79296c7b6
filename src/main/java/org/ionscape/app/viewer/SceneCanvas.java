package org.ionscape.app.viewer;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.ionscape.app.viewer.scene.Camera;
import org.ionscape.app.viewer.scene.Cloud;
import org.ionscape.app.viewer.scene.DiscShading;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.Rgb;
import org.ionscape.app.viewer.scene.Scene;
import org.ionscape.app.viewer.scene.Stage;

/**
 * Draws a {@link Stage} on a canvas. Discs are pictures painted once for each species and depth step and again only
 * when the magnification changes. The picture is drawn at most once a pulse, and only when something asked for it.
 *
 * <p>Measured with {@code ViewerPreview … play} in software rendering, 790 × 730 pixels, two cores busy with other work:
 * 10 to 13 ms a picture for 416 atoms with bonds, cell and the trails of 192 ions; 7 ms for 128 atoms with 48 trails.
 */
final class SceneCanvas extends Region {
    private static final double FADE = 0.6;

    private final Canvas canvas = new Canvas();
    private final Camera camera = new Camera();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            draw();
        }
    };
    private final double[] trailX = new double[Scene.mostCorners()];
    private final double[] trailY = new double[Scene.mostCorners()];
    private Optional<Stage> stage = Optional.empty();
    private Palette palette = Palette.LIGHT;
    private Image[][] sprites = new Image[0][0];
    private Image[][] puffs = new Image[0][0];
    private double puffA;
    private Color[][][] inks = new Color[0][0][0];
    private Color[] cellInk = new Color[0];
    private double spriteZoom;
    private int picked = -1;
    private boolean fitted;
    private Runnable onDrawn = () -> {};

    SceneCanvas() {
        getStyleClass().add("scene-canvas");
        getChildren().add(canvas);
        setMinSize(120, 120);
    }

    Camera camera() {
        return camera;
    }

    /** Called after each drawing, on the window's thread. */
    void onDrawn(Runnable action) {
        onDrawn = action;
    }

    /** Shows a stage; the view stays as it was turned when {@code how} says so. */
    void show(Stage next, View how) {
        stage = Optional.of(next);
        picked = how == View.KEPT ? picked : -1;
        camera.lookAt(next.trajectory().cell(0));
        fitted = fitted && how == View.KEPT;
        recolour();
        redraw();
    }

    /** Whether showing another stage keeps how the picture was turned and magnified. */
    enum View {
        KEPT,
        FITTED
    }

    void clear() {
        stage = Optional.empty();
        picked = -1;
        redraw();
    }

    void palette(Palette next) {
        palette = next;
        recolour();
        redraw();
    }

    void pick(int atom) {
        picked = atom;
        redraw();
    }

    void fit() {
        stage.ifPresent(s -> camera.fit(s.cell()));
        redraw();
    }

    /** Asks for a drawing at the next pulse. */
    void redraw() {
        pulse.start();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            boolean refit = fitted && canvas.getWidth() > 0;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            camera.resize(getWidth(), getHeight());
            fitted = fitted && !refit;
            redraw();
        }
    }

    private void recolour() {
        spriteZoom = 0;
        stage.ifPresent(s -> {
            Scene scene = s.scene();
            int species = scene.atoms().species().size();
            inks = new Color[species][Scene.AGE_STEPS + 1][Scene.DEPTH_STEPS];
            cellInk = new Color[Scene.DEPTH_STEPS];
            for (int d = 0; d < Scene.DEPTH_STEPS; d++) {
                cellInk[d] = color(faded(palette.line(), d));
                for (int i = 0; i < species; i++) {
                    for (int a = 0; a <= Scene.AGE_STEPS; a++) {
                        int rgb = a == 0 ? Rgb.mix(colourOf(scene, i), 0, 0.12) : colourOf(scene, i);
                        double aged = a == 0 ? 0 : 0.15 + 0.7 * (a - 1) / Scene.AGE_STEPS;
                        inks[i][a][d] = color(Rgb.mix(faded(rgb, d), palette.background(), aged));
                    }
                }
            }
        });
    }

    /** The colour of a species in the picture: violet when it moves. */
    int colourOf(Scene scene, int species) {
        for (int i = 0; i < scene.atoms().count(); i++) {
            if (scene.atoms().speciesIndex(i) == species) {
                return scene.isMobile(i)
                        ? palette.mobile()
                        : Palette.ofSpecies(scene.atoms().speciesOf(i));
            }
        }
        return palette.line();
    }

    private int faded(int rgb, int depthStep) {
        double far = 1 - (depthStep + 0.5) / Scene.DEPTH_STEPS;
        return Rgb.mix(rgb, palette.background(), FADE * far);
    }

    static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private void paintSprites(Scene scene) {
        int species = scene.atoms().species().size();
        double scale = pixelScale();
        sprites = new Image[species][Scene.DEPTH_STEPS];
        for (int i = 0; i < species; i++) {
            int rgb = colourOf(scene, i);
            for (int d = 0; d < Scene.DEPTH_STEPS; d++) {
                double radius = scale * scene.radiusA(i) * camera.scaleAt((d + 0.5) / Scene.DEPTH_STEPS);
                sprites[i][d] = disc(Math.clamp(radius, 1, 160), faded(rgb, d));
            }
        }
        spriteZoom = camera.zoomPxPerA();
    }

    /** Soft spots for the steps of density: thin where it is thin. */
    private void paintPuffs(Cloud cloud) {
        double scale = pixelScale();
        puffs = new Image[Cloud.LEVELS][Scene.DEPTH_STEPS];
        for (int level = 0; level < Cloud.LEVELS; level++) {
            double opacity = 0.07 + 0.55 * Math.pow((level + 1.0) / Cloud.LEVELS, 2);
            for (int d = 0; d < Scene.DEPTH_STEPS; d++) {
                double radius = scale * cloud.radiusA() * camera.scaleAt((d + 0.5) / Scene.DEPTH_STEPS);
                puffs[level][d] = image(
                        DiscShading.puff(size(Math.clamp(radius, 1.5, 120)), faded(palette.mobile(), d), opacity));
            }
        }
        puffA = cloud.radiusA();
    }

    private double pixelScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
    }

    /** A ball as a picture. */
    static Image disc(double radiusPx, int rgb) {
        int size = size(radiusPx);
        return image(DiscShading.paint(size, radiusPx, rgb));
    }

    private static int size(double radiusPx) {
        return 2 * (int) Math.ceil(radiusPx + 1);
    }

    private static Image image(int[] squareArgb) {
        int size = (int) Math.sqrt(squareArgb.length);
        java.nio.IntBuffer pixels = java.nio.IntBuffer.wrap(squareArgb);
        return new WritableImage(new PixelBuffer<>(size, size, pixels, PixelFormat.getIntArgbPreInstance()));
    }

    private void draw() {
        pulse.stop();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(color(palette.background()));
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (stage.isEmpty() || canvas.getWidth() < 1) {
            return;
        }
        Stage shown = stage.get();
        if (!fitted) {
            camera.resize(canvas.getWidth(), canvas.getHeight());
            camera.fit(shown.cell());
            fitted = true;
        }
        if (spriteZoom != camera.zoomPxPerA()) {
            paintSprites(shown.scene());
            puffA = 0;
        }
        shown.cloud().filter(c -> c.radiusA() != puffA).ifPresent(this::paintPuffs);
        shown.build(camera);
        drawItems(g, shown.scene());
        drawPicked(g, shown.scene());
        CellAxes.draw(g, camera, shown.cell(), palette, canvas.getHeight());
        onDrawn.run();
    }

    private void drawItems(GraphicsContext g, Scene scene) {
        double scale = pixelScale();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (int rank = 0; rank < scene.count(); rank++) {
            int item = scene.item(rank);
            int depth = scene.depthStep(item);
            if (scene.atom(item) >= 0) {
                drawSprite(g, scene, item, sprites[scene.ramp(item)][depth], scale);
            } else if (scene.ramp(item) == Scene.CLOUD_RAMP) {
                drawSprite(g, scene, item, puffs[scene.age(item)][depth], scale);
            } else {
                drawLine(g, scene, item, depth);
            }
        }
    }

    private static void drawSprite(GraphicsContext g, Scene scene, int item, Image sprite, double scale) {
        double size = sprite.getWidth() / scale;
        g.drawImage(sprite, scene.x(item) - size / 2, scene.y(item) - size / 2, size, size);
    }

    private void drawLine(GraphicsContext g, Scene scene, int item, int depth) {
        boolean edge = scene.ramp(item) == Scene.CELL_RAMP;
        g.setStroke(edge ? cellInk[depth] : inks[scene.ramp(item)][scene.age(item)][depth]);
        g.setLineWidth(scene.widthPx(item));
        if (scene.age(item) > 0) {
            g.strokePolyline(trailX, trailY, scene.trail(item, trailX, trailY));
        } else {
            g.strokeLine(scene.x(item), scene.y(item), scene.endX(item), scene.endY(item));
        }
    }

    private void drawPicked(GraphicsContext g, Scene scene) {
        int item = scene.itemOfAtom(picked);
        if (item >= 0) {
            Image disc = sprites[scene.ramp(item)][scene.depthStep(item)];
            double size = disc.getWidth() / pixelScale();
            double radius = scene.radiusPx(item) + 3.5;
            g.drawImage(disc, scene.x(item) - size / 2, scene.y(item) - size / 2, size, size);
            g.setStroke(color(palette.accent()));
            g.setLineWidth(2);
            g.strokeOval(scene.x(item) - radius, scene.y(item) - radius, 2 * radius, 2 * radius);
        }
    }
}
