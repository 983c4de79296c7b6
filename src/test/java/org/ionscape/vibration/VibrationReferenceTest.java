package org.ionscape.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.ionscape.compute.Preset;
import org.ionscape.format.LoadedTrajectory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Preset paper against independent implementations of the same equations. */
class VibrationReferenceTest {
    private static final Path REFERENCE = Path.of(System.getProperty("ionscape.reference", "absent"));
    private static final Path DATA = Path.of(System.getProperty("ionscape.data", "absent"));

    /** Printed with ten digits; transforms of a few thousand values lose two or three. */
    private static final double DIGITS = 1e-8;

    private static void close(double got, double want, double relative) {
        assertThat(got).isCloseTo(want, within(Math.abs(want) * relative));
    }

    private static Vibrations frozen(Preset preset) throws URISyntaxException {
        Path file = Path.of(
                VibrationReferenceTest.class.getResource("XDATCAR_harmonic.gz").toURI());
        try (LoadedTrajectory run = Runs.read(file)) {
            return Runs.vibrations(run.trajectory(), "O", 3, 500, preset);
        }
    }

    /** 301 frames of 4 O at 12 and 18 THz and 4 Zr at 4 and 6 THz; the numbers are NumPy's, with np.correlate and np.fft. */
    @ParameterizedTest
    @CsvSource({
        "O, 0.9497213454696946, -0.8367505168293119, 3.0478548201851985, 67.57796496250785, 17.59077125493878,"
                + " 51.999149603866016, 22.717198238605768, 0.0585639027305205, 0.07031627903662603",
        "Zr, 0.9913068210559355, 0.5012167225766215, 0.6090724554554956, 23.75462333596621, 21.930251401553537,"
                + " 44.559173020820936, -28.003942713496283, 0.14512623146863443, 0.08377986793521924",
        "all, 0.9527199805938292, -0.7402727081121006, 2.871999708372615, 64.42372249405543, 21.656583159680302,"
                + " 51.463669990174544, 19.066630705245966, 0.06479407856985717, 0.07128529786374828"
    })
    void oscillatorsHaveTheNumbersThatNumPyFinds(
            String group,
            double c1,
            double c10,
            double g20,
            double mean,
            double soft,
            double energy,
            double free,
            double entropy,
            double capacity)
            throws URISyntaxException {
        Vibrations v = frozen(Preset.PAPER);
        close(v.vacf().get(group).c()[1], c1, DIGITS);
        close(v.vacf().get(group).c()[10], c10, DIGITS);
        Vdos vdos = v.vdos().get(group);
        close(vdos.g()[20], g20, DIGITS);
        close(vdos.averages().omegaMeanMeV(), mean, DIGITS);
        close(vdos.averages().omega30MeanMeV(), soft, DIGITS);
        close(vdos.averages().eVibMeV(), energy, DIGITS);
        close(vdos.averages().fVibMeV(), free, DIGITS);
        close(vdos.averages().sVibMeVPerK(), entropy, DIGITS);
        close(vdos.averages().cVMeVPerK(), capacity, DIGITS);
        assertThat(vdos.g()).hasSize(300);
        assertThat(vdos.g()[0]).isZero();
    }

    @Test
    void theGroupsAreTheirSpecies() throws URISyntaxException {
        Vibrations v = frozen(Preset.RECOMMENDED);
        assertThat(v.vdos().keySet()).containsExactly("all", "mobile", "framework", "O", "Zr");
        assertThat(v.vdos().get("mobile").g()).isEqualTo(v.vdos().get("O").g());
        assertThat(v.vdos().get("framework").g()).isEqualTo(v.vdos().get("Zr").g());
    }

    /** Lines of equal weight at 12 and 18 THz, 4 and 6 THz; a window of 0.9 ps smears a line over 7 meV, evenly. */
    @Test
    void theRecommendedSpectrumHasTheLinesInTheirPlaces() throws URISyntaxException {
        Vibrations v = frozen(Preset.RECOMMENDED);
        for (Vdos vdos : v.vdos().values()) {
            double[] g = vdos.g();
            double sum = 0;
            for (int k = 1; k < g.length; k++) {
                sum += (g[k - 1] + g[k]) / 2 * vdos.stepMeV();
            }
            close(sum, 1, 1e-12);
        }
        assertThat(peakMeV(v.vdos().get("O"), 60, 100)).isCloseTo(74.44, within(1.2));
        assertThat(peakMeV(v.vdos().get("O"), 0, 60)).isCloseTo(49.63, within(1.2));
        assertThat(peakMeV(v.vdos().get("Zr"), 0, 100)).isCloseTo(24.81, within(1.2));
    }

