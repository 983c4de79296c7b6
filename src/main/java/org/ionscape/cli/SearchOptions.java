package org.ionscape.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.InputException;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.Search;
import picocli.CommandLine.Option;

/** How settings are searched inside the training rows of each fold. */
final class SearchOptions {
    @Option(
            names = "--grid",
            paramLabel = "FILE",
            description =
                    "JSON with the values to try of each parameter, {\"alpha\": [0.1, 1]}; by model where there are"
                            + " several, {\"ridge\": {\"alpha\": [0.1, 1]}}.")
    Path grid;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Try N points of the grid, drawn at random (default: all).")
    Integer draws;

    @Option(
            names = "--inner",
            paramLabel = "SCHEME",
            description = "How the training rows of a fold are split for the search (default: stratified:10).")
    String inner = "stratified:10";

    /** The points to try for a model; none where the file does not name it. */
    Search search(ModelType type, long seed) {
        if (grid == null) {
            return Search.NONE;
        }
        Map<String, Object> values = read();
        if (values.get(type.name()) instanceof Map<?, ?> own) {
            values = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : own.entrySet()) {
                values.put(entry.getKey().toString(), entry.getValue());
            }
        } else if (values.values().stream().anyMatch(Map.class::isInstance)) {
            return Search.NONE;
        }
        Map<String, List<?>> lists = new LinkedHashMap<>();
        values.forEach((key, some) -> {
            List<?> list = some instanceof List<?> several ? several : java.util.Collections.singletonList(some);
            list.forEach(value -> checked(type, key, value));
            lists.put(key, list);
        });
        Scheme scheme;
        try {
            scheme = Scheme.parse(inner);
        } catch (InputException e) {
            throw new Cli.WrongCall("--inner: " + e.getMessage());
        }
        Search all = Search.grid(lists, scheme);
        return draws == null ? all : all.random(draws, seed);
    }

    private void checked(ModelType type, String key, Object value) {
        try {
            type.defaults().with(key, value);
        } catch (InputException e) {
            throw InputException.of(grid, e.getMessage());
        }
    }

    private Map<String, Object> read() {
        try {
            return new ObjectMapper().readValue(LearnOptions.text(grid), new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw InputException.of(grid, "a JSON object such as {\"alpha\": [0.1, 1]} was expected");
        }
    }

    /** What was asked for, for the envelope of the result. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("grid", grid);
        parameters.put("draws", draws);
        parameters.put("inner", inner);
        return parameters;
    }
}
