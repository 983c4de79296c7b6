package org.ionscape.app.viewer;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import org.ionscape.app.viewer.scene.Camera;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.crystal.Cell;
import org.ionscape.figure.Fonts;

/** The small tripod of cell directions in the lower left corner. */
final class CellAxes {
    private static final double LENGTH = 30;
    private static final double MARGIN = 54;
    private static final String[] NAMES = {"a", "b", "c"};
    private static final Color[] LIGHT = {Color.web("#cf222e"), Color.web("#1a7f37"), Color.web("#0969da")};
    private static final Color[] DARK = {Color.web("#f85149"), Color.web("#3fb950"), Color.web("#2f81f7")};
    private static final Font LABEL = Font.font(Fonts.FAMILY, FontWeight.SEMI_BOLD, FontPosture.ITALIC, 12);

    private CellAxes() {}

    static void draw(GraphicsContext g, Camera camera, Cell cell, Palette palette, double height) {
        Color[] inks = palette.equals(Palette.DARK) ? DARK : LIGHT;
        double[] direction = new double[3];
        g.setLineWidth(2);
        g.setFont(LABEL);
        for (int v = 0; v < 3; v++) {
            double length = cell.lengthA(v);
            double[] unit = {cell.get(v, 0) / length, cell.get(v, 1) / length, cell.get(v, 2) / length};
            camera.direction(unit, direction);
            double x = MARGIN + LENGTH * direction[0];
            double y = height - MARGIN + LENGTH * direction[1];
            g.setStroke(inks[v]);
            g.setFill(inks[v]);
            g.strokeLine(MARGIN, height - MARGIN, x, y);
            g.fillText(NAMES[v], x + 7 * direction[0] - 3, y + 9 * direction[1] + 4);
        }
    }
}
