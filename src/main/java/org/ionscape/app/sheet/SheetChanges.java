package org.ionscape.app.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param steps by row key, then column: what was done to a cell, oldest first
 * @param derived columns computed from others, in the order they were made
 * @param excluded keys of rows that do not count; only of tables whose rows are no runs
 * @param selections keys of rows by the name of the selection
 */
public record SheetChanges(
        Map<String, Map<String, String>> cells,
        Map<String, Map<String, List<Step>>> steps,
        List<Derived> derived,
        Set<String> excluded,
        Map<String, List<String>> selections) {
    /** Nothing changed. */
    public static final SheetChanges NONE = new SheetChanges(Map.of(), Map.of(), List.of(), Set.of(), Map.of());

    /** As much of a cell's past as is kept. */
    private static final int STEPS = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A column computed from others, see {@link org.ionscape.table.Expression}. */
    public record Derived(String key, String unit, String expression) {}

    /**
     * Something done to a cell.
     *
     * @param when in ISO-8601
     * @param text that was typed; empty where the cell was cleared or given back
     */
    public record Step(Act act, String when, String text) {}

    /** What can be done to a cell. */
    public enum Act {
        TYPED,
        GIVEN_BACK
    }

    public SheetChanges {
        cells = byRow(cells);
        steps = byRow(steps);
        derived = derived == null ? List.of() : List.copyOf(derived);
        excluded = excluded == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(excluded));
        selections = Collections.unmodifiableMap(new LinkedHashMap<>(orEmpty(selections)));
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static <V> Map<String, Map<String, V>> byRow(Map<String, Map<String, V>> map) {
        Map<String, Map<String, V>> copy = new TreeMap<>();
        orEmpty(map).forEach((row, columns) -> copy.put(row, Collections.unmodifiableMap(new TreeMap<>(columns))));
        return Collections.unmodifiableMap(copy);
    }

    /** What was typed into a cell. */
    public Optional<String> cell(String row, String column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column));
    }

    /** What was done to a cell, oldest first. */
    public List<Step> stepsOf(String row, String column) {
        return steps.getOrDefault(row, Map.of()).getOrDefault(column, List.of());
    }

    /** With texts typed into cells, by row key and column. */
    public SheetChanges typing(Map<String, Map<String, String>> texts, Instant when) {
        Map<String, Map<String, String>> all = new TreeMap<>(cells);
        Map<String, Map<String, List<Step>>> done = new TreeMap<>(steps);
        texts.forEach((row, columns) -> {
            Map<String, String> merged = new TreeMap<>(all.getOrDefault(row, Map.of()));
            merged.putAll(columns);
            all.put(row, merged);
            columns.forEach((column, text) -> append(done, row, column, new Step(Act.TYPED, when.toString(), text)));
        });
        return new SheetChanges(all, done, derived, excluded, selections);
    }

    /** With what was computed or read back in the place of what was typed into a cell. */
    public SheetChanges restoring(String row, String column, Instant when) {
        Map<String, Map<String, String>> all = new TreeMap<>(cells);
        Map<String, String> rest = new TreeMap<>(all.getOrDefault(row, Map.of()));
        rest.remove(column);
        all.put(row, rest);
        all.values().removeIf(Map::isEmpty);
        Map<String, Map<String, List<Step>>> done = new TreeMap<>(steps);
        append(done, row, column, new Step(Act.GIVEN_BACK, when.toString(), ""));
        return new SheetChanges(all, done, derived, excluded, selections);
    }

    private static void append(Map<String, Map<String, List<Step>>> done, String row, String column, Step step) {
        Map<String, List<Step>> ofRow = new TreeMap<>(done.getOrDefault(row, Map.of()));
        List<Step> ofCell = new ArrayList<>(ofRow.getOrDefault(column, List.of()));
        ofCell.add(step);
        ofRow.put(column, List.copyOf(ofCell.subList(Math.max(0, ofCell.size() - STEPS), ofCell.size())));
        done.put(row, ofRow);
    }

    /** With a derived column; one of the same key is replaced. */
    public SheetChanges deriving(Derived column) {
        List<Derived> all = new ArrayList<>(derived);
        all.removeIf(d -> d.key().equals(column.key()));
        all.add(column);
        return new SheetChanges(cells, steps, all, excluded, selections);
    }

    /** Without a derived column. */
    public SheetChanges withoutDerived(String key) {
        return new SheetChanges(
                cells, steps, derived.stream().filter(d -> !d.key().equals(key)).toList(), excluded, selections);
    }

    /** With other rows left out of statistics. */
    public SheetChanges excluding(Collection<String> keys) {
        return new SheetChanges(cells, steps, derived, new LinkedHashSet<>(keys), selections);
    }

    /** With a named selection; an empty one forgets the name. */
    public SheetChanges naming(String name, Collection<String> keys) {
        Map<String, List<String>> all = new LinkedHashMap<>(selections);
        if (keys.isEmpty()) {
            all.remove(name);
        } else {
            all.put(name, List.copyOf(keys));
        }
        return new SheetChanges(cells, steps, derived, excluded, all);
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
