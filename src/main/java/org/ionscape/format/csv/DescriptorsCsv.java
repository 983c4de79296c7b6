package org.ionscape.format.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.format.Decompression;

/**
 * The {@code descriptors.csv} that a person keeps beside a compound: rows of key, value and, if wanted, unit, standard
 * error and source, in this order or as a header says. A line that begins with {@code #} is a comment.
 *
 * @param entries those with a value
 * @param problems what could not be used
 */
public record DescriptorsCsv(List<Entry> entries, List<Problem> problems) {
    /**
     * One value.
     *
     * @param key as written: a key or a symbol
     * @param stderr NaN where none is given
     * @param unit empty where none is given
     * @param source where the person has it from; may be empty
     * @param line in the file, from 1
     */
    public record Entry(String key, double value, double stderr, String unit, String source, long line) {}

    private static final List<String> COLUMNS = List.of("key", "value", "unit", "stderr", "source");
    private static final int LONGEST = 16 << 20;

    public DescriptorsCsv {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @throws InputException when it cannot be read at all
     */
    public static DescriptorsCsv read(Path file) {
        String text;
        try (var in = Decompression.open(file)) {
            text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(content))
                .setCommentMarker('#')
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new java.io.StringReader(content))) {
            List<String> header = COLUMNS;
            Set<String> seen = new HashSet<>();
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() == 1 && isHeader(row)) {
                    header = row.stream()
                            .map(c -> c.strip().toLowerCase(Locale.ROOT))
                            .toList();
                } else {
                    entry(file, row, header, parser.getCurrentLineNumber(), seen, entries, problems);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw InputException.of(
                    file, "rows of key, value, unit, stderr, source were expected (" + e.getMessage() + ")");
        }
        return new DescriptorsCsv(entries, problems);
    }

    private static char delimiter(String content) {
        String first = content.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .findFirst()
                .orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private static boolean isHeader(CSVRecord row) {
        List<String> cells =
                row.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
        return cells.contains("key") && cells.contains("value");
    }

    private static void entry(
            Path file,
            CSVRecord row,
            List<String> header,
            long line,
            Set<String> seen,
            List<Entry> entries,
            List<Problem> problems) {
        String key = cell(row, header, "key");
        String value = cell(row, header, "value");
        if (key.isEmpty()) {
            problems.add(Problem.at(file, line, "a key was expected in the first column; the row is left out"));
        } else if (!seen.add(key)) {
            problems.add(Problem.at(file, line, key + " is given twice; the first value counts"));
        } else if (!TableCsv.isMissing(value)) {
            double number = number(value);
            if (Double.isNaN(number)) {
                problems.add(Problem.at(
                        file,
                        line,
                        "the value of " + key + " should be a number with a decimal point, not “" + value
                                + "”; it counts as missing"));
                return;
            }
            String stderr = cell(row, header, "stderr");
            double error = TableCsv.isMissing(stderr) ? Double.NaN : number(stderr);
            if (!TableCsv.isMissing(stderr) && !(error >= 0)) {
                problems.add(Problem.at(
                        file, line, "the standard error of " + key + " is no number of at least 0; it is left out"));
                error = Double.NaN;
            }
            entries.add(new Entry(key, number, error, cell(row, header, "unit"), cell(row, header, "source"), line));
        }
    }

    private static String cell(CSVRecord row, List<String> header, String column) {
        int at = header.indexOf(column);
        return at >= 0 && at < row.size() ? row.get(at).strip() : "";
    }

    private static double number(String text) {
        double number = TableCsv.number(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
