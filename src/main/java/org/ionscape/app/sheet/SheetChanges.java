package org.ionscape.app.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person made of a table: cells typed over, columns derived by expressions, rows left out of statistics, and
 * selections that were given a name. A value, kept in the project as JSON.
 *
 * @param cells by row key, then column: the text typed, empty for a cell that was cleared
 * @param derived columns computed from others, in the order they were made
 * @param excluded keys of rows that do not count; only of tables whose rows are no runs
 * @param selections keys of rows by the name of the selection
 */
public record SheetChanges(
        Map<String, Map<String, String>> cells,
        List<Derived> derived,
        Set<String> excluded,
        Map<String, List<String>> selections) {
    /** Nothing changed. */
    public static final SheetChanges NONE = new SheetChanges(Map.of(), List.of(), Set.of(), Map.of());

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A column computed from others, see {@link org.ionscape.table.Expression}. */
    public record Derived(String key, String unit, String expression) {}

    public SheetChanges {
        Map<String, Map<String, String>> copy = new TreeMap<>();
        orEmpty(cells).forEach((row, columns) -> copy.put(row, Collections.unmodifiableMap(new TreeMap<>(columns))));
        cells = Collections.unmodifiableMap(copy);
        derived = derived == null ? List.of() : List.copyOf(derived);
        excluded = excluded == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(excluded));
        selections = Collections.unmodifiableMap(new LinkedHashMap<>(orEmpty(selections)));
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    /** What was typed into a cell. */
    public Optional<String> cell(String row, String column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column));
    }

    /** With texts typed into cells, by row key and column. */
    public SheetChanges typing(Map<String, Map<String, String>> texts) {
        Map<String, Map<String, String>> all = new TreeMap<>(cells);
        texts.forEach((row, columns) -> {
            Map<String, String> merged = new TreeMap<>(all.getOrDefault(row, Map.of()));
            merged.putAll(columns);
            all.put(row, merged);
        });
        return new SheetChanges(all, derived, excluded, selections);
    }

    /** With what was computed or read back in the place of what was typed into a cell. */
    public SheetChanges restoring(String row, String column) {
        Map<String, Map<String, String>> all = new TreeMap<>(cells);
        Map<String, String> rest = new TreeMap<>(all.getOrDefault(row, Map.of()));
        rest.remove(column);
        all.put(row, rest);
        all.values().removeIf(Map::isEmpty);
        return new SheetChanges(all, derived, excluded, selections);
    }

    /** With a derived column; one of the same key is replaced. */
    public SheetChanges deriving(Derived column) {
        List<Derived> all = new java.util.ArrayList<>(derived);
        all.removeIf(d -> d.key().equals(column.key()));
        all.add(column);
        return new SheetChanges(cells, all, excluded, selections);
    }

    /** Without a derived column. */
    public SheetChanges withoutDerived(String key) {
        return new SheetChanges(
                cells, derived.stream().filter(d -> !d.key().equals(key)).toList(), excluded, selections);
    }

    /** With other rows left out of statistics. */
    public SheetChanges excluding(Collection<String> keys) {
        return new SheetChanges(cells, derived, new LinkedHashSet<>(keys), selections);
    }

    /** With a named selection; an empty one forgets the name. */
    public SheetChanges naming(String name, Collection<String> keys) {
        Map<String, List<String>> all = new LinkedHashMap<>(selections);
        if (keys.isEmpty()) {
            all.remove(name);
        } else {
            all.put(name, List.copyOf(keys));
        }
        return new SheetChanges(cells, derived, excluded, all);
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes must have a text", e);
        }
    }

    /** Changes from their text; none when it is damaged. */
    static SheetChanges ofJson(String json) {
        try {
            return MAPPER.readValue(json, SheetChanges.class);
        } catch (JsonProcessingException e) {
            return NONE;
        }
    }
}
