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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.ionscape.compute.Progress;
import org.ionscape.format.AtomicFiles;
import org.jfree.svg.SVGGraphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes figures to files: PNG at any resolution, SVG and PDF with real text, and the numbers behind them as CSV. */
public final class FigureExport {
    private static final Logger LOG = LoggerFactory.getLogger(FigureExport.class);
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final long MOST_PIXELS = 200_000_000L;

    private FigureExport() {}

    /**
     * How large, and with what type.
     *
     * @param widthMm width
     * @param heightMm height
     * @param dpi resolution of a PNG
     * @param fontPt size of the type
     * @param linePt width of data lines
     * @param background behind the drawing
     */
    public record Options(
            double widthMm, double heightMm, double dpi, double fontPt, double linePt, Background background) {
        /** One column of the usual journals. */
        public static final Options ONE_COLUMN = new Options(85, 64, 600, 8, 0.9);
        /** Two columns. */
        public static final Options TWO_COLUMNS = new Options(174, 100, 600, 8, 0.9);

        /**
         * As wide as the columns that a figure is made for.
         *
         * @param columns 1 or 2
         */
        public static Options ofColumns(int columns, double heightOfWidth) {
            Options usual = columns == 2 ? TWO_COLUMNS : ONE_COLUMN;
            return new Options(
                    usual.widthMm,
                    usual.widthMm * heightOfWidth,
                    usual.dpi,
                    usual.fontPt,
                    usual.linePt,
                    usual.background);
        }

        /** On white. */
        public Options(double widthMm, double heightMm, double dpi, double fontPt, double linePt) {
            this(widthMm, heightMm, dpi, fontPt, linePt, Background.WHITE);
        }
    }

    /** What is behind a drawing. */
    public enum Background {
        WHITE,
        TRANSPARENT
    }

    /**
     * Writes a figure in the format of the file's ending: {@code .png}, {@code .svg}, {@code .pdf} or {@code .csv}. The
     * same figure gives the same bytes.
     *
     * @throws InputException when the ending is another, a size is not sensible, or the file cannot be written; then
     *     there is none
     */
    public static void write(Drawing drawing, Path file, Options options) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        AtomicFiles.Writer writer;
        if (!(options.widthMm > 5 && options.widthMm < 2000 && options.heightMm > 5 && options.heightMm < 2000)) {
            throw InputException.of(file, "a figure is between 5 and 2000 mm wide and high");
        }
        if (!(options.fontPt >= 1 && options.fontPt <= 100 && options.linePt > 0 && options.linePt <= 20)) {
            throw InputException.of(file, "type is between 1 and 100 points high, lines are up to 20 points wide");
        }
        if (name.endsWith(".png")) {
            writer = out -> png(drawing, options, out);
        } else if (name.endsWith(".svg")) {
            writer = out -> out.write(svg(drawing, options).getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".pdf")) {
            writer = out -> pdf(drawing, options, out);
        } else if (name.endsWith(".csv")) {
            writer = out -> out.write(drawing.csv().getBytes(StandardCharsets.UTF_8));
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

    /**
     * Writes several files of one drawing, or none: what was written before one fails is taken away again.
     *
     * @throws InputException as {@link #write} does, for the file that failed
     */
    public static void writeAll(Map<Path, Drawing> files, Options options, Progress progress) {
        List<Path> made = new ArrayList<>();
        int done = 0;
        try {
            for (Map.Entry<Path, Drawing> file : files.entrySet()) {
                progress.report(done++, files.size(), "files");
                boolean replaces = Files.exists(file.getKey());
                write(file.getValue(), file.getKey(), options);
                if (!replaces) {
                    made.add(file.getKey());
                }
            }
        } catch (RuntimeException e) {
            made.forEach(FigureExport::deleteQuietly);
            throw e;
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a file of a failed export could not be taken away: {}", e.toString());
        }
    }

    private static void paint(Graphics2D g, Drawing drawing, Options options) {
        double width = options.widthMm * POINTS_PER_MM;
        double height = options.heightMm * POINTS_PER_MM;
        if (options.background == Background.WHITE) {
            g.setColor(Theme.LIGHT.background());
            g.fill(new Rectangle2D.Double(0, 0, width, height));
        }
        drawing.drawOn(
                g,
                Theme.LIGHT,
                new FigurePainter.Style(options.fontPt, options.linePt),
                new Rectangle2D.Double(0, 0, width, height));
    }

    /** Width and height of a picture in pixels, at a resolution. */
    public static long[] pixels(Options options, double dpi) {
        return new long[] {Math.round(options.widthMm / 25.4 * dpi), Math.round(options.heightMm / 25.4 * dpi)};
    }

    /** The picture that a PNG holds, at any resolution. */
    public static BufferedImage image(Drawing drawing, Options options, double dpi) throws IOException {
        long[] size = pixels(options, dpi);
        if (!(dpi >= 10) || size[0] * size[1] > MOST_PIXELS || size[0] * size[1] == 0) {
            throw new IOException(size[0] + " × " + size[1] + " pixels cannot be drawn; choose another resolution");
        }
        BufferedImage image = new BufferedImage(
                (int) size[0],
                (int) size[1],
                options.background == Background.WHITE ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(dpi / 72, dpi / 72);
        paint(g, drawing, options);
        g.dispose();
        return image;
    }

    private static void png(Drawing drawing, Options options, OutputStream out) throws IOException {
        BufferedImage image = image(drawing, options, options.dpi);
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

    private static String svg(Drawing drawing, Options options) {
        double width = options.widthMm * POINTS_PER_MM;
        double height = options.heightMm * POINTS_PER_MM;
        SVGGraphics2D g = new SVGGraphics2D(width, height);
        g.setDefsKeyPrefix("ionscape"); // the library's own prefix is the time of day
        g.setFontFunction(family -> family + ", Inter, Helvetica, Arial, sans-serif");
        paint(g, drawing, options);
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

    private static void pdf(Drawing drawing, Options options, OutputStream out) throws IOException {
        float width = (float) (options.widthMm * POINTS_PER_MM);
        float height = (float) (options.heightMm * POINTS_PER_MM);
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L); // not the time of day
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(new EmbeddedFonts(document));
            paint(g, drawing, options);
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
                try (InputStream stream = FontFiles.open(style.getKey())) {
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
}
