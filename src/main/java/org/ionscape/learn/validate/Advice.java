package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.Problem;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.table.Column;

/** What a careful colleague would say of a validation before it is run. */
public final class Advice {
    private static final List<String> MATERIAL = List.of("compound", "material", "formula");

    private Advice() {}

    /** Where rows of one material would stand on both sides of a split, the error looks smaller than it is. */
    public static List<Problem> of(Dataset data, Scheme scheme) {
        List<Problem> said = new ArrayList<>();
        if (scheme.columns().isEmpty()) {
            MATERIAL.stream()
                    .flatMap(key -> data.table().column(key).stream())
                    .filter(c -> c instanceof Column.TextColumn texts
                            && texts.levels().size() > 1
                            && texts.levels().size() < texts.present())
                    .findFirst()
                    .ifPresent(c -> said.add(Problem.of("rows of one " + c.key() + " are learned from and held out by "
                            + scheme.label() + ": for the error on an unseen one use logo:" + c.key())));
        }
        return said;
    }
}
