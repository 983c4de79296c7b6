package org.ionscape.format.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ionscape.compute.InputException;
import org.ionscape.format.Decompression;

/**
 * A CSV of diffusion coefficients against temperature: columns {@code T} (K) and {@code D} (cm²/s), and where there is
 * one {@code D_error}, {@code D_stderr} or {@code stderr}. A header may carry its unit in brackets; {@code m2/s} is
 * converted.
 *
 * @param temperatureK in K
 * @param dCm2PerS in cm²/s
 * @param stderrCm2PerS NaN where the table has none
 */
public record DiffusionTable(double temperatureK, double dCm2PerS, double stderrCm2PerS) {
    private static final double CM2_PER_M2 = 1e4;

    /** The rows of a table; one with an empty cell is left out. */
    public static List<DiffusionTable> read(Path file) {
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new InputStreamReader(Decompression.openShort(file), StandardCharsets.UTF_8))) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw InputException.of(file, "the table is empty; a header with T and D was expected");
            }
            List<String> header = records.getFirst().stream()
                    .map(h -> h.replace("\uFEFF", "").strip())
                    .toList();
            int t = column(header, "t", "temperature").orElseThrow(() -> missing(file, "T", header));
            int d = column(header, "d", "diffusion_coefficient").orElseThrow(() -> missing(file, "D", header));
            OptionalInt error = column(header, "d_error", "d_stderr", "stderr", "diffusion_coefficient_stderr");
            double unit = header.get(d).contains("m2/s") && !header.get(d).contains("cm2/s") ? CM2_PER_M2 : 1;
            List<DiffusionTable> rows = new ArrayList<>();
            for (CSVRecord row : records.subList(1, records.size())) {
                double temperature = number(file, row, t);
                double value = number(file, row, d) * unit;
                if (temperature <= 0) {
                    throw InputException.at(
                            file, row.getRecordNumber(), "a temperature above 0 K was expected, found " + row.get(t));
                }
                if (value <= 0) {
                    throw InputException.at(
                            file,
                            row.getRecordNumber(),
                            "a D above 0 was expected, found " + row.get(d)
                                    + "; leave the cell empty where no diffusion was resolved");
                }
                if (!Double.isNaN(temperature) && !Double.isNaN(value)) {
                    rows.add(new DiffusionTable(
                            temperature,
                            value,
                            error.isPresent() ? number(file, row, error.getAsInt()) * unit : Double.NaN));
                }
            }
            return rows;
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    private static InputException missing(Path file, String name, List<String> header) {
        return InputException.at(
                file, 1, "a column " + name + " was expected, the header has " + String.join(", ", header));
    }

    private static OptionalInt column(List<String> header, String... names) {
        for (int i = 0; i < header.size(); i++) {
            String plain = header.get(i).replaceAll("\\s*[\\[(].*", "").toLowerCase(Locale.ROOT);
            if (List.of(names).contains(plain)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static double number(Path file, CSVRecord row, int column) {
        String text = column < row.size() ? row.get(column) : "";
        if (text.isEmpty() || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw InputException.at(
                    file,
                    row.getRecordNumber(),
                    "a number was expected in column " + (column + 1) + ", found “" + text + "”");
        }
    }
}