    private static double peakMeV(Vdos vdos, double from, double to) {
        int best = 0;
        for (int k = 0; k < vdos.g().length; k++) {
            double e = k * vdos.stepMeV();
            if (e >= from && e <= to && (vdos.g()[k] > vdos.g()[best] || best == 0)) {
                best = k;
            }
        }
        return best * vdos.stepMeV();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09_ii_harmonic_vdos", "10_real_LiSi_short", "10_real_npt_Ba"})
    void paperPresetAgreesWithAnIndependentImplementation(String name) throws IOException {
        Path expected = REFERENCE.resolve(name).resolve("expected.json");
        Assumptions.assumeTrue(Files.exists(expected), "no reference case " + name + " here");
        JsonNode json = new ObjectMapper().readTree(expected.toFile());
        JsonNode values = json.get("values");
        try (LoadedTrajectory run = Runs.read(REFERENCE.resolve(name).resolve("XDATCAR"))) {
            Vibrations v = Runs.vibrations(
                    run.trajectory(),
                    values.get("species").get(0).asText(),
                    values.get("dt_fs").asDouble(),
                    values.get("T_K").asDouble(),
                    Preset.PAPER);
            for (Map.Entry<String, JsonNode> group : values.get("vdos").properties()) {
                checkGroup(v, group.getKey(), group.getValue(), json.get("tolerance"));
            }
        }
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void checkGroup(Vibrations v, String group, JsonNode want, JsonNode tolerance) {
        Vdos vdos = v.vdos().get(group);
        double[] g = numbers(want.get("vdos"));
        double most = 0;
        for (double value : g) {
            most = Math.max(most, value);
        }
        double near = most * tolerance.get("vdos_rel_of_max").asDouble();
        for (int k = 0; k < g.length; k++) {
            assertThat(vdos.g()[k]).isCloseTo(g[k], within(near));
        }
        double[] c = numbers(want.get("vacf"));
        for (int n = 0; n < c.length; n++) {
            assertThat(v.vacf().get(group).c()[n]).isCloseTo(c[n], within(1e-6));
        }
        assertThat(vdos.g()).hasSize(want.get("n_points").asInt());
        double relative = tolerance.get("vprop_rel").asDouble();
        close(vdos.stepMeV(), want.get("omega_spacing_meV").asDouble(), relative);
        ModeAverages averages = vdos.averages();
        close(averages.omegaMeanMeV(), want.get("omega_mean_meV").asDouble(), relative);
        close(averages.omega30MeanMeV(), want.get("omega30_inclusive_meV").asDouble(), relative);
        close(averages.eVibMeV(), want.get("E_vib_meV").asDouble(), relative);
        close(averages.cVMeVPerK(), want.get("C_v_meV_per_K").asDouble(), relative);
        close(averages.fVibMeV(), want.get("F_vib_meV").asDouble(), relative);
        close(averages.sVibMeVPerK(), want.get("S_vib_meV_per_K").asDouble(), relative);
        double interpolated = ModeAverages.of(vdos.stepMeV(), vdos.g(), OptionalDouble.empty(), Preset.RECOMMENDED)
                .omega30MeanMeV();
        close(interpolated, want.get("omega30_interpolated_meV").asDouble(), relative);
    }

    /**
     * Li₁₀GeP₂S₁₂ at 600 K: its files say 20 fs between frames, its ions' speeds 2 fs. The band centres were computed
     * independently and are given to 0.01 THz.
     */
    @Test
    void aWrongTimeStepIsSeenInTheSpeeds() {
        Path file = DATA.resolve("lgps/Li10GeP2S12/600K/XDATCAR.gz");
        Assumptions.assumeTrue(Files.exists(file), "no such data here");
        OptionalDouble stated = OptionalDouble.of(600);
        try (LoadedTrajectory run = Runs.read(file)) {
            Vibrations right = Runs.vibrations(run.trajectory(), "Li", 2, 600, Preset.RECOMMENDED);
            assertThat(VibrationWarnings.of(right, stated, 2)).isEmpty();
            double meVPerThz = 4.135667696;
            assertThat(right.vdos().get("Li").averages().omegaMeanMeV() / meVPerThz)
                    .isCloseTo(8.03, within(0.01));
            assertThat(right.vdos().get("all").averages().omegaMeanMeV() / meVPerThz)
                    .isCloseTo(7.73, within(0.01));
            for (Preset preset : Preset.values()) {
                Vibrations wrong = Runs.vibrations(run.trajectory(), "Li", 20, 600, preset);
                assertThat(VibrationWarnings.of(wrong, stated, 20))
                        .singleElement()
                        .asString()
                        .contains("kinetic energy", "(2 fs would fit");
            }
        }
    }
}
