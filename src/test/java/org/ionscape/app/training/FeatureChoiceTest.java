package org.ionscape.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.junit.jupiter.api.Test;

class FeatureChoiceTest {
    private static final int ROWS = 20;

    private static TextColumn texts(String key, int kinds) {
        return new TextColumn(
                key, IntStream.range(0, ROWS).mapToObj(i -> "k" + i % kinds).toList());
    }

    @Test
    void textThatOnlyNamesRowsOrIsTheSameForAllIsNotLearnedFromUnlessAsked() {
        FeatureChoice choice = new FeatureChoice();
        List<Column> columns = List.of(
                new NumberColumn(
                        "T", "K", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                texts("family", 5),
                texts("reference", ROWS),
                texts("preset", 1));

        choice.offer(columns);
        assertThat(choice.wanted()).containsExactly("T", "family");

        choice.all().get(2).wantedProperty().set(true);
        choice.offer(columns);
        assertThat(choice.wanted()).containsExactly("T", "family", "reference");
    }
}
