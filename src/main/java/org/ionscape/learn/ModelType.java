package org.ionscape.learn;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of model: everything the program needs to offer, make and restore it.
 *
 * @param name as it is called on the command line and in files, for example {@code random-forest}
 * @param title as a person reads it
 * @param modelClass the class it is compared in
 * @param parameters its hyper-parameters in the order they are shown
 * @param factory makes one; {@link #regressor} adds the checks of what it is given
 * @param restorer makes a fitted one from its saved state
 */
public record ModelType(
        String name,
        String title,
        ModelClass modelClass,
        List<Parameter> parameters,
        Function<Settings, Regressor> factory,
        Function<State, FittedRegressor> restorer) {

    public ModelType {
        parameters = List.copyOf(parameters);
    }

    public Settings defaults() {
        return Settings.defaults(name, parameters);
    }

    /** A model with these settings, which refuses data that no model can use. */
    public Regressor regressor(Settings settings) {
        Regressor bare = factory.apply(settings);
        return (x, y, seed, progress) -> {
            Checked.training(name, x, y);
            return new Checked(bare.fit(x, y, seed, progress), x[0].length);
        };
    }

    /** A fitted model from what {@link FittedRegressor#state()} gave. */
    public FittedRegressor restore(State state) {
        return Checked.restored(restorer, state);
    }
}
