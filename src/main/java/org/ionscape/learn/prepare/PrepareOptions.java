package org.ionscape.learn.prepare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionscape.compute.Preset;

/**
 * How values become what a model sees.
 *
 * @param transform of the target, before anything else
 * @param scale of the target, after the transform
 * @param levels where the levels of categories are taken from
 */
public record PrepareOptions(Transform transform, TargetScale scale, Levels levels) {
    /** A function applied to the target; predictions are turned back. */
    public enum Transform {
        NONE,
        LOG10;

        public double of(double value) {
            return this == LOG10 ? Math.log10(value) : value;
        }

        public double back(double value) {
            return this == LOG10 ? Math.pow(10, value) : value;
        }

        /** The error of a value turned back, from the error before, to first order. */
        public double backError(double value, double error) {
            return this == LOG10 ? back(value) * Math.log(10) * error : error;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Transform> ofLabel(String label) {
            return Stream.of(values()).filter(t -> t.label().equals(label)).findFirst();
        }
    }

    /** Whether the target is brought to mean 0 and deviation 1 for the fit. */
    public enum TargetScale {
        NONE,
        STANDARDISE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<TargetScale> ofLabel(String label) {
            return Stream.of(values()).filter(t -> t.label().equals(label)).findFirst();
        }
    }

    /** Which rows say what levels a category has. */
    public enum Levels {
        TABLE,
        FOLD
    }

    /** As [L] did it, or with the target standardised too and nothing taken from held-out rows. */
    public static PrepareOptions of(Preset preset) {
        return preset == Preset.PAPER
                ? new PrepareOptions(Transform.NONE, TargetScale.NONE, Levels.TABLE)
                : new PrepareOptions(Transform.NONE, TargetScale.STANDARDISE, Levels.FOLD);
    }

    public PrepareOptions with(Transform other) {
        return new PrepareOptions(other, scale, levels);
    }

    public PrepareOptions with(TargetScale other) {
        return new PrepareOptions(transform, other, levels);
    }
}
