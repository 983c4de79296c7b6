package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.table.Column;

/** What the schemes have in common: rows dealt into folds, rows gathered by what a column says. */
final class Dealing {
    private Dealing() {}

    static int atLeastTwo(String value) {
        int k = Integer.parseInt(value);
        if (k < 2) {
            throw new NumberFormatException(value);
        }
        return k;
    }

    static void requireRows(int rows, int k, String label) {
        if (rows < k) {
            throw new InputException(
                    Problem.of(label + " needs at least " + k + " rows with a target; there are " + rows));
        }
    }

    /** Row {@code order[i]} is held out in fold {@code foldOf(i)} and learned from in the others. */
    static List<Fold> deal(int[] order, int k, IntUnaryOperator foldOf) {
        List<List<Integer>> held = new ArrayList<>();
        for (int f = 0; f < k; f++) {
            held.add(new ArrayList<>());
        }
        for (int i = 0; i < order.length; i++) {
            held.get(foldOf.applyAsInt(i)).add(order[i]);
        }
        held.forEach(Collections::sort);
        List<Fold> folds = new ArrayList<>();
        for (int f = 0; f < k; f++) {
            List<Integer> train = new ArrayList<>();
            for (int other = 0; other < k; other++) {
                if (other != f) {
                    train.addAll(held.get(other));
                }
            }
            Collections.sort(train);
            folds.add(new Fold(f, Integer.toString(f), train, held.get(f)));
        }
        return folds;
    }

    /** Rows by what a column says of them, in the order of the names. */
    static Map<String, List<Integer>> groups(Dataset data, int[] rows, String key) {
        Column column = data.table()
                .column(key)
                .orElseThrow(() -> new InputException(
                        Problem.of("there is no column “" + key + "” to split the rows by; there are "
                                + String.join(", ", data.table().keys()))));
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int row : rows) {
            if (!column.has(row)) {
                throw new InputException(
                        Problem.of(data.name(row) + " has no value in " + key + ", by which the rows are split"));
            }
            groups.computeIfAbsent(column.text(row), g -> new ArrayList<>()).add(row);
        }
        return groups;
    }
}
