package org.ionscape.figure;

/** The numbers behind a figure as a table: series, then x, y and what belongs to them. */
final class FigureCsv {
    private FigureCsv() {}

    static String of(Figure figure) {
        StringBuilder text = new StringBuilder();
        text.append("series,")
                .append(figure.x().column())
                .append(',')
                .append(figure.y().column())
                .append(",low,high\n");
        for (Figure.Series series : figure.series()) {
            if (series.name().isEmpty() && (series instanceof Figure.Band || series instanceof Figure.Span)) {
                continue; // a shade behind what another series says
            }
            String name = Markup.parse(series.name()).plain().replace(",", ";");
            switch (series) {
                case Figure.Line s ->
                    rows(text, name.isEmpty() ? "line" : name, s.x(), s.y(), new double[0], new double[0]);
                case Figure.Points s -> rows(text, name.isEmpty() ? "points" : name, s.x(), s.y(), s.low(), s.high());
                case Figure.Band s -> rows(text, name, s.x(), new double[0], s.low(), s.high());
                case Figure.Span s ->
                    rows(text, name, new double[] {s.from(), s.to()}, new double[0], new double[0], new double[0]);
                case Figure.Marker s ->
                    rows(
                            text,
                            name.isEmpty() ? "marker" : name,
                            new double[] {s.at()},
                            new double[0],
                            new double[0],
                            new double[0]);
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
