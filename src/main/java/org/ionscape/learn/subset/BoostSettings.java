package org.ionscape.learn.subset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ionscape.learn.Settings;
import org.ionscape.learn.tree.AdaBoost;

/** The settings of {@code adaboost-extra-tree} that {@link BoostKernel} knows; its trees are always grown to the end. */
record BoostSettings(int trees, double learningRate, Loss loss) {
    /** These settings, if the kernel can follow them: whatever shapes the trees must be left at its default. */
    static Optional<BoostSettings> of(String model, Settings settings) {
        Map<String, Object> defaults = AdaBoost.EXTRA_TREE.defaults().values();
        boolean grownFully = model.equals(AdaBoost.EXTRA_TREE.name())
                && settings.values().entrySet().stream()
                        .filter(e -> e.getKey().startsWith("estimator__"))
                        .allMatch(e -> e.getValue().equals(defaults.get(e.getKey())));
        return grownFully
                ? Optional.of(new BoostSettings(
                        settings.whole("n_estimators"),
                        settings.real("learning_rate"),
                        Loss.valueOf(settings.word("loss").toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** Of a row, from its error. */
    enum Loss {
        LINEAR,
        SQUARE,
        EXPONENTIAL;

        /** The loss of a row whose error is this share of the greatest. */
        double of(double share) {
            return switch (this) {
                case LINEAR -> share;
                case SQUARE -> share * share;
                case EXPONENTIAL -> 1 - Math.exp(-share);
            };
        }
    }
}
