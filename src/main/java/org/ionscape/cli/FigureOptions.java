package org.ionscape.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.FigureExport;
import picocli.CommandLine.Option;

/** Options of the commands that can write the figure which the window would show. */
final class FigureOptions {
    private static final double HEIGHT_OF_WIDTH =
            FigureExport.Options.ONE_COLUMN.heightMm() / FigureExport.Options.ONE_COLUMN.widthMm();

    @Option(names = "--figure", paramLabel = "FILE", description = "Write the figure as .svg, .pdf or .png.")
    Path file;

    @Option(
            names = "--width-mm",
            paramLabel = "MM",
            description = "Width of the figure (default: 85 or 174, one or two columns, as suits it).")
    double widthMm;

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a .png (default: 600).")
    double dpi = FigureExport.Options.ONE_COLUMN.dpi();

    boolean wanted() {
        return file != null;
    }

    /** Refuses before anything is computed what could not be written afterwards. */
    void check() {
        if (widthMm != 0 && !(widthMm >= 20 && widthMm <= 1000)) {
            throw new Cli.WrongCall("--width-mm must be between 20 and 1000");
        }
        if (!(dpi >= 30 && dpi <= 2400)) {
            throw new Cli.WrongCall("--dpi must be between 30 and 2400");
        }
        if (wanted() && !file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|pdf|png|csv)")) {
            throw new Cli.WrongCall("--figure should end in .svg, .pdf or .png, not “" + file.getFileName() + "”");
        }
    }

    void write(Drawing drawing) {
        write(drawing, HEIGHT_OF_WIDTH, 1);
    }

    /** Writes a drawing as wide as was asked, else as the columns it is made for. */
    void write(Drawing drawing, double heightOfWidth, int columns) {
        FigureExport.Options usual = FigureExport.Options.ofColumns(columns, heightOfWidth);
        double width = widthMm > 0 ? widthMm : usual.widthMm();
        FigureExport.write(
                drawing,
                file,
                new FigureExport.Options(width, width * heightOfWidth, dpi, usual.fontPt(), usual.linePt()));
    }
}
