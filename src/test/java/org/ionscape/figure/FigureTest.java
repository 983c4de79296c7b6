package org.ionscape.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ionscape.compute.InputException;
import org.ionscape.transport.Arrhenius;
import org.ionscape.transport.ArrheniusPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
    @TempDir
    Path folder;

    private static Figure arrhenius() {
        List<ArrheniusPoint> points = List.of(
                new ArrheniusPoint(500, 6e-6, 1e-6, "a"),
                new ArrheniusPoint(700, 2e-5, 2e-6, "b"),
                new ArrheniusPoint(900, 4e-5, 3e-6, "c"));
        return ArrheniusFigure.of(points, Arrhenius.fit(points));
    }

    private static Figure line(double... y) {
        double[] x = new double[y.length];
        java.util.Arrays.setAll(x, i -> i);
        return new Figure(
                Figure.Axis.linear("*t* (ps)", "t [ps]"),
                Figure.Axis.linear("⟨ω_{30}⟩^{d} (meV)", "omega [meV]"),
                List.of(new Figure.Line("Li", Figure.Ink.MOBILE, x, y, Figure.Stroke.NORMAL)),
                List.of(),
                "nothing to show");
    }

    @Test
    void markupIsReadIntoLevelsAndSlants() {
        Markup markup = Markup.parse("*C*_{V} cm^{2}/s");
        assertThat(markup.plain()).isEqualTo("CV cm2/s");
        assertThat(markup.pieces())
                .containsExactly(
                        new Markup.Piece("C", Markup.Level.BASE, Markup.Slant.ITALIC),
                        new Markup.Piece("V", Markup.Level.SUB, Markup.Slant.UPRIGHT),
                        new Markup.Piece(" cm", Markup.Level.BASE, Markup.Slant.UPRIGHT),
                        new Markup.Piece("2", Markup.Level.SUPER, Markup.Slant.UPRIGHT),
                        new Markup.Piece("/s", Markup.Level.BASE, Markup.Slant.UPRIGHT));
        assertThat(Markup.parse("a_{b").plain()).isEqualTo("a_{b");
        assertThat(Markup.formula("Li10GeP2S12")).isEqualTo("Li_{10}GeP_{2}S_{12}");
    }

    @Test
    void anErrorDecidesHowManyDigitsArePrinted() {
        assertThat(Numbers.withError(4.12e-5, 3e-6)).isEqualTo("(4.1 ± 0.3) × 10^{−5}");
        assertThat(Numbers.withError(1.3320e-6, 4.8e-7)).isEqualTo("(1.3 ± 0.5) × 10^{−6}");
        assertThat(Numbers.withError(1.3320e-6, 1.2e-7)).isEqualTo("(1.33 ± 0.12) × 10^{−6}");
        assertThat(Numbers.scientific(9.996e-5)).isEqualTo("1.00 × 10^{−4}");
        assertThat(Numbers.scientific(Double.NaN)).isEqualTo("–");
    }

    @Test
    void ourFontsHaveTheCharactersOfTheField() {
        for (char c : "⟨ω⟩²⁻Å−±×·γθλτΔ√∞≤–".toCharArray()) {
            assertThat(Fonts.REGULAR.canDisplay(c)).as(String.valueOf(c)).isTrue();
        }
        var context = new java.awt.font.FontRenderContext(null, true, true);
        double one = Fonts.REGULAR.getStringBounds("1", context).getWidth();
        assertThat(Fonts.REGULAR.getStringBounds("8", context).getWidth()).isEqualTo(one);
    }

    @Test
    void dataAndPixelsMapBothWays() {
        PlotArea area = new PlotArea(
                new Rectangle2D.Double(40, 10, 300, 200),
                Figure.Scale.LINEAR,
                Figure.Scale.LOG,
                new Figure.Range(-2, 8),
                new Figure.Range(1e-8, 1e-4));
        assertThat(area.toX(-2)).isEqualTo(40);
        assertThat(area.toY(1e-8)).isEqualTo(210);
        assertThat(area.toY(1e-6)).isCloseTo(110, within(1e-9));
        assertThat(area.fromX(area.toX(3.3))).isCloseTo(3.3, within(1e-12));
        assertThat(area.fromY(area.toY(2e-7))).isCloseTo(2e-7, within(1e-18));
    }

    @Test
    void aPngHasTheSizeAndResolutionAsked() throws IOException {
        Path file = folder.resolve("a.png");
        FigureExport.write(arrhenius(), file, new FigureExport.Options(85, 60, 300, 8, 0.9));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1004);
        assertThat(image.getHeight()).isEqualTo(709);
        long dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            dark += (image.getRGB(x, 350) & 0xff) < 128 ? 1 : 0;
        }
        assertThat(dark).isPositive();
    }

    @Test
    void anSvgHoldsTextAsText() throws Exception {
        Path file = folder.resolve("a.svg");
        FigureExport.write(line(1, 2, 3), file, FigureExport.Options.ONE_COLUMN);
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("85.000mm");
        assertThat(document.getDocumentElement().getTextContent())
                .contains("⟨ω")
                .contains("30")
                .contains("Li");
        byte[] first = Files.readAllBytes(file);
        FigureExport.write(line(1, 2, 3), file, FigureExport.Options.ONE_COLUMN);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void aPdfHoldsTextAsTextInOurOwnEmbeddedFont() throws IOException {
        Path file = folder.resolve("a.pdf");
        FigureExport.write(arrhenius(), file, FigureExport.Options.ONE_COLUMN);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("eV").contains("1000/");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(240.94f, within(0.01f));
        }
    }

    @Test
    void theNumbersBehindAFigureComeBack() throws IOException {
        Path file = folder.resolve("a.csv");
        FigureExport.write(line(0.1, 1e-17, 3), file, FigureExport.Options.ONE_COLUMN);
        assertThat(Files.readString(file))
                .startsWith("series,t [ps],omega [meV],low,high\n")
                .contains("Li,1.0,1.0E-17,,");
    }

    @Test
    void anExportThatFailsLeavesNothing() throws IOException {
        Path blocked = Files.createDirectory(folder.resolve("a.png"));
        Files.writeString(blocked.resolve("x"), "in the way");
        assertThatThrownBy(() -> FigureExport.write(line(1, 2), blocked, FigureExport.Options.ONE_COLUMN))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(
                        () -> FigureExport.write(line(1, 2), folder.resolve("b.gif"), FigureExport.Options.ONE_COLUMN))
                .isInstanceOf(InputException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void whereThereIsNothingToDrawASentenceSaysSo() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Optional<PlotArea> area = FigurePainter.paint(
                image.createGraphics(),
                line(Double.NaN, Double.NaN),
                Theme.DARK,
                FigurePainter.Style.SCREEN,
                new Rectangle2D.Double(0, 0, 300, 200));
        assertThat(area).isEmpty();
        long lit = 0;
        for (int x = 0; x < 300; x++) {
            for (int y = 90; y < 110; y++) {
                lit += image.getRGB(x, y) != 0xff000000 ? 1 : 0;
            }
        }
        assertThat(lit).isGreaterThan(20);
    }
}
