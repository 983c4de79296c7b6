package org.ionscape.app.viewer.scene;

import org.ionscape.crystal.Cell;

/**
 * A turntable camera: it looks at a centre from a direction given by two angles, with z up. Positions in Å become
 * pixels from the top left corner, and a depth in Å that grows towards the viewer. The perspective is mild: the eye is
 * {@value #EYE_RADII} scene radii away.
 */
public final class Camera {
    private static final double EYE_RADII = 4.5;
    private static final double FREE_YAW = Math.toRadians(-52);
    private static final double FREE_PITCH = Math.toRadians(20);
    private static final double FILL = 0.92;

    private final double[] centreA = new double[3];
    private final double[] axes = new double[9];
    private double radiusA = 1;
    private double yaw = FREE_YAW;
    private double pitch = FREE_PITCH;
    private double zoomPxPerA = 1;
    private double panX;
    private double panY;
    private double width = 1;
    private double height = 1;

    public Camera() {
        turn();
    }

    /** Looks at a cell: its centre becomes the centre, its half diagonal the scene's radius. */
    public void lookAt(Cell cell) {
        double[] middle = {0.5, 0.5, 0.5};
        cell.toCartesian(middle, 0, centreA, 0);
        double[] corner = new double[3];
        double most = 0;
        for (int i = 0; i < 8; i++) {
            double[] s = {i & 1, (i >> 1) & 1, (i >> 2) & 1};
            cell.toCartesian(s, 0, corner, 0);
            most = Math.max(
                    most,
                    Math.hypot(Math.hypot(corner[0] - centreA[0], corner[1] - centreA[1]), corner[2] - centreA[2]));
        }
        radiusA = most;
    }

    /** The size of the picture in pixels. */
    public void resize(double widthPx, double heightPx) {
        width = widthPx;
        height = heightPx;
    }

    /** Brings the whole of a cell into the picture as seen from the present direction. */
    public void fit(Cell cell) {
        panX = 0;
        panY = 0;
        zoomPxPerA = 1;
        double minX = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        double[] at = new double[4];
        for (int i = 0; i < 8; i++) {
            double[] s = {i & 1, (i >> 1) & 1, (i >> 2) & 1};
            cell.toCartesian(s, 0, s, 0);
            project(s, 0, at);
            minX = Math.min(minX, at[0]);
            maxX = Math.max(maxX, at[0]);
            minY = Math.min(minY, at[1]);
            maxY = Math.max(maxY, at[1]);
        }
        zoomPxPerA = FILL * Math.min(width / (maxX - minX), height / (maxY - minY));
        panX = -zoomPxPerA * ((minX + maxX) / 2 - width / 2);
        panY = -zoomPxPerA * ((minY + maxY) / 2 - height / 2);
    }

    /** Turns by a drag of so many pixels: a drag across the picture is half a turn. */
    public void drag(double dxPx, double dyPx) {
        double perPx = Math.PI / Math.max(200, Math.min(width, height));
        yaw -= dxPx * perPx;
        pitch = Math.clamp(pitch + dyPx * perPx, -Math.PI / 2, Math.PI / 2);
        turn();
    }

    public void pan(double dxPx, double dyPx) {
        panX += dxPx;
        panY += dyPx;
    }

    /** Magnifies about a point of the picture, which stays where it is. */
    public void zoom(double factor, double aboutX, double aboutY) {
        double bounded = Math.clamp(factor * zoomPxPerA, 0.5, 2000) / zoomPxPerA;
        panX = aboutX - width / 2 - bounded * (aboutX - width / 2 - panX);
        panY = aboutY - height / 2 - bounded * (aboutY - height / 2 - panY);
        zoomPxPerA *= bounded;
    }

    /** Looks along lattice vector 0..2, from its tip to the origin. */
    public void lookAlong(Cell cell, int vector) {
        double x = cell.get(vector, 0);
        double y = cell.get(vector, 1);
        double z = cell.get(vector, 2);
        double flat = Math.hypot(x, y);
        pitch = Math.atan2(z, flat);
        yaw = flat < 1e-6 * Math.abs(z) ? -Math.PI / 2 : Math.atan2(y, x);
        turn();
    }

    /** The direction a picture begins with: c up, a to the right and towards the viewer. */
    public void lookFreely() {
        yaw = FREE_YAW;
        pitch = FREE_PITCH;
        turn();
    }

    /** The direction it looks from: yaw and pitch in radians. */
    public double[] direction() {
        return new double[] {yaw, pitch};
    }

    /** Looks from a direction as {@link #direction()} gave it. */
    public void lookFrom(double yawRad, double pitchRad) {
        yaw = yawRad;
        pitch = Math.clamp(pitchRad, -Math.PI / 2, Math.PI / 2);
        turn();
    }

    /**
     * Projects a position in Å (three numbers from {@code from}).
     *
     * @param out receives x and y in pixels, the depth in Å towards the viewer, and pixels per Å there
     */
    public void project(double[] positionsA, int from, double[] out) {
        double x = positionsA[from] - centreA[0];
        double y = positionsA[from + 1] - centreA[1];
        double z = positionsA[from + 2] - centreA[2];
        double depth = axes[6] * x + axes[7] * y + axes[8] * z;
        double eye = EYE_RADII * radiusA;
        double scale = zoomPxPerA * eye / Math.max(0.1 * eye, eye - depth);
        out[0] = width / 2 + panX + scale * (axes[0] * x + axes[1] * y + axes[2] * z);
        out[1] = height / 2 + panY - scale * (axes[3] * x + axes[4] * y + axes[5] * z);
        out[2] = depth;
        out[3] = scale;
    }

    /** Where a direction in Å points on screen: x to the right, y down, and towards the viewer; not magnified. */
    public void direction(double[] vectorA, double[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = axes[3 * k] * vectorA[0] + axes[3 * k + 1] * vectorA[1] + axes[3 * k + 2] * vectorA[2];
        }
        out[1] = -out[1];
    }

    /** Share of a depth between the far end (0) and the near end (1) of the scene. */
    public double nearness(double depthA) {
        return Math.clamp((depthA + radiusA) / (2 * radiusA), 0, 1);
    }

    /** Pixels per Å at a share of depth as {@link #nearness} gives it. */
    public double scaleAt(double nearness) {
        double depth = (2 * nearness - 1) * radiusA;
        return zoomPxPerA * EYE_RADII * radiusA / (EYE_RADII * radiusA - depth);
    }

    /** Pixels per Å in the plane of the centre. */
    public double zoomPxPerA() {
        return zoomPxPerA;
    }

    private void turn() {
        double cosY = Math.cos(yaw);
        double sinY = Math.sin(yaw);
        double cosP = Math.cos(pitch);
        double sinP = Math.sin(pitch);
        axes[0] = -sinY;
        axes[1] = cosY;
        axes[2] = 0;
        axes[3] = -sinP * cosY;
        axes[4] = -sinP * sinY;
        axes[5] = cosP;
        axes[6] = cosP * cosY;
        axes[7] = cosP * sinY;
        axes[8] = sinP;
    }
}
