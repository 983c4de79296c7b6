package org.ionscape.format.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ionscape.compute.InputException;
import org.ionscape.format.Decompression;

/**
 * A CSV of diffusion coefficients against temperature: columns {@code T} (K) and {@code D} (cm²/s), and where there is
 * one {@code D_error}, {@code D_stderr} or {@code stderr}; {@code compound} and {@code vacancies} (true or false) tell
 * materials apart. A header may carry its unit in brackets; {@code m2/s} and {@code °C} are converted.
 *
 * @param temperatureK in K
 * @param dCm2PerS in cm²/s
 * @param stderrCm2PerS NaN where the table has none
 * @param compound empty where the table names none
 * @param vacancies whether ions are missing, where the table says so
 */
public record DiffusionTable(
        double temperatureK, double dCm2PerS, double stderrCm2PerS, String compound, Optional<Boolean> vacancies) {
    private static final double CM2_PER_M2 = 1e4;
    private static final Pattern UNIT = Pattern.compile("[\\[(]([^\\])]*)[\\])]");
    private static final double ZERO_CELSIUS_K = 273.15;

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
            double zeroK = zeroK(file, header.get(t));
            OptionalInt compound = column(header, "compound");
            OptionalInt vacancies = column(header, "vacancies");
            List<DiffusionTable> rows = new ArrayList<>();
            for (CSVRecord row : records.subList(1, records.size())) {
                double temperature = number(file, row, t) + zeroK;
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
                            error.isPresent() ? number(file, row, error.getAsInt()) * unit : Double.NaN,
                            compound.isPresent() ? text(row, compound.getAsInt()) : "",
                            vacancies.isPresent()
                                            && !text(row, vacancies.getAsInt()).isEmpty()
                                    ? Optional.of(Boolean.parseBoolean(text(row, vacancies.getAsInt())))
                                    : Optional.empty()));
                }
            }
            return rows;
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    /** What to add to a temperature of this column to have it in K. */
    private static double zeroK(Path file, String header) {
        Matcher unit = UNIT.matcher(header);
        if (!unit.find()) {
            return 0;
        }
        return switch (unit.group(1).strip()) {
            case "K", "" -> 0;
            case "C", "°C", "degC" -> ZERO_CELSIUS_K;
            default ->
                throw InputException.at(
                        file, 1, "a temperature in K or °C was expected, the header says " + unit.group(1));
        };
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

    private static String text(CSVRecord row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static double number(Path file, CSVRecord row, int column) {
        String text = text(row, column);
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
