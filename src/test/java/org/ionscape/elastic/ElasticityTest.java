package org.ionscape.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElasticityTest {
    private static final Map<String, String> NAMES_THERE = Map.ofEntries(
            Map.entry("lame_lambda", "lame_lambda"),
            Map.entry("bulk_modulus", "K_hill"),
            Map.entry("young_modulus", "E"),
            Map.entry("shear_modulus", "G_hill"),
            Map.entry("poisson_ratio", "nu"),
            Map.entry("p_wave_modulus", "P_wave_modulus"),
            Map.entry("vickers_hardness", "HV_chen2011"),
            Map.entry("pugh_ratio", "pugh_G_over_K"),
            Map.entry("cauchy_pressure", "cauchy_pressure_averaged"),
            Map.entry("v_longitudinal", "v_l"),
            Map.entry("v_transverse", "v_t"),
            Map.entry("v_ratio", "v_l_over_v_t"),
            Map.entry("v_mean", "v_mean_debye"));

    private static String resource(String name) throws IOException {
        try (InputStream in = ElasticityTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The eleven crystals, one row each: name, system, formula, density in kg/m³, upper triangle in GPa. */
    static Stream<Arguments> crystals() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(resource("crystals.json")).get("values");
        return resource("crystals.csv").lines().skip(1).map(line -> {
            List<String> cells = List.of(line.split(","));
            return Arguments.of(cells.getFirst(), cells, expected.get(cells.getFirst()));
        });
    }

    private static ElasticTensor tensor(List<String> cells) {
        double[][] c = new double[6][6];
        int cell = 4;
        for (int i = 0; i < 6; i++) {
            for (int j = i; j < 6; j++) {
                c[i][j] = Double.parseDouble(cells.get(cell++));
                c[j][i] = c[i][j];
            }
        }
        return new ElasticTensor(c);
    }

    private static void assertClose(double got, double want, double relative) {
        assertThat(got).isCloseTo(want, within(1e-9 + relative * Math.abs(want)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crystals")
    void agreesWithAnIndependentImplementation(String name, List<String> cells, JsonNode want) {
        Elasticity got = Elasticity.of(tensor(cells), OptionalDouble.of(Double.parseDouble(cells.get(3)) / 1000));
        assertThat(got.stable()).isEqualTo(want.get("mechanically_stable").asBoolean());
        assertClose(got.minEigenvalueGPa(), want.get("min_eigenvalue_GPa").asDouble(), 1e-8);
        assertClose(got.voigt().kGPa(), want.get("K_voigt").asDouble(), 1e-8);
        assertClose(got.reuss().gGPa(), want.get("G_reuss").asDouble(), 1e-8);
        assertClose(got.hill().gGPa(), want.get("G_hill").asDouble(), 1e-8);
        assertThat(got.descriptors().keySet()).isEqualTo(NAMES_THERE.keySet());
        got.descriptors().forEach((key, value) -> {
            if (!got.stable()) {
                assertThat(value).as(key).isNaN();
            } else { // there in m/s; the masses of the density decide the last digits
                double kmPerM = key.matches("v_(longitudinal|transverse|mean)") ? 1e-3 : 1;
                assertClose(value, want.get(NAMES_THERE.get(key)).asDouble() * kmPerM, kmPerM < 1 ? 1e-6 : 1e-8);
            }
        });
        if (got.stable()) {
            assertClose(
                    got.universalAnisotropy(), want.get("universal_anisotropy").asDouble(), 1e-8);
            double atomsPerA3 = want.get("atoms_per_formula").asDouble()
                    * Double.parseDouble(cells.get(3))
                    / 1000
                    / want.get("molar_mass_g_per_mol").asDouble()
                    / 1.66053906660;
            assertClose(
                    got.debyeTemperatureK(atomsPerA3).orElseThrow(),
                    want.get("theta_debye_K").asDouble(),
                    1e-5);
        }
    }

    @Test
    void anIsotropicSolidHasEqualBoundsAndNoAnisotropy() {
        double k = 50;
        double g = 30;
        double[][] c = new double[6][6];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[i][j] = i == j ? k + 4 * g / 3 : k - 2 * g / 3;
            }
            c[3 + i][3 + i] = g;
        }
        Elasticity got = Elasticity.of(new ElasticTensor(c), OptionalDouble.of(2));
        assertClose(got.reuss().kGPa(), k, 1e-12);
        assertClose(got.voigt().gGPa(), g, 1e-12);
        assertThat(got.universalAnisotropy()).isCloseTo(0, within(1e-12));
        // (km/s)² = GPa/(g/cm³)
        assertClose(got.moduli().orElseThrow().vTransverseKmPerS(), Math.sqrt(g / 2), 1e-12);
    }

    @Test
    void withoutADensityThereAreModuliAndARatioOfVelocitiesOnly() throws IOException {
        Elasticity got = Elasticity.of(
                tensor(List.of(resource("crystals.csv")
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .split(","))),
                OptionalDouble.empty());
        assertThat(got.descriptors().get("v_mean")).isNaN();
        assertThat(got.descriptors().get("v_ratio")).isCloseTo(1.674433316, within(1e-8));
        assertThat(got.debyeTemperatureK(0.05)).isEmpty();
    }

    @Test
    void aMatrixWithoutInverseIsNotStable() {
        Elasticity got = Elasticity.of(new ElasticTensor(new double[6][6]), OptionalDouble.of(2));
        assertThat(got.stable()).isFalse();
        assertThat(got.descriptors().values()).allMatch(v -> v.isNaN());
    }

    @Test
    void aMatrixIsMadeSymmetricAndItsAsymmetryTold() {
        double[][] c = new double[6][6];
        for (int i = 0; i < 6; i++) {
            c[i][i] = 100;
        }
        c[0][1] = 40;
        c[1][0] = 50;
        ElasticTensor tensor = new ElasticTensor(c);
        assertThat(tensor.get(0, 1)).isEqualTo(45);
        assertThat(tensor.asymmetry()).isEqualTo(0.1);
    }

    @Test
    void aComponentThatIsNoNumberIsRefusedByName() {
        double[][] c = new double[6][6];
        c[3][4] = Double.NaN;
        assertThatThrownBy(() -> new ElasticTensor(c)).hasMessageContaining("C45");
    }
}
