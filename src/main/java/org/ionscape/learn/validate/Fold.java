package org.ionscape.learn.validate;

import java.util.List;

/**
 * One split of the rows.
 *
 * @param index from 0
 * @param name what is held out: a number, a group, {@code test}
 * @param train rows learned from, ascending
 * @param test rows held out, ascending
 */
public record Fold(int index, String name, List<Integer> train, List<Integer> test) {
    public Fold {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    public int[] trainRows() {
        return train.stream().mapToInt(i -> i).toArray();
    }

    public int[] testRows() {
        return test.stream().mapToInt(i -> i).toArray();
    }
}
