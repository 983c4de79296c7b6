package org.ionscape.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.ionscape.compute.InputException;
import org.ionscape.format.AtomicFiles;
import org.jfree.svg.SVGGraphics2D;

/** Writes figures to files: PNG at any resolution, SVG and PDF with real text, and the numbers behind them as CSV. */
public final class FigureExport {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private FigureExport() {}

    /**
     * How large, and with what type.
     *
     * @param widthMm width
     * @param heightMm height
     * @param dpi resolution of a PNG
     * @param fontPt size of the type
     * @param linePt width of data lines
     */
    public record Options(double widthMm, double heightMm, double dpi, double fontPt, double linePt) {
        /** One column of the usual journals. */
        public static final Options ONE_COLUMN = new Options(85, 64, 600, 8, 0.9);
        /** Two columns. */
        public static final Options TWO_COLUMNS = new Options(174, 100, 600, 8, 0.9);
    }

    /**
     * Writes a figure in the format of the file's ending: {@code .png}, {@code .svg}, {@code .pdf} or {@code .csv}. The
     * same figure gives the same bytes.
     *
     * @throws InputException when the ending is another, a size is not sensible, or the file cannot be written; then
     *     there is none
     */
    public static void write(Figure figure, Path file, Options options) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        AtomicFiles.Writer writer;
        if (!(options.widthMm > 5 && options.widthMm < 2000 && options.heightMm > 5 && options.heightMm < 2000)) {
            throw InputException.of(file, "a figure is between 5 and 2000 mm wide and high");
        }
        if (name.endsWith(".png")) {
            writer = out -> png(figure, options, out);
        } else if (name.endsWith(".svg")) {
            writer = out -> out.write(svg(figure, options).getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".pdf")) {
            writer = out -> pdf(figure, options, out);
        } else if (name.endsWith(".csv")) {
            writer = out -> out.write(csv(figure).getBytes(StandardCharsets.UTF_8));
        } else {
            throw InputException.of(
                    file, "a figure is written as .png, .svg, .pdf or .csv; choose one of these endings");
        }
        try {
            AtomicFiles.write(file, writer);
        } catch (IOException e) {
            throw InputException.of(file, "the figure cannot be written here (" + e.getMessage() + ")");
        }
    }

    private static void paint(Graphics2D g, Figure figure, Options options) {
        FigurePainter.paint(
                g,
                figure,
                Theme.LIGHT,
                new FigurePainter.Style(options.fontPt, options.linePt),
                new Rectangle2D.Double(0, 0, options.widthMm * POINTS_PER_MM, options.heightMm * POINTS_PER_MM));
    }

    private static void png(Figure figure, Options options, OutputStream out) throws IOException {
        double scale = options.dpi / 72;
        long width = Math.round(options.widthMm * POINTS_PER_MM * scale);
        long height = Math.round(options.heightMm * POINTS_PER_MM * scale);
        if (!(options.dpi >= 30) || width * height > 200_000_000L) {
            throw new IOException(width + " × " + height + " pixels are too many; choose a lower resolution");
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Theme.LIGHT.background());
        g.fillRect(0, 0, (int) width, (int) height);
        g.scale(scale, scale);
        paint(g, figure, options);
        g.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(options.dpi / 0.0254));
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static String svg(Figure figure, Options options) {
        double width = options.widthMm * POINTS_PER_MM;
        double height = options.heightMm * POINTS_PER_MM;
        SVGGraphics2D g = new SVGGraphics2D(width, height);
        g.setDefsKeyPrefix("ionscape"); // the library's own prefix is the time of day
        g.setFontFunction(family -> family + ", Inter, Helvetica, Arial, sans-serif");
        paint(g, figure, options);
        String body = g.getSVGElement();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + body.replaceFirst(
                        "width='[^']*' height='[^']*'",
                        String.format(
                                Locale.ROOT,
                                "width='%.3fmm' height='%.3fmm' viewBox='0 0 %.4f %.4f'",
                                options.widthMm,
                                options.heightMm,
                                width,
                                height));
    }

    private static void pdf(Figure figure, Options options, OutputStream out) throws IOException {
        float width = (float) (options.widthMm * POINTS_PER_MM);
        float height = (float) (options.heightMm * POINTS_PER_MM);
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L); // not the time of day
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(new EmbeddedFonts(document));
            paint(g, figure, options);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            document.save(out);
        }
    }

    /** Text stays text: our own fonts, embedded as far as they are used. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {
        private final Map<String, PDFont> fonts = new HashMap<>();

        EmbeddedFonts(PDDocument document) throws IOException {
            for (Map.Entry<String, Font> style : Map.of(
                            "Regular", Fonts.REGULAR, "Italic", Fonts.ITALIC, "SemiBold", Fonts.SEMI_BOLD)
                    .entrySet()) {
                try (InputStream stream = Fonts.open(style.getKey())) {
                    fonts.put(style.getValue().getFontName(), PDType0Font.load(document, stream, true));
                }
            }
        }

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException, FontFormatException {
            PDFont own = fonts.get(font.getFontName());
            return own != null ? own : super.mapFont(font, env);
        }
    }

    /** The numbers as a table: series, then x, y and what belongs to them. */
    static String csv(Figure figure) {
        StringBuilder text = new StringBuilder();
        text.append("series,")
                .append(figure.x().column())
                .append(',')
                .append(figure.y().column())
                .append(",low,high\n");
        for (Figure.Series series : figure.series()) {
            String name = Markup.parse(series.name()).plain().replace(",", ";");
            switch (series) {
                case Figure.Line s ->
                    rows(text, name.isEmpty() ? "line" : name, s.x(), s.y(), new double[0], new double[0]);
                case Figure.Points s -> rows(text, name.isEmpty() ? "points" : name, s.x(), s.y(), s.low(), s.high());
                case Figure.Band s -> rows(text, name, s.x(), new double[0], s.low(), s.high());
                case Figure.Span s ->
                    rows(text, name, new double[] {s.from(), s.to()}, new double[0], new double[0], new double[0]);
            }
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, String name, double[] x, double[]... columns) {
        for (int i = 0; i < x.length; i++) {
            text.append(name).append(',').append(x[i]);
            for (double[] column : columns) {
                text.append(',').append(i < column.length && Double.isFinite(column[i]) ? column[i] : "");
            }
            text.append('\n');
        }
    }
}
