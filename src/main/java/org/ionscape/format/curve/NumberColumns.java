package org.ionscape.format.curve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ionscape.compute.InputException;
import org.ionscape.format.Decompression;

/**
 * Columns of numbers in a text file, parted by blanks, commas or semicolons. Lines that begin with {@code #}, {@code @}
 * or {@code %}, and words above the first number, are its heading.
 *
 * @param heading in lower case, lines joined by blanks
 * @param columns of equal length, at least one row
 */
record NumberColumns(String heading, List<double[]> columns) {
    private static final Pattern PARTED = Pattern.compile("[\\s,;]+");
    private static final int MOST_ROWS = 5_000_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_HEADING = 10_000;

    /**
     * Reads a file; a last row that was cut off is left out.
     *
     * @throws InputException when a row is not of numbers or shorter than the first, or there is none
     */
    static NumberColumns read(Path file) {
        StringBuilder heading = new StringBuilder();
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Decompression.openShort(file), StandardCharsets.UTF_8))) {
            long number = 0;
            long shortRow = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                String text = line.strip();
                if (text.isEmpty()) {
                    continue;
                }
                boolean words = "#@%".indexOf(text.charAt(0)) >= 0;
                double[] row = words ? new double[0] : numbers(text);
                if (row.length == 0 && (words || rows.isEmpty())) {
                    if (heading.length() + text.length() < MOST_HEADING) {
                        heading.append(text.toLowerCase(Locale.ROOT)).append(' ');
                    }
                } else if (shortRow > 0 || row.length == 0 || rows.size() == MOST_ROWS) {
                    throw InputException.at(
                            file,
                            shortRow > 0 ? shortRow : number,
                            "columns of numbers were expected, as many in each row; this curve is not shown");
                } else if (!rows.isEmpty() && row.length < rows.getFirst().length) {
                    shortRow = number; // forgiven if it is the last
                } else {
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        if (rows.isEmpty()) {
            throw InputException.of(file, "columns of numbers were expected, there is none; this curve is not shown");
        }
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < rows.getFirst().length; c++) {
            int column = c;
            columns.add(rows.stream().mapToDouble(r -> r[column]).toArray());
        }
        return new NumberColumns(heading.toString(), columns);
    }

    /** Empty when any word is not a number. */
    private static double[] numbers(String line) {
        String[] words = PARTED.split(line, MOST_COLUMNS + 1);
        double[] numbers = new double[Math.min(words.length, MOST_COLUMNS)];
        try {
            Arrays.setAll(numbers, i -> Double.parseDouble(words[i].replace('D', 'E')));
            return numbers;
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
