package org.ionscape.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.vibration.Vibrations;
import org.junit.jupiter.api.Test;

/** Results as the project keeps them. */
class ResultJsonTest {
    private static final RunResult RESULT = result();

    private static RunResult result() {
        RunInfo run = RunScanner.inspect(Path.of("sample-data/halide-based/PbF2/AIMD/stoichiometric/800K"));
        return RunAnalyser.analyse(run, AnalysisSettings.of(Preset.RECOMMENDED), Progress.NONE);
    }

    @Test
    void aResultComesBackAsItWasKept() {
        String text = ResultJson.write(RESULT);
        RunResult again = ResultJson.result(text).orElseThrow();
        assertThat(ResultJson.write(again)).isEqualTo(text);
        Vibrations vibrations = again.vibrations().orElseThrow();
        assertThat(vibrations.vdos().keySet()).containsExactly("all", "mobile", "framework", "Pb", "F");
        assertThat(vibrations.lindemann()).isPresent();
    }

    @Test
    void aResultKeptByAnEarlierProgramStillOpens() throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(ResultJson.write(RESULT));
        json.remove("vibrations");
        json.remove("descriptors");
        RunResult old = ResultJson.result(json.toString()).orElseThrow();
        assertThat(old.vibrations()).isEmpty();
        assertThat(old.descriptors()).isEmpty();
        assertThat(old.msd().keySet()).containsExactlyElementsOf(RESULT.msd().keySet());
    }
}
