package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.SearchSpace;

/**
 * Everything that decides the outcome of one training, as it is kept in the project.
 *
 * @param sheet the table it learned from
 * @param conditions that its rows fulfil
 * @param target key of what is learned
 * @param features keys of what it is learned from
 * @param model name of the model
 * @param settings of the model that differ from its defaults, as a person writes them
 * @param grid values tried of each parameter; empty: none
 * @param draws so many points of the grid drawn at random; 0: all
 * @param scheme of the validation
 * @param transform of the target
 * @param scale of the target
 * @param seed of everything random
 */
public record Plan(
        String sheet,
        List<String> conditions,
        String target,
        List<String> features,
        String model,
        Map<String, String> settings,
        Map<String, List<String>> grid,
        int draws,
        String scheme,
        String transform,
        String scale,
        long seed) {
    private static final int MOST_INNER_FOLDS = 10;

    public Plan {
        conditions = List.copyOf(conditions);
        features = List.copyOf(features);
        settings = new LinkedHashMap<>(settings);
        grid = new LinkedHashMap<>(grid);
    }

    /** What differs between two, each a line for a person. */
    public List<String> differences(Plan other) {
        List<String> said = new ArrayList<>();
        say(said, "table", sheet, other.sheet);
        say(said, "rows", String.join(", ", conditions), String.join(", ", other.conditions));
        say(said, "target", target, other.target);
        List<String> without =
                features.stream().filter(f -> !other.features.contains(f)).toList();
        List<String> with =
                other.features.stream().filter(f -> !features.contains(f)).toList();
        if (!without.isEmpty()) {
            said.add("features only in the first: " + String.join(", ", without));
        }
        if (!with.isEmpty()) {
            said.add("features only in the second: " + String.join(", ", with));
        }
        say(said, "model", model, other.model);
        say(said, "settings", words(settings), words(other.settings));
        say(said, "grid", words(grid), words(other.grid));
        say(said, "points of the grid drawn", drawn(draws), drawn(other.draws));
        say(said, "validation", scheme, other.scheme);
        say(said, "transform", transform, other.transform);
        say(said, "scale of the target", scale, other.scale);
        say(said, "seed", Long.toString(seed), Long.toString(other.seed));
        return said;
    }

    private static String drawn(int draws) {
        return draws == 0 ? "all" : Integer.toString(draws);
    }

    /** What is tried of the model's parameters, the training rows split as their number allows. */
    SearchSpace search(int rows) {
        return new SearchSpace(
                grid,
                draws == 0 ? Optional.empty() : Optional.of(draws),
                new Scheme.Stratified(innerFolds(rows)).label());
    }

    /** Folds inside the training rows of a fold, as many as they allow. */
    static int innerFolds(int rows) {
        return Math.clamp(rows / 3, 2, MOST_INNER_FOLDS);
    }

    private static String words(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void say(List<String> said, String what, String one, String other) {
        if (!Objects.equals(one, other)) {
            said.add(what + ": " + (one.isEmpty() ? "none" : one) + " → " + (other.isEmpty() ? "none" : other));
        }
    }
}
