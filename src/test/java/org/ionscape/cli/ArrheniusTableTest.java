package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrheniusTableTest {
    @TempDir
    Path folder;

    private CliCall arrhenius(String text) throws IOException {
        return CliCall.of("arrhenius", Files.writeString(folder.resolve("d.csv"), text), "--json", "-");
    }

    @Test
    void everyCompoundOfATableHasALineOfItsOwnPerfectAndWithVacancies() throws IOException {
        JsonNode compounds = arrhenius("""
                run,compound,T [K],vacancies,D [cm2/s]
                a,LiX,700,false,4e-6
                b,LiX,500,false,1e-6
                c,LiX,500,true,2e-6
                d,LiX,700,true,3e-6
                e,NaX,500,false,
                f,NaX,700,false,5e-6
                """).json().get("compounds");

        assertThat(compounds).extracting(c -> c.get("compound").asText()).containsExactly("LiX", "LiX", "NaX");
        assertThat(compounds.get(0).get("points"))
                .extracting(p -> p.get("temperatureK").asDouble())
                .containsExactly(700.0, 500.0);
        // k_B ln 4 / (1/500 − 1/700), k_B = 8.617333e-5 eV/K
        assertThat(compounds.get(0).get("activationEnergyEv").asDouble()).isCloseTo(0.20906, within(1e-5));
        assertThat(compounds.get(1).get("vacancies").asBoolean()).isTrue();
        assertThat(compounds.get(2).get("points")).hasSize(1);
    }

    @Test
    void temperaturesInCelsiusAreConvertedAndOtherUnitsRefused() throws IOException {
        JsonNode point = arrhenius("T [°C],D [m2/s]\n100,1e-9\n200,2e-9\n")
                .json()
                .get("compounds")
                .get(0)
                .get("points")
                .get(0);
        assertThat(point.get("temperatureK").asDouble()).isEqualTo(373.15);
        assertThat(point.get("dCm2PerS").asDouble()).isCloseTo(1e-5, within(1e-18));

        CliCall call = arrhenius("T [F],D\n100,1e-9\n");
        assertThat(call.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(call.err()).contains("line 1", "K or °C", "F");
    }
}
