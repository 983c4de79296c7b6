package org.ionscape.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tables with the numbers that SciPy and scikit-learn give for them. */
public final class Cases {
    private Cases() {}

    public static JsonNode expected(String name) {
        try (InputStream stream = Cases.class.getResourceAsStream(name + ".json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns that the case lists, by column and row; an empty cell is missing. */
    public static double[][] columns(String name) {
        String text;
        try (InputStream stream = Cases.class.getResourceAsStream(name + ".csv")) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String[]> rows = text.lines().map(l -> l.split(",", -1)).toList();
        List<String> header = Arrays.asList(rows.getFirst());
        JsonNode listed = expected(name).get("values").path("columns");
        List<String> wanted = listed.isMissingNode()
                ? header.subList(1, header.size())
                : new ObjectMapper().convertValue(listed, new com.fasterxml.jackson.core.type.TypeReference<>() {});
        return wanted.stream()
                .mapToInt(header::indexOf)
                .mapToObj(c -> rows.stream()
                        .skip(1)
                        .mapToDouble(r -> r[c].isEmpty() ? Double.NaN : Double.parseDouble(r[c]))
                        .toArray())
                .toArray(double[][]::new);
    }
}
