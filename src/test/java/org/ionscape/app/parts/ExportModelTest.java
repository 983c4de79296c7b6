package org.ionscape.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.FigureExport;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.junit.jupiter.api.Test;

class ExportModelTest {
    private static final Drawing EMPTY = new Drawing() {
        @Override
        public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
            // an empty sheet
        }

        @Override
        public String csv() {
            return "";
        }
    };

    private static ExportModel asked(Workbench workbench, Optional<FigureExport.Options> size) {
        ExportRequest.Panel panel = new ExportRequest.Panel("Matrices", EMPTY, "");
        return new ExportModel(new ExportRequest("Matrices", "matrices", List.of(panel), size), workbench);
    }

    @Test
    void aFigureWithASizeOfItsOwnTakesNotThatOfTheFigureBefore() {
        try (Workbench workbench = new Workbench(new ComputeService(1), new RunEngine(), Runnable::run)) {
            workbench.setPreferences(
                    key -> Optional.ofNullable(Map.of("export.width", "120").get(key)));
            assertThat(asked(workbench, Optional.empty()).widthMm.get()).isEqualTo(120);
            ExportModel matrices = asked(workbench, Optional.of(FigureExport.Options.ofColumns(2, 0.96)));
            assertThat(matrices.widthMm.get()).isEqualTo(174);
            assertThat(matrices.heightMm.get()).isEqualTo(174 * 0.96);
        }
    }
}
