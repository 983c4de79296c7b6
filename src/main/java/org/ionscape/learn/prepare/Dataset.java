package org.ionscape.learn.prepare;

import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/**
 * Rows that have a target, and their features.
 *
 * @param table the rows with all their columns
 * @param target key of the target
 * @param y target by row; finite
 * @param features columns to learn from; numbers may be missing, text is a category
 */
public record Dataset(Table table, String target, double[] y, List<Column> features) {
    public Dataset {
        features = List.copyOf(features);
    }

    public int size() {
        return y.length;
    }

    public String name(int row) {
        return table.rowNames().get(row);
    }

    /** Numbers of all rows. */
    public int[] all() {
        return IntStream.range(0, size()).toArray();
    }

    /** The target of some rows. */
    public double[] y(int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> y[i]).toArray();
    }

    public List<String> featureKeys() {
        return features.stream().map(Column::key).toList();
    }

    /** Of the same rows, some of the features, in the order asked for. */
    public Dataset withFeatures(List<String> keys) {
        return new Dataset(
                table,
                target,
                y,
                keys.stream()
                        .map(k -> features.stream()
                                .filter(f -> f.key().equals(k))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(k)))
                        .toList());
    }
}
