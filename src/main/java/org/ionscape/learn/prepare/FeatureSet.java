package org.ionscape.learn.prepare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two sets of descriptors that [L] learns from. */
public enum FeatureSet {
    /** All descriptors. */
    ANHARMONIC,
    /** Without those that only a molecular-dynamics run at temperature can give: densities of states and amplitudes. */
    HARMONIC;

    private static final List<String> SPECTRAL =
            List.of("omega_mean", "omega30_mean", "e_vib", "c_v", "f_vib", "s_vib");

    /** Whether a descriptor belongs to the set. */
    public boolean holds(String key) {
        return this == ANHARMONIC
                || !(key.equals("debye_temperature")
                        || key.equals("lindemann_ratio")
                        || SPECTRAL.stream()
                                .anyMatch(s ->
                                        key.equals(s) || key.equals(s + "_framework") || key.equals(s + "_mobile")));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FeatureSet> ofLabel(String label) {
        return Stream.of(values()).filter(s -> s.label().equals(label)).findFirst();
    }
}
