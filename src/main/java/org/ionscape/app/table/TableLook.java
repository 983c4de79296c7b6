package org.ionscape.app.table;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/**
 * How a person wants the table to look; remembered in the project.
 *
 * @param chosen keys of the columns shown; empty list: all that have values
 * @param pinned keys of the columns that stay at the left
 * @param sortBy key of the column that rows are sorted by; empty: as they come
 * @param order of the sort
 * @param groupBy key of the column of categories that rows are grouped by; empty: not grouped
 * @param heat how cells are coloured by their value
 */
record TableLook(List<String> chosen, List<String> pinned, String sortBy, Order order, String groupBy, Heat heat) {
    static final TableLook FIRST =
            new TableLook(List.of(), List.of("T", "vacancies"), "", Order.FALLING, "", Heat.LINEAR);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Direction of a sort. */
    enum Order {
        RISING,
        FALLING
    }

    /** How cells are coloured by their value. */
    enum Heat {
        OFF("off"),
        /** By the value between the low and the high of its column. */
        @JsonAlias("ON") // as projects of earlier versions call it
        LINEAR("linear"),
        /** By the logarithm, where the low is positive; else as linear. */
        LOG("logarithmic"),
        /** By the share of the column's values that are smaller. */
        RANK("by rank");

        private final String label;

        Heat(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    TableLook {
        chosen = List.copyOf(chosen);
        pinned = List.copyOf(pinned);
    }

    /** Sorted by a column: falling at first, rising at the second call, as they come at the third. */
    TableLook sortedBy(String key) {
        if (!sortBy.equals(key)) {
            return new TableLook(chosen, pinned, key, Order.FALLING, groupBy, heat);
        }
        return order == Order.FALLING
                ? new TableLook(chosen, pinned, key, Order.RISING, groupBy, heat)
                : new TableLook(chosen, pinned, "", Order.FALLING, groupBy, heat);
    }

    TableLook sortedBy(String key, Order how) {
        return new TableLook(chosen, pinned, key, how, groupBy, heat);
    }

    TableLook groupedBy(String key) {
        return new TableLook(chosen, pinned, sortBy, order, key, heat);
    }

    TableLook choosing(List<String> keys) {
        return new TableLook(keys, pinned, sortBy, order, groupBy, heat);
    }

    TableLook pinning(List<String> keys) {
        return new TableLook(chosen, keys, sortBy, order, groupBy, heat);
    }

    TableLook heated(Heat now) {
        return new TableLook(chosen, pinned, sortBy, order, groupBy, now);
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a look must have a text", e);
        }
    }

    static Optional<TableLook> ofJson(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, TableLook.class));
        } catch (JsonProcessingException | NullPointerException e) {
            return Optional.empty(); // written by something else
        }
    }
}
