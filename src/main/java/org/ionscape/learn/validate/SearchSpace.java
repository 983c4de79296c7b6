package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;

/**
 * What is tried of a model's parameters inside the training rows of each fold, as it is asked for and saved.
 *
 * @param grid values of each parameter, as a person writes them; of none, nothing is searched
 * @param draws so many points drawn at random; empty: every point of the grid
 * @param inner how the training rows are split, as {@code --inner} writes it
 */
public record SearchSpace(Map<String, List<String>> grid, Optional<Integer> draws, String inner) {
    private static final String INNER = "stratified:10";

    /** Nothing is searched. */
    public static final SearchSpace NONE = new SearchSpace(Map.of(), Optional.empty(), INNER);

    public SearchSpace {
        grid = new LinkedHashMap<>(Objects.requireNonNullElse(grid, Map.of()));
        draws = Objects.requireNonNullElse(draws, Optional.empty());
        inner = Objects.requireNonNullElse(inner, INNER);
    }

    /** With values as JSON holds them, one or several for each parameter. */
    public static SearchSpace of(Map<String, Object> values, Optional<Integer> draws, String inner) {
        Map<String, List<String>> grid = new LinkedHashMap<>();
        values.forEach((key, some) -> {
            List<String> texts = new ArrayList<>();
            if (some instanceof List<?> several) {
                several.forEach(v -> texts.add(Settings.text(v)));
            } else {
                texts.add(Settings.text(some));
            }
            grid.put(key, texts);
        });
        return new SearchSpace(grid, draws, inner);
    }

    /**
     * The points to try.
     *
     * @throws org.ionscape.compute.InputException when the model has no such parameter or cannot take a value
     */
    public Search of(ModelType type, long seed) {
        if (grid.isEmpty()) {
            return Search.NONE;
        }
        grid.forEach((key, values) -> values.forEach(v -> type.defaults().with(key, v)));
        Search all = Search.grid(grid, Scheme.parse(inner));
        return draws.map(n -> all.random(n, seed)).orElse(all);
    }
}
