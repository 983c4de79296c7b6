package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vibrations that the command tells of. */
class AnalyseVibrationTest {
    private static CliCall analyse(String... more) throws URISyntaxException {
        Path file = Path.of(AnalyseVibrationTest.class
                .getResource("/org/ionscape/vibration/XDATCAR_harmonic.gz")
                .toURI());
        List<Object> words = new ArrayList<>(List.of("analyse", file, "--time-step", "3", "--mobile", "O"));
        words.addAll(List.of(more));
        CliCall call = CliCall.of(words.toArray());
        assertThat(call.exit()).as(call.err()).isZero();
        return call;
    }

    @Test
    void theKeysOfTheContractAreThere() throws URISyntaxException {
        JsonNode json = analyse("--temperature", "500", "--preset", "paper", "--json", "-")
                .json();
        JsonNode vdos = json.get("vdos").get("framework");
        assertThat(vdos.get("energyMeV")).hasSize(300);
        assertThat(vdos.get("g")).hasSize(300);
        assertThat(vdos.get("omegaMeanMeV").asDouble()).isCloseTo(23.7546, within(1e-3));
        assertThat(vdos.get("omega30MeanMeV").asDouble()).isCloseTo(21.9303, within(1e-3));
        assertThat(vdos.get("eVibMeV").asDouble()).isCloseTo(44.5592, within(1e-3));
        assertThat(vdos.get("fVibMeV").asDouble()).isCloseTo(-28.0039, within(1e-3));
        assertThat(vdos.get("sVibMeVPerK").asDouble()).isCloseTo(0.145126, within(1e-5));
        assertThat(vdos.get("cVMeVPerK").asDouble()).isCloseTo(0.083780, within(1e-5));
        assertThat(json.get("vacf").get("O").get("c").get(0).asDouble()).isEqualTo(1);
        assertThat(json.get("vacf").get("O").get("timePs").get(1).asDouble()).isCloseTo(0.003, within(1e-15));
        JsonNode descriptors = json.get("descriptors");
        for (String key : List.of("omega_mean", "omega30_mean", "e_vib", "c_v", "f_vib", "s_vib")) {
            for (String group : List.of("", "_framework", "_mobile")) {
                assertThat(descriptors.get(key + group).get("value").isNumber())
                        .as(key + group)
                        .isTrue();
                assertThat(descriptors.get(key + group).get("stderr").isNumber())
                        .as(key + group)
                        .isTrue();
            }
        }
        assertThat(descriptors.get("omega_mean_framework").get("value")).isEqualTo(vdos.get("omegaMeanMeV"));
        assertThat(descriptors.get("debye_temperature").get("unit").asText()).isEqualTo("K");
        assertThat(descriptors.get("lindemann_ratio").get("value").asDouble()).isPositive();
    }

    /** Of Zr alone, over the lags that D of O was fitted in. */
    @Test
    void theMsdOfTheFrameworkIsThatOfItsOwnAtoms() throws URISyntaxException {
        JsonNode json = analyse("--json", "-").json();
        JsonNode fit = json.get("diffusion").get("O");
        JsonNode curve = json.get("msd").get("Zr");
        double sum = 0;
        int lags = 0;
        for (int n = 0; n < curve.get("lagPs").size(); n++) {
            double lag = curve.get("lagPs").get(n).asDouble();
            if (lag > fit.get("fitFromPs").asDouble() - 1e-9
                    && lag < fit.get("fitToPs").asDouble() + 1e-9) {
                sum += curve.get("msdA2").get(n).asDouble();
                lags++;
            }
        }
        double mean = sum / lags;
        assertThat(json.get("descriptors").get("msd").get("value").asDouble()).isCloseTo(mean, within(1e-9 * mean));
    }

    @Test
    void longArraysAreThinnedWhenAsked() throws URISyntaxException {
        JsonNode json = analyse("--points", "7", "--json", "-").json();
        assertThat(json.get("vdos").get("all").get("g")).hasSize(7);
        assertThat(json.get("vacf").get("all").get("timePs")).hasSize(7);
    }

    @Test
    void energiesThatNeedATemperatureAreNullWithoutOne() throws URISyntaxException {
        JsonNode json = analyse("--json", "-").json();
        assertThat(json.get("vdos").get("all").get("omegaMeanMeV").isNumber()).isTrue();
        assertThat(json.get("vdos").get("all").get("eVibMeV").isNull()).isTrue();
        assertThat(json.get("descriptors").get("e_vib").get("value").isNull()).isTrue();
        assertThat(json.get("descriptors").get("e_vib").toString()).contains("temperature is not known");
    }

    @Test
    void theSummaryNamesTheMeansOfEachGroup() throws URISyntaxException {
        String said = analyse("--temperature", "500").out();
        assertThat(said).contains("vibrations per mode", "mobile", "framework", "⟨ω⟩", "Lindemann ratio");
    }
}
