package org.ionscape.learn.prepare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ionscape.learn.State;
import org.ionscape.table.Column;

/** How one feature becomes columns of numbers with mean 0 and population deviation 1 over the training rows. */
public sealed interface Encoder {
    String key();

    /** Names of the columns it makes. */
    List<String> columns();

    /** Writes the columns for one row of a feature, from {@code at} on. */
    void write(Column feature, int row, double[] to, int at);

    /** What a person should know of this value: that it lies outside what was seen; empty when nothing. */
    String doubt(Column feature, int row);

    Map<String, Object> state();

    /**
     * Numbers: missing becomes the median, then (value − mean)/sd.
     *
     * @param median of the training rows that have a value
     * @param mean after filling
     * @param sd population deviation after filling; 1 where it is 0
     * @param low smallest training value
     * @param high largest training value
     */
    record Numeric(String key, String unit, double median, double mean, double sd, double low, double high)
            implements Encoder {
        static Numeric fit(Column.NumberColumn feature, int[] rows) {
            double[] present = IntStream.of(rows)
                    .filter(feature::has)
                    .mapToDouble(feature::number)
                    .sorted()
                    .toArray();
            int n = present.length;
            double median = n == 0 ? 0 : (present[(n - 1) / 2] + present[n / 2]) / 2;
            double[] filled = IntStream.of(rows)
                    .mapToDouble(r -> feature.has(r) ? feature.number(r) : median)
                    .toArray();
            Scale scale = Scale.of(filled);
            return new Numeric(
                    feature.key(),
                    feature.unit(),
                    median,
                    scale.mean(),
                    scale.sd(),
                    n == 0 ? median : present[0],
                    n == 0 ? median : present[n - 1]);
        }

        @Override
        public List<String> columns() {
            return List.of(key);
        }

        @Override
        public void write(Column feature, int row, double[] to, int at) {
            double value = feature.number(row);
            to[at] = ((Double.isNaN(value) ? median : value) - mean) / sd;
        }

        @Override
        public String doubt(Column feature, int row) {
            double value = feature.number(row);
            return value < low ? key + " < " + low : value > high ? key + " > " + high : "";
        }

        @Override
        public Map<String, Object> state() {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("kind", "number");
            state.put("key", key);
            state.put("unit", unit);
            state.put("median", median);
            state.put("mean", mean);
            state.put("sd", sd);
            state.put("low", low);
            state.put("high", high);
            return state;
        }
    }

    /**
     * A category: one column for each level, 1 where the row has it, then standardised; missing is the most frequent.
     *
     * @param scales of the columns, in the order of the levels
     */
    record Category(String key, List<String> levels, String usual, List<Scale> scales) implements Encoder {
        static Category fit(Column.TextColumn feature, int[] rows, List<String> levels) {
            Map<String, Integer> counts = new TreeMap<>();
            IntStream.of(rows).filter(feature::has).forEach(r -> counts.merge(feature.text(r), 1, Integer::sum));
            String usual = counts.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .orElse("");
            List<Scale> scales = levels.stream()
                    .map(level -> Scale.of(IntStream.of(rows)
                            .mapToDouble(r -> value(feature, r, usual).equals(level) ? 1 : 0)
                            .toArray()))
                    .toList();
            return new Category(feature.key(), levels, usual, scales);
        }

        private static String value(Column feature, int row, String usual) {
            return feature.has(row) ? feature.text(row) : usual;
        }

        @Override
        public List<String> columns() {
            return levels.stream().map(level -> key + "=" + level).toList();
        }

        @Override
        public void write(Column feature, int row, double[] to, int at) {
            String value = value(feature, row, usual);
            for (int l = 0; l < levels.size(); l++) {
                to[at + l] = scales.get(l).apply(value.equals(levels.get(l)) ? 1 : 0);
            }
        }

        @Override
        public String doubt(Column feature, int row) {
            return !feature.has(row) || levels.contains(feature.text(row))
                    ? ""
                    : key + " = " + feature.text(row) + " (unknown)";
        }

        @Override
        public Map<String, Object> state() {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("kind", "category");
            state.put("key", key);
            state.put("levels", levels);
            state.put("usual", usual);
            state.put("means", scales.stream().mapToDouble(Scale::mean).toArray());
            state.put("sds", scales.stream().mapToDouble(Scale::sd).toArray());
            return state;
        }
    }

    /** The encoder that was saved. */
    static Encoder restore(State state) {
        String key = state.word("key");
        return switch (state.word("kind")) {
            case "number" ->
                new Numeric(
                        key,
                        state.word("unit"),
                        state.real("median"),
                        state.real("mean"),
                        state.real("sd"),
                        state.real("low"),
                        state.real("high"));
            case "category" -> {
                List<String> levels = state.words("levels");
                double[] means = state.reals("means");
                double[] sds = state.reals("sds");
                if (means.length != levels.size() || sds.length != levels.size()) {
                    throw new State.Damaged("the levels of “" + key + "” are not complete");
                }
                yield new Category(
                        key,
                        levels,
                        state.word("usual"),
                        IntStream.range(0, means.length)
                                .mapToObj(i -> new Scale(means[i], sds[i]))
                                .toList());
            }
            default -> throw new State.Damaged("“" + key + "” is of an unknown kind");
        };
    }

    /** Mean and population deviation; a deviation of 0 counts as 1. */
    record Scale(double mean, double sd) {
        static Scale of(double[] values) {
            double mean = Arrays.stream(values).average().orElse(0);
            double variance = Arrays.stream(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(0);
            // a constant column has a mean that is off by rounding, and so a variance that is not quite 0
            double rounding = 1e-15 * Math.abs(mean);
            double sd = Math.sqrt(variance);
            return new Scale(mean, sd > rounding ? sd : 1);
        }

        double apply(double value) {
            return (value - mean) / sd;
        }

        double back(double value) {
            return value * sd + mean;
        }
    }
}
