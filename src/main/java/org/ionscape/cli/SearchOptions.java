package org.ionscape.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.Search;
import org.ionscape.learn.validate.SearchSpace;
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

    /** What is tried of a model; nothing where the file does not name it. */
    SearchSpace space(ModelType type) {
        if (draws != null && draws < 1) {
            throw new Cli.WrongCall("--draws must be at least 1");
        }
        try {
            Scheme.parse(inner);
        } catch (InputException e) {
            throw new Cli.WrongCall("--inner: " + e.getMessage());
        }
        return grid == null ? SearchSpace.NONE : SearchSpace.of(values(type), Optional.ofNullable(draws), inner);
    }

    /** The points to try for a model. */
    Search search(ModelType type, long seed) {
        try {
            return space(type).of(type, seed);
        } catch (InputException e) {
            throw InputException.of(grid, e.getMessage());
        }
    }

    private Map<String, Object> values(ModelType type) {
        Map<String, Object> values = read();
        if (values.get(type.name()) instanceof Map<?, ?> own) {
            Map<String, Object> named = new LinkedHashMap<>();
            own.forEach((key, value) -> named.put(key.toString(), value));
            return named;
        }
        return values.values().stream().anyMatch(Map.class::isInstance) ? Map.of() : values;
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
