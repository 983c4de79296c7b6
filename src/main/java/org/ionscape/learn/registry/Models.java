package org.ionscape.learn.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.linear.Ols;

/** All models, in the order they are listed and compared. A new one needs its line here and nothing else. */
public final class Models {
    private static final List<ModelType> ALL = List.of(Ols.TYPE);

    private Models() {}

    public static List<ModelType> all() {
        return ALL;
    }

    public static Optional<ModelType> find(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /**
     * The model of this name.
     *
     * @throws InputException listing the models there are
     */
    public static ModelType named(String name) {
        return find(name)
                .orElseThrow(() -> new InputException(Problem.of("there is no model “" + name + "”; there are "
                        + ALL.stream().map(ModelType::name).collect(Collectors.joining(", ")))));
    }
}
