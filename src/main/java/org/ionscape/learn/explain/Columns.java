package org.ionscape.learn.explain;

import org.ionscape.learn.prepare.Preparation;
import org.ionscape.table.Column;

/** Changes what a model sees of one feature. */
final class Columns {
    private Columns() {}

    /** Where the columns of a feature begin. */
    static int begin(Preparation preparation, int feature) {
        return preparation.encoders().subList(0, feature).stream()
                .mapToInt(e -> e.columns().size())
                .sum();
    }

    /** Gives row i of {@code x} the feature of row {@code from[i]} of a column. */
    static void replace(Preparation preparation, int feature, Column values, int[] from, double[][] x) {
        int at = begin(preparation, feature);
        for (int i = 0; i < x.length; i++) {
            preparation.encoders().get(feature).write(values, from[i], x[i], at);
        }
    }
}
