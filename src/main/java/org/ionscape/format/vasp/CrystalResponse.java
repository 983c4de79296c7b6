package org.ionscape.format.vasp;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Atoms;

/**
 * How electrons and ions of a crystal answer to fields and displacements, as far as a file tells.
 *
 * @param atoms species of each ion
 * @param dielectricElectronic macroscopic static dielectric tensor of the electrons with ions held, ε∞, with local
 *     fields; rows and columns x y z
 * @param dielectricIonic what the ions add to it
 * @param bornChargesE Born effective charge tensor of each ion in units of e, rows field, columns displacement; empty
 *     where none are given
 * @param gammaModesMeV quanta of all modes at the zone centre, acoustic ones among them, in meV; negative for an
 *     imaginary frequency; empty where none are given
 * @param bandGap the gap of the last eigenvalues (the first, where ions were displaced one by one)
 * @param warnings what a person should know of these numbers
 */
public record CrystalResponse(
        Atoms atoms,
        Optional<double[][]> dielectricElectronic,
        Optional<double[][]> dielectricIonic,
        List<double[][]> bornChargesE,
        List<Double> gammaModesMeV,
        Optional<BandGap> bandGap,
        List<Problem> warnings) {
    private static final int ACOUSTIC_MODES = 3;

    public CrystalResponse {
        bornChargesE = List.copyOf(bornChargesE);
        gammaModesMeV = List.copyOf(gammaModesMeV);
        warnings = List.copyOf(warnings);
    }

    /** ε∞, a third of the trace. */
    public OptionalDouble electronicDielectricConstant() {
        return dielectricElectronic.map(t -> OptionalDouble.of(trace(t) / 3)).orElse(OptionalDouble.empty());
    }

    /** What the ions add to ε∞, a third of the trace. */
    public OptionalDouble ionicDielectricConstant() {
        return dielectricIonic.map(t -> OptionalDouble.of(trace(t) / 3)).orElse(OptionalDouble.empty());
    }

    /** Mean Born effective charge of the ions of some species, a third of the trace, in units of e. */
    public OptionalDouble bornChargeE(Collection<String> species) {
        int[] ions = atoms.indicesOf(List.copyOf(species));
        return bornChargesE.size() < atoms.count()
                ? OptionalDouble.empty()
                : Arrays.stream(ions)
                        .mapToDouble(i -> trace(bornChargesE.get(i)) / 3)
                        .average();
    }

    /**
     * The lowest optical mode in meV: the lowest of those that are left without the three that lie closest to zero,
     * which are the acoustic ones. Negative when the crystal is unstable against that mode.
     */
    public OptionalDouble lowestOpticalMeV() {
        return gammaModesMeV.stream()
                .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .skip(ACOUSTIC_MODES)
                .mapToDouble(Double::doubleValue)
                .min();
    }

    private static double trace(double[][] tensor) {
        return tensor[0][0] + tensor[1][1] + tensor[2][2];
    }
}
