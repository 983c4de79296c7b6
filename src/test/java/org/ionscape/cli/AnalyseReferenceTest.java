package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command held against what an independent implementation computed from the same files with the equations of the
 * published study: MSD of each species at every lag and D, to the tolerance each case states.
 */
class AnalyseReferenceTest {
    private static final Path FOLDER = Path.of(System.getProperty("ionscape.reference", "absent"));

    /** The cases take the framework's atoms to weigh alike, the program takes their masses: that much it matters. */
    private static final double EQUAL_MASSES = 2e-3;

    private static JsonNode expected(String name) throws IOException {
        Path file = FOLDER.resolve(name).resolve("expected.json");
        Assumptions.assumeTrue(Files.exists(file), "no reference case " + name + " here");
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode analyse(String name, JsonNode expected, String... more) {
        List<Object> words = new ArrayList<>(List.of("analyse", "--preset", "paper", "--json", "-"));
        List<Path> files = new ArrayList<>();
        expected.get("inputs").forEach(i -> {
            if (i.asText().contains("XDATCAR")) {
                files.add(FOLDER.resolve(name).resolve(i.asText()));
            }
        });
        words.addAll(files);
        if (files.size() > 1) {
            words.addAll(List.of("--join", "--strict"));
        }
        if (!Files.exists(FOLDER.resolve(name).resolve("INCAR"))) {
            words.addAll(List.of("--time-step", "1"));
        }
        words.addAll(List.of(more));
        CliCall call = CliCall.of(words.toArray());
        assertThat(call.exit()).as(call.err()).isZero();
        return call.json();
    }

    private static void assertMsd(JsonNode got, JsonNode lags, JsonNode want, double relative) {
        for (int i = 0; i < want.size(); i++) {
            int lag = lags == null ? i : lags.get(i).asInt();
            double value = want.get(i).asDouble();
            assertThat(got.get(lag).asDouble()).isCloseTo(value, within(1e-12 + relative * value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09_i_random_walk_oblique",
                "09_ii_harmonic_vdos",
                "09_iii_ballistic",
                "09_ix_scale_factor",
                "09_v_vasp4_no_species",
                "09_vi_concatenated_restart",
                "09_vii_b_truncated_at_line",
                "09_vii_truncated_last_frame",
                "09_viii_gzip",
                "09_x_negative_scale_is_volume",
                "09_xi_crlf",
                "09_xii_repeated_species",
                "09_xiii_half_box_jump",
                "10_fmt_XDATCAR_4",
                "10_fmt_XDATCAR_5",
                "10_fmt_XDATCAR_MD",
                "10_fmt_XDATCAR_monatomic",
                "10_real_Li6PS5Cl_0p_two_runs",
                "10_real_Li6PS5Cl_50p_run1",
                "10_real_LiSi_short",
                "10_real_Na11Sn2PS12",
                "10_real_NaCl"
            })
    void paperPresetAgreesWithAnIndependentImplementation(String name) throws IOException {
        JsonNode expected = expected(name);
        JsonNode values = expected.get("values");
        JsonNode json = analyse(name, expected);
        assertThat(json.get("run").get("frames").asInt())
                .isEqualTo(values.get("n_frames").asInt());
        for (Map.Entry<String, JsonNode> species : values.get("msd").properties()) {
            JsonNode want = species.getValue();
            assertMsd(
                    json.get("msd").get(species.getKey()).get("msdA2"),
                    want.get("lags"),
                    want.get("msd_A2"),
                    expected.get("tolerance").get("msd_rel").asDouble());
            if (want.has("D_cm2_per_s") && !species.getKey().equals("all")) {
                double d = want.get("D_cm2_per_s").asDouble();
                double tolerance = expected.get("tolerance").get("D_rel").asDouble();
                assertThat(json.get("diffusion")
                                .get(species.getKey())
                                .get("dCm2PerS")
                                .asDouble())
                        .isCloseTo(d, within(Math.abs(d) * tolerance));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10_real_Li6PS5Cl_0p_two_runs", "10_real_Li6PS5Cl_50p_run1", "10_real_Na11Sn2PS12"})
    void theMotionOfTheFrameworkIsTakenOff(String name) throws IOException {
        JsonNode expected = expected(name);
        JsonNode want = expected.get("values").get("msd_mobile_framework_drift_removed");
        JsonNode json = analyse(name, expected, "--drift", "framework");
        String mobile = json.get("run").get("mobile").get(0).asText();
        assertMsd(json.get("msd").get(mobile).get("msdA2"), want.get("lags"), want.get("msd_A2"), EQUAL_MASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = "09_iv_npt_header_per_frame")
    void aBreathingCellIsReadWithItsMeanCell(String name) throws IOException {
        JsonNode expected = expected(name);
        JsonNode json = analyse(name, expected);
        for (Map.Entry<String, JsonNode> species :
                expected.get("values").get("msd_mean_cell").properties()) {
            assertMsd(json.get("msd").get(species.getKey()).get("msdA2"), null, species.getValue(), 1e-6);
        }
        assertThat(json.get("parameters").get("variableCell").asText()).contains("mean cell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10_broken_composition", "10_broken_pos"})
    void aBrokenFileIsRefusedByLine(String name) throws IOException {
        JsonNode expected = expected(name);
        CliCall call = CliCall.of("analyse", FOLDER.resolve(name), "--json", "-");
        assertThat(call.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(call.err())
                .contains("line "
                        + expected.get("values").get("first_bad_line_1based").asInt());
    }
}
