package org.ionscape.format.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.format.Decompression;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/**
 * Reads elastic constants that people write down: a CSV with a row per crystal and columns {@code C11 C12 … C66} (GPa;
 * the upper triangle, or all 36) and {@code density_kg_m3} or {@code density_g_cm3}; a bare 6 × 6 matrix; or JSON, a
 * matrix or objects that hold one ({@code C}, {@code stiffness}, {@code elastic_tensor}, with {@code name},
 * {@code formula} and a density as in the CSV).
 *
 * @param crystals those that could be used
 * @param problems what could not
 */
public record StiffnessFile(List<Stiffness> crystals, List<Problem> problems) {
    private static final int LONGEST = 64 << 20;
    private static final List<String> MATRIX_KEYS =
            List.of("C", "C_GPa", "stiffness", "stiffness_GPa", "elastic_tensor", "ieee_format", "raw");

    public StiffnessFile {
        crystals = List.copyOf(crystals);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file through its compression.
     *
     * @throws InputException when there is no elastic tensor in it at all
     */
    public static StiffnessFile read(Path file) {
        String text = text(file);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return ofJson(file, text);
        }
        Optional<double[][]> bare = bareMatrix(text);
        if (bare.isPresent()) {
            String name = file.toAbsolutePath().normalize().getFileName().toString();
            return new StiffnessFile(List.of(Stiffness.of(name, bare.get(), Double.NaN, "")), List.of());
        }
        return ofTable(file, TableCsv.parse(text, file));
    }

    private static String text(Path file) {
        try (var in = Decompression.open(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw InputException.of(file, "a table of elastic constants was expected; this file is far too long");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    /** Six lines of six numbers, and nothing else but comments. */
    private static Optional<double[][]> bareMatrix(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .limit(7)
                .toList();
        if (lines.size() != 6) {
            return Optional.empty();
        }
        double[][] c = new double[6][];
        for (int i = 0; i < 6; i++) {
            c[i] = Stream.of(lines.get(i).split("[\\s,;]+", -1))
                    .filter(cell -> !cell.isEmpty())
                    .mapToDouble(StiffnessFile::number)
                    .toArray();
            if (c[i].length != 6 || Arrays.stream(c[i]).anyMatch(Double::isNaN)) {
                return Optional.empty();
            }
        }
        return Optional.of(c);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static StiffnessFile ofTable(Path file, TableCsv.Read read) {
        Table table = read.table();
        if (cell(table, 0, 0).isEmpty() || cell(table, 5, 5).isEmpty()) {
            throw InputException.of(
                    file,
                    "columns C11, C12 … C66 were expected (GPa, order xx yy zz yz xz xy), or six lines of six numbers;"
                            + " there are " + String.join(", ", table.keys()));
        }
        List<Stiffness> crystals = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(read.problems());
        Optional<Column> formulas = table.column("formula");
        for (int row = 0; row < table.rowCount(); row++) {
            double[][] c = new double[6][6];
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    c[i][j] = number(cell(table, i, j), row, number(cell(table, j, i), row, Double.NaN));
                    if (i <= j && Double.isNaN(c[i][j])) {
                        missing.add("C" + (i + 1) + (j + 1));
                    }
                }
            }
            String name = table.rowNames().get(row);
            if (!missing.isEmpty()) {
                problems.add(Problem.of(
                        file,
                        name + " is left out: " + String.join(", ", missing) + " missing or no number (write 0"
                                + " for a component that vanishes)"));
                continue;
            }
            int at = row;
            String formula =
                    formulas.map(f -> f.text(at)).filter(f -> !f.isEmpty()).orElse(name);
            crystals.add(Stiffness.of(name, c, density(table, row), formula));
        }
        return new StiffnessFile(crystals, problems);
    }

    private static Optional<Column> cell(Table table, int i, int j) {
        return table.column("C" + (i + 1) + (j + 1));
    }

    private static double number(Optional<Column> column, int row, double otherwise) {
        double value = column.map(c -> number(c.text(row))).orElse(Double.NaN);
        return Double.isNaN(value) ? otherwise : value;
    }

    private static double density(Table table, int row) {
        return number(
                table.column("density_g_cm3"), row, number(table.column("density_kg_m3"), row, Double.NaN) / 1000);
    }

    private static StiffnessFile ofJson(Path file, String text) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw InputException.at(file, line, "this is no JSON (" + e.getOriginalMessage() + ")");
        }
        String name = file.toAbsolutePath().normalize().getFileName().toString();
        List<Stiffness> crystals = new ArrayList<>();
        collect(root, name, crystals, 0);
        if (crystals.isEmpty()) {
            throw InputException.of(
                    file,
                    "a 6 × 6 matrix of numbers in GPa was expected, alone or under one of the keys "
                            + String.join(", ", MATRIX_KEYS));
        }
        return new StiffnessFile(crystals, List.of());
    }

    private static void collect(JsonNode node, String name, List<Stiffness> crystals, int depth) {
        Optional<double[][]> matrix = matrix(node);
        if (matrix.isPresent()) {
            crystals.add(Stiffness.of(name, matrix.get(), Double.NaN, ""));
        } else if (node.isArray() && depth < 2) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), name + " " + (i + 1), crystals, depth + 1);
            }
        } else if (node.isObject()) {
            collectObject(node, name, crystals, depth);
        }
    }

    private static void collectObject(JsonNode node, String name, List<Stiffness> crystals, int depth) {
        for (String key : MATRIX_KEYS) {
            JsonNode inner = node.path(key);
            Optional<double[][]> matrix = matrix(inner)
                    .or(() -> MATRIX_KEYS.stream()
                            .flatMap(k -> matrix(inner.path(k)).stream())
                            .findFirst());
            if (matrix.isPresent()) {
                String own = node.path("name").asText(name);
                double density = node.path("density_g_cm3")
                        .asDouble(node.path("density_kg_m3").asDouble(Double.NaN) / 1000);
                crystals.add(Stiffness.of(
                        own, matrix.get(), density, node.path("formula").asText("")));
                return;
            }
        }
        if (depth < 2) {
            node.properties().forEach(e -> collect(e.getValue(), e.getKey(), crystals, depth + 1));
        }
    }

    private static Optional<double[][]> matrix(JsonNode node) {
        double[][] c = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                JsonNode cell = node.path(i).path(j);
                if (!cell.isNumber() || node.size() != 6 || node.get(i).size() != 6) {
                    return Optional.empty();
                }
                c[i][j] = cell.asDouble();
            }
        }
        return Optional.of(c);
    }
}
