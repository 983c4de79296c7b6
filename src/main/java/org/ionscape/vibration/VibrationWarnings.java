package org.ionscape.vibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What to know before the vibrations of a run are believed. */
public final class VibrationWarnings {
    private static final double DISAGREEMENT = 2;
    private static final double NEAR_NYQUIST = 0.03;

    private VibrationWarnings() {}

    /**
     * Something to beware of.
     *
     * @param inShort in three or four words
     * @param sentence what is wrong and what to do
     */
    public record Warning(String inShort, String sentence) {}

    /**
     * What to beware of; nothing when all is well.
     *
     * @param temperatureK stated for the run
     * @param stepFs time between frames
     */
    public static List<Warning> of(Vibrations vibrations, OptionalDouble temperatureK, double stepFs) {
        List<Warning> warnings = new ArrayList<>();
        boolean coarse = vibrations.shareNearNyquist() > NEAR_NYQUIST;
        if (coarse) {
            warnings.add(new Warning(
                    "Frames far apart",
                    "frames " + plain(stepFs, 3) + " fs apart show vibrations up to "
                            + plain(vibrations.nyquistMeV(), 3) + " meV only, and "
                            + plain(100 * vibrations.shareNearNyquist(), 2)
                            + " % of the density of states lies near that: faster vibrations are folded back; store"
                            + " frames more often for a spectrum"));
        }
        temperatureK.ifPresent(
                stated -> kinetic(vibrations, stated, stepFs, coarse).ifPresent(warnings::add));
        return warnings;
    }

    private static Optional<Warning> kinetic(Vibrations vibrations, double statedK, double stepFs, boolean coarse) {
        double ratio = vibrations.kineticTemperatureK() / statedK;
        if (ratio <= DISAGREEMENT && ratio >= 1 / DISAGREEMENT) {
            return Optional.empty();
        }
        String why = coarse && ratio < 1
                ? "the frames are too far apart to show the atoms' speeds, or the time between them is wrong"
                : "the time between frames or the temperature is wrong (" + plain(stepFs * Math.sqrt(ratio), 2)
                        + " fs would fit, not " + plain(stepFs, 3) + " fs)";
        return Optional.of(new Warning(
                "Check the time step",
                "the atoms' kinetic energy is that of " + plain(vibrations.kineticTemperatureK(), 2) + " K, not of "
                        + plain(statedK, 4) + " K: " + why));
    }

    /** To so many significant digits, without exponent or idle zeros. */
    static String plain(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
