package org.ionscape.format.csv;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.ionscape.compute.Progress;
import org.ionscape.format.AtomicFiles;
import org.ionscape.format.Decompression;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;

/**
 * Tables as CSV: UTF-8, a header row, the first column names the row; a header may carry its unit in brackets,
 * {@code diffusion_coefficient [cm2/s]}. An empty cell, {@code NA} or {@code nan} is missing. A column is one of numbers
 * when nine in ten of its values are numbers or bounds such as {@code <1E-10}; what is no number is then missing. Rows with
 * another number of cells are left out, a second column of one name gets another: all of that is told in the problems.
 */
public final class TableCsv {
    private static final Pattern HEADER = Pattern.compile("(.*?)\\s*\\[([^\\]]*)\\]\\s*");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+([eE][+-]?\\d+)?");
    private static final Pattern BOUND = Pattern.compile("[<>]\\s*[+-]?\\d.*|[+-]?(?i:inf(inity)?)");
    private static final double MOSTLY = 0.9;
    /** What reading takes at its height: the text, its cells and their values. */
    private static final int BYTES_PER_LETTER = 16;

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

    /** What a comma may be. */
    private enum Commas {
        /** It stands between cells; inside one it may group thousands as well, so it is no number. */
        SEPARATE,
        /** Something else stands between cells, and commas in numbers are those of a spreadsheet's language. */
        DECIMAL
    }

    private TableCsv() {}

    /** Reads a table; also with semicolons or tabs between the cells, as spreadsheets export. */
    public static Read read(Path file) {
        if (!Files.exists(file)) {
            throw InputException.of(file, "there is no such file; check its name and folder");
        }
        try (BufferedInputStream bytes = new BufferedInputStream(Decompression.open(file));
                InputStreamReader in = new InputStreamReader(bytes, charset(bytes))) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 16];
            long most = Runtime.getRuntime().maxMemory() / BYTES_PER_LETTER;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > most) {
                    throw InputException.of(
                            file,
                            "this table has more than " + (most >> 20)
                                    + " million letters, too many for the memory of this program; split it");
                }
            }
            return parse(text.toString(), file);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    /** UTF-8, or what spreadsheets call Unicode text: UTF-16 with a mark at its beginning. */
    private static Charset charset(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int mark = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
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
            List<Problem> problems = new ArrayList<>();
            Commas commas = delimiter(firstLine) == ',' ? Commas.SEPARATE : Commas.DECIMAL;
            List<CSVRecord> rows = fitting(header.size(), records.subList(1, records.size()), source, problems);
            List<String> names = rows.stream().map(r -> r.get(0)).toList();
            List<Column> columns = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            for (int c = 1; c < header.size(); c++) {
                Column column = column(header.get(c), c, rows, commas, source, problems);
                String key = free(column.key(), c, taken, source, problems);
                columns.add(key.equals(column.key()) ? column : column.named(key));
            }
            return new Read(new Table(header.get(0), names, columns), problems);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw InputException.of(
                    source, "this is not a table of comma-separated values (" + reason(e) + "); check the quotes");
        }
    }

    /** What the library says, without the name of its class. */
    private static String reason(Exception e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^[\\w.$]+(Exception|Error): ", "")
                .replace("(startline ", "(line ");
    }

    /** The rows with as many cells as the header; the others are told and left out. */
    private static List<CSVRecord> fitting(int cells, List<CSVRecord> rows, Path source, List<Problem> problems) {
        List<CSVRecord> fitting = rows.stream().filter(r -> r.size() == cells).toList();
        if (fitting.size() < rows.size()) {
            CSVRecord first =
                    rows.stream().filter(r -> r.size() != cells).findFirst().orElseThrow();
            String expected = cells + " cells were expected as in the header, there are " + first.size()
                    + "; another separator or a decimal comma may be the reason";
            if (fitting.isEmpty()) {
                throw InputException.at(source, first.getRecordNumber(), expected);
            }
            int left = rows.size() - fitting.size();
            problems.add(Problem.at(
                    source,
                    first.getRecordNumber(),
                    expected + " (" + left + (left == 1 ? " row was left out)" : " rows were left out)")));
        }
        return fitting;
    }

    /** A name that no column has yet: the header's own, else one told to the person. */
    private static String free(String key, int c, Set<String> taken, Path source, List<Problem> problems) {
        String wanted = key.isEmpty() ? "column " + (c + 1) : key;
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + " (" + i + ")";
        }
        if (key.isEmpty()) {
            problems.add(Problem.at(source, 1, "column " + (c + 1) + " has no name; it is called “" + name + "” here"));
        } else if (!name.equals(key)) {
            problems.add(Problem.at(
                    source, 1, "two columns are called " + key + "; the later is called “" + name + "” here"));
        }
        return name;
    }

    private static char delimiter(String header) {
        for (char candidate : new char[] {',', '\t', ';'}) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    private static Column column(
            String header, int c, List<CSVRecord> rows, Commas commas, Path source, List<Problem> problems) {
        Matcher unit = HEADER.matcher(header);
        boolean hasUnit = unit.matches();
        String key = hasUnit ? unit.group(1) : header;
        double[] values = new double[rows.size()];
        List<String> texts = new ArrayList<>();
        int present = 0;
        int numeric = 0;
        int bounds = 0;
        int firstBad = -1;
        int firstComma = -1;
        for (int r = 0; r < rows.size(); r++) {
            String cell = rows.get(r).get(c);
            boolean missing = isMissing(cell);
            boolean comma =
                    commas == Commas.DECIMAL && DECIMAL_COMMA.matcher(cell).matches();
            values[r] = missing ? Double.NaN : number(comma ? cell.replace(',', '.') : cell);
            texts.add(missing ? "" : cell);
            boolean bad = !missing && Double.isNaN(values[r]);
            present += missing ? 0 : 1;
            numeric += missing || bad ? 0 : 1;
            bounds += bad && BOUND.matcher(cell).matches() ? 1 : 0;
            firstBad = bad && firstBad < 0 ? r : firstBad;
            firstComma = comma && firstComma < 0 ? r : firstComma;
        }
        if (present > 0 && numeric + bounds < MOSTLY * present) {
            return new TextColumn(key, texts);
        }
        if (firstBad >= 0) {
            problems.add(Problem.at(
                    source,
                    rows.get(firstBad).getRecordNumber(),
                    "column " + key + ": " + (present - numeric) + " of " + present + " values, such as “"
                            + texts.get(firstBad) + "”, are not finite numbers and count as missing"));
        }
        if (firstComma >= 0) {
            problems.add(Problem.at(
                    source,
                    rows.get(firstComma).getRecordNumber(),
                    "column " + key + ": decimal commas, as in “" + texts.get(firstComma) + "”, were read as points"));
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
        write(file, table, Progress.NONE);
    }

    /** Writes a table while its progress is watched; nothing is left of one that was cancelled. */
    public static void write(Path file, Table table, Progress progress) throws IOException {
        AtomicFiles.write(file, stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            print(table, out, progress);
            out.flush();
        });
    }

    /** A table as CSV text. */
    public static String format(Table table) {
        StringBuilder text = new StringBuilder();
        try {
            print(table, text, Progress.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(Table table, Appendable out, Progress progress) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                out, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
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
            progress.check();
            progress.report(row + 1, table.rowCount(), "rows");
        }
    }
}
