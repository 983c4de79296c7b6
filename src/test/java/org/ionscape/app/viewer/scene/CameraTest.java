package org.ionscape.app.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ionscape.crystal.Cell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraTest {
    private static final Cell CELL = new Cell(10, 0, 0, 2, 12, 0, 1, -1, 14);

    private final Camera camera = new Camera();
    private final double[] p = new double[4];
    private final double[] q = new double[4];

    @BeforeEach
    void look() {
        camera.resize(800, 600);
        camera.lookAt(CELL);
        camera.fit(CELL);
    }

    private double[] at(double a, double b, double c) {
        double[] s = {a, b, c};
        CELL.toCartesian(s, 0, s, 0);
        return s;
    }

    @Test
    void allCornersOfAFittedCellLieInThePicture() {
        for (int i = 0; i < 8; i++) {
            camera.project(at(i & 1, (i >> 1) & 1, i >> 2), 0, p);
            assertThat(p[0]).isBetween(0.0, 800.0);
            assertThat(p[1]).isBetween(0.0, 600.0);
        }
    }

    @Test
    void lookingAlongALatticeVectorPutsItsEndsBehindEachOther() {
        for (int v = 0; v < 3; v++) {
            camera.lookAlong(CELL, v);
            double[] direction = new double[3];
            camera.direction(new double[] {CELL.get(v, 0), CELL.get(v, 1), CELL.get(v, 2)}, direction);
            assertThat(direction[0]).isCloseTo(0, within(1e-9));
            assertThat(direction[1]).isCloseTo(0, within(1e-9));
            assertThat(direction[2]).isCloseTo(CELL.lengthA(v), within(1e-9));
        }
    }

    @Test
    void cStandsUprightWhenAPictureBegins() {
        camera.lookFreely();
        double[] direction = new double[3];
        camera.direction(new double[] {0, 0, 1}, direction);
        assertThat(direction[0]).isCloseTo(0, within(1e-12));
        assertThat(direction[1]).isNegative();
    }

    @Test
    void whatIsNearerTheEyeIsDrawnLarger() {
        camera.lookAlong(CELL, 2);
        camera.project(at(0.5, 0.5, 0), 0, p);
        camera.project(at(0.5, 0.5, 1), 0, q);
        assertThat(q[2]).isGreaterThan(p[2]);
        assertThat(q[3]).isGreaterThan(p[3]);
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        double[] there = at(0.5, 0.5, 0.5);
        camera.project(there, 0, p);
        camera.zoom(1.7, p[0], p[1]);
        camera.project(there, 0, q);
        assertThat(q[0]).isCloseTo(p[0], within(1e-9));
        assertThat(q[1]).isCloseTo(p[1], within(1e-9));
        assertThat(q[3]).isCloseTo(1.7 * p[3], within(1e-9));
    }

    @Test
    void panningMovesEverythingByTheSame() {
        camera.project(at(0, 0, 0), 0, p);
        camera.pan(15, -7);
        camera.project(at(0, 0, 0), 0, q);
        assertThat(q[0] - p[0]).isCloseTo(15, within(1e-9));
        assertThat(q[1] - p[1]).isCloseTo(-7, within(1e-9));
    }

    @Test
    void draggingToTheRightBringsTheNearSideToTheRight() {
        double[] near = {0, 0, 0};
        camera.lookAlong(new Cell(10, 0, 0, 0, 10, 0, 0, 0, 10), 0);
        camera.lookAt(new Cell(10, 0, 0, 0, 10, 0, 0, 0, 10));
        near[0] = 10;
        near[1] = 5;
        near[2] = 5;
        camera.project(near, 0, p);
        camera.drag(30, 0);
        camera.project(near, 0, q);
        assertThat(q[0]).isGreaterThan(p[0]);
    }
}
