package org.ionscape.format.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.format.AtomicFiles;
import org.ionscape.format.Decompression;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;

/**
 * Tables as CSV: UTF-8, a header row, the first column names the row; a header may carry its unit in brackets,
 * {@code diffusion_coefficient [cm2/s]}. An empty cell, {@code NA} or {@code nan} is missing. A column is one of numbers
 * when nine in ten of its values are; the others are then missing, and named in the problems.
 */
public final class TableCsv {
    private static final Pattern HEADER = Pattern.compile("(.*?)\\s*\\[([^\\]]*)\\]\\s*");
    private static final double MOSTLY = 0.9;

    /**
     * A table that was read.
     *
     * @param problems cells that were taken as missing
     */
    public record Read(Table table, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    private TableCsv() {}

    /** Reads a table; also with semicolons or tabs between the cells, as spreadsheets export. */
    public static Read read(Path file) {
        try (InputStreamReader in = new InputStreamReader(Decompression.open(file), StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return parse(text.toString(), file);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    /** Reads a table from text, such as what was pasted; {@code source} is named in problems. */
    public static Read parse(String text, Path source) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String firstLine = content.lines().findFirst().orElse("");
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(firstLine))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new java.io.StringReader(content))) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw InputException.of(source, "the table is empty; a header row was expected");
            }
            CSVRecord header = records.getFirst();
            if (header.size() < 2) {
                throw InputException.at(
                        source, 1, "a header with the name of the rows and at least one column was expected");
            }
            List<CSVRecord> rows = records.subList(1, records.size());
            List<Problem> problems = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (CSVRecord row : rows) {
                if (row.size() != header.size()) {
                    throw InputException.at(
                            source,
                            row.getRecordNumber(),
                            header.size() + " cells were expected as in the header, there are " + row.size());
                }
                names.add(row.get(0));
            }
            List<Column> columns = new ArrayList<>();
            Set<String> keys = new HashSet<>(Set.of());
            for (int c = 1; c < header.size(); c++) {
                Column column = column(header.get(c), c, rows, source, problems);
                if (column.key().isEmpty()) {
                    throw InputException.at(source, 1, "column " + (c + 1) + " has no name");
                }
                if (!keys.add(column.key())) {
                    throw InputException.at(
                            source, 1, "two columns are called " + column.key() + "; rename one of them");
                }
                columns.add(column);
            }
            return new Read(new Table(header.get(0), names, columns), problems);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw InputException.of(
                    source, "this is not a table of comma-separated values (" + e.getMessage() + "); check the quotes");
        }
    }

    private static char delimiter(String header) {
        for (char candidate : new char[] {',', '\t', ';'}) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    private static Column column(String header, int c, List<CSVRecord> rows, Path source, List<Problem> problems) {
        Matcher unit = HEADER.matcher(header);
        boolean hasUnit = unit.matches();
        String key = hasUnit ? unit.group(1) : header;
        double[] values = new double[rows.size()];
        List<String> texts = new ArrayList<>();
        int present = 0;
        int numeric = 0;
        int firstBad = -1;
        for (int r = 0; r < rows.size(); r++) {
            String cell = rows.get(r).get(c);
            boolean missing = isMissing(cell);
            values[r] = missing ? Double.NaN : number(cell);
            texts.add(missing ? "" : cell);
            present += missing ? 0 : 1;
            numeric += Double.isNaN(values[r]) ? 0 : 1;
            if (!missing && Double.isNaN(values[r]) && firstBad < 0) {
                firstBad = r;
            }
        }
        if (present > 0 && numeric < MOSTLY * present) {
            return new TextColumn(key, texts);
        }
        if (firstBad >= 0) {
            problems.add(Problem.at(
                    source,
                    rows.get(firstBad).getRecordNumber(),
                    "column " + key + ": " + (present - numeric) + " of " + present + " values, such as “"
                            + texts.get(firstBad) + "”, are not finite numbers and count as missing"));
        }
        return new NumberColumn(key, hasUnit ? unit.group(2) : "", values);
    }

    /** Sodium is not missing. */
    static boolean isMissing(String cell) {
        return cell.isEmpty()
                || !cell.equals("Na") && List.of("na", "nan", "n/a", "null").contains(cell.toLowerCase(Locale.ROOT));
    }

    static double number(String cell) {
        char last = cell.charAt(cell.length() - 1);
        if (last == 'd' || last == 'f' || last == 'D' || last == 'F') {
            return Double.NaN; // Java would take these for suffixes of a literal
        }
        try {
            double value = Double.parseDouble(cell.replace('\u2212', '-'));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Writes a table, whole or not at all; reading it back gives the same bits. */
    public static void write(Path file, Table table) throws IOException {
        AtomicFiles.write(file, stream -> {
            Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            out.write(format(table));
            out.flush();
        });
    }

    /** A table as CSV text. */
    public static String format(Table table) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            printer.print(table.rowHeader());
            for (Column column : table.columns()) {
                printer.print(column.asNumbers()
                        .map(NumberColumn::unit)
                        .filter(u -> !u.isEmpty())
                        .map(u -> column.key() + " [" + u + "]")
                        .orElse(column.key()));
            }
            printer.println();
            for (int row = 0; row < table.rowCount(); row++) {
                printer.print(table.rowNames().get(row));
                for (Column column : table.columns()) {
                    printer.print(column.text(row));
                }
                printer.println();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }
}
