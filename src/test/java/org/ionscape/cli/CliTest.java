package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ionscape.compute.Version;
import org.ionscape.format.scan.Layouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final List<String> ENVELOPE =
            List.of("version", "command", "preset", "parameters", "inputs", "seed", "warnings");

    @TempDir
    Path folder;

    private Path run(String name, int frames, int temperatureK) throws IOException {
        Path run = Layouts.run(folder.resolve(name), 1, temperatureK);
        Layouts.write(run.resolve("XDATCAR"), Layouts.xdatcar(Layouts.walk(temperatureK, frames), 10));
        return run;
    }

    private static void assertEnvelope(JsonNode json, String command) {
        assertThat(json.properties().stream().map(java.util.Map.Entry::getKey).toList())
                .containsAll(ENVELOPE);
        assertThat(json.get("version").asText()).isEqualTo(Version.CURRENT);
        assertThat(json.get("command").asText()).isEqualTo(command);
        assertThat(json.get("inputs")).isNotEmpty().allSatisfy(i -> {
            assertThat(i.get("path").asText()).startsWith("/");
            assertThat(i.get("sha256").asText()).hasSize(64);
        });
    }

    @Test
    void scanTellsEachRunUnderTheKeysOfTheContract() throws IOException {
        run("Li-based/Li2PS3/AIMD/stoichiometric/600K", 12, 600);
        JsonNode json = CliCall.of("scan", folder, "--json", "-").json();
        assertEnvelope(json, "scan");
        JsonNode run = json.get("runs").get(0);
        assertThat(run.get("formula").asText()).isEqualTo("Li2PS3");
        assertThat(run.get("species").get("S").asInt()).isEqualTo(3);
        assertThat(run.get("atoms").asInt()).isEqualTo(6);
        assertThat(run.get("frames").asInt()).isEqualTo(12);
        assertThat(run.get("timeStepFs").asDouble()).isEqualTo(20);
        assertThat(run.get("temperatureK").asDouble()).isEqualTo(600);
        assertThat(run.get("family").asText()).isEqualTo("Li");
        assertThat(run.get("compound").asText()).isEqualTo("Li2PS3");
        assertThat(run.get("vacancies").asBoolean(true)).isFalse();
        assertThat(run.get("mobile").get(0).asText()).isEqualTo("Li");
        assertThat(run.get("from").get("temperatureK").asText()).isEqualTo("INCAR: TEBEG");
        assertThat(json.get("problems")).isEmpty();
    }

    @Test
    void scanListsWhatCannotBeUsedAndGoesOn() throws IOException {
        run("good", 12, 600);
        Layouts.write(folder.resolve("bad/XDATCAR"), "x\nscale\n");
        CliCall call = CliCall.of("scan", folder, "--json", "-");
        assertThat(call.exit()).isZero();
        JsonNode problem = call.json().get("problems").get(0);
        assertThat(problem.get("path").asText()).endsWith("bad/XDATCAR");
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("message").asText()).contains("scale factor");
        assertThat(call.json().get("runs")).hasSize(1);
    }

    @Test
    void analyseGivesMsdDiffusionAndTransport() throws IOException {
        JsonNode json = CliCall.of("analyse", run("a", 200, 600), "--json", "-").json();
        assertEnvelope(json, "analyse");
        assertThat(json.get("preset").asText()).isEqualTo("recommended");
        assertThat(json.get("run").get("frames").asInt()).isEqualTo(200);
        for (String species : List.of("Li", "P", "S", "all")) {
            JsonNode msd = json.get("msd").get(species);
            assertThat(msd.get("lagPs")).hasSize(101);
            assertThat(msd.get("msdA2")).hasSize(101);
            assertThat(msd.get("stderrA2")).hasSize(101);
        }
        JsonNode d = json.get("diffusion").get("Li");
        assertThat(d.properties().stream().map(java.util.Map.Entry::getKey).toList())
                .contains(
                        "dCm2PerS",
                        "stderrCm2PerS",
                        "ci95Cm2PerS",
                        "resolved",
                        "upperBoundCm2PerS",
                        "tensorCm2PerS",
                        "fitFromPs",
                        "fitToPs");
        assertThat(json.get("transport").properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList())
                .contains("collectiveDCm2PerS", "sigmaNernstEinsteinMSPerCm", "sigmaCollectiveMSPerCm", "havenRatio");
    }

    @Test
    void whatIsUndefinedIsNull() throws IOException {
        Path run = run("a", 40, 600);
        Files.writeString(run.resolve("INCAR"), "POTIM = 2\nNBLOCK = 10\n");
        CliCall call = CliCall.of("analyse", run, "--preset", "paper", "--json", "-");
        assertThat(call.out()).doesNotContain("NaN", "Infinity");
        assertThat(call.json().get("run").get("temperatureK").isNull()).isTrue();
        assertThat(call.json()
                        .get("transport")
                        .get("sigmaNernstEinsteinMSPerCm")
                        .isNull())
                .isTrue();
    }

    @Test
    void optionsOverrideRecognitionAndPresetAndAreRecorded() throws IOException {
        Path run = run("a", 200, 600);
        JsonNode json = CliCall.of(
                        "analyse",
                        run,
                        "--time-step",
                        "100",
                        "--temperature",
                        "750",
                        "--mobile",
                        "S",
                        "--skip",
                        "2",
                        "--fit",
                        "1:3",
                        "--drift",
                        "total",
                        "--seed",
                        "7",
                        "--json",
                        "-")
                .json();
        JsonNode parameters = json.get("parameters");
        assertThat(parameters.get("timeStepFs").asDouble()).isEqualTo(100);
        assertThat(parameters.get("temperatureK").asDouble()).isEqualTo(750);
        assertThat(parameters.get("mobile").get(0).asText()).isEqualTo("S");
        assertThat(parameters.get("skipPs").asDouble()).isEqualTo(2);
        assertThat(parameters.get("drift").asText()).isEqualTo("total");
        assertThat(json.get("seed").asLong()).isEqualTo(7);
        assertThat(json.get("diffusion").get("S").get("fitFromPs").asDouble()).isEqualTo(1);
        assertThat(json.get("diffusion").get("S").get("fitToPs").asDouble()).isEqualTo(3);
        assertThat(json.get("msd").get("S").get("lagPs")).hasSize(91);
    }

    @Test
    void aTimeStepThatIsGivenIsNotAskedFor() throws IOException {
        Path run = Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 50), 1));
        CliCall call = CliCall.of("analyse", run, "--time-step", "20", "--temperature", "500");
        assertThat(call.exit()).isZero();
        assertThat(call.out()).doesNotContain("is not known");
    }

    @Test
    void sameSeedSameBytesOnAnyNumberOfThreads() throws IOException {
        Path run = run("a", 200, 600);
        String one = CliCall.of("analyse", run, "--threads", "1", "--json", "-").out();
        String three =
                CliCall.of("analyse", run, "--threads", "3", "--json", "-").out();
        assertThat(three).isEqualTo(one);
    }

    @Test
    void pointsThinsLongArraysAndKeepsTheirEnds() throws IOException {
        Path run = run("a", 200, 600);
        JsonNode lags = CliCall.of("analyse", run, "--points", "11", "--json", "-")
                .json()
                .get("msd")
                .get("Li")
                .get("lagPs");
        assertThat(lags).hasSize(11);
        assertThat(lags.get(0).asDouble()).isZero();
        assertThat(lags.get(10).asDouble()).isCloseTo(2, within(1e-12));
    }

    @Test
    void severalRunsGiveAnArrayOfResults() throws IOException {
        JsonNode json = CliCall.of("analyse", run("a", 50, 500), run("b", 60, 600), "--json", "-")
                .json();
        assertThat(json.get("runs")).hasSize(2);
        assertThat(json.get("runs").get(1).get("run").get("frames").asInt()).isEqualTo(60);
        assertThat(json.get("inputs")).hasSize(2);
    }

    @Test
    void joinedRunsAreOneAndAGapIsAnErrorOnlyWhenStrict() throws IOException {
        double[][] walk = Layouts.walk(3, 90);
        Path a = Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Arrays.copyOf(walk, 40), 1));
        Path b = Layouts.write(folder.resolve("b/XDATCAR"), Layouts.xdatcar(Arrays.copyOfRange(walk, 40, 90), 1));
        CliCall good = CliCall.of("analyse", "--join", "--strict", "--time-step", "20", a, b, "--json", "-");
        assertThat(good.json().get("run").get("frames").asInt()).isEqualTo(90);
        CliCall gap = CliCall.of("analyse", "--join", "--time-step", "20", b, a, "--json", "-");
        assertThat(gap.exit()).isZero();
        assertThat(gap.json().get("warnings").toString()).contains("the atoms jump here");
        CliCall strict = CliCall.of("analyse", "--join", "--strict", "--time-step", "20", b, a, "--json", "-");
        assertThat(strict.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(strict.out()).isEmpty();
    }

    @Test
    void theJsonFileIsWrittenWholeAndNothingLiesBesideIt() throws IOException {
        Path result = folder.resolve("out/result.json");
        assertThat(CliCall.of("analyse", run("a", 50, 500), "--json", result).exit())
                .isZero();
        assertThat(new ObjectMapper().readTree(result.toFile()).get("command").asText())
                .isEqualTo("analyse");
        assertThat(result.getParent().toFile().list()).containsExactly("result.json");
    }

    @Test
    void aResultThatCannotBeWrittenIsNoFaultOfTheInput() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        CliCall call = CliCall.of("analyse", run("a", 50, 500), "--json", file.resolve("below.json"));
        assertThat(call.exit()).isEqualTo(Cli.OTHER);
        assertThat(call.err()).contains("cannot be written").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"msd.svg", "msd.pdf", "msd.png"})
    void theFigureIsWrittenInTheFormatOfItsName(String name) throws IOException {
        Path file = folder.resolve(name);
        CliCall call = CliCall.of("analyse", run("a", 100, 500), "--figure", file, "--width-mm", "60", "--dpi", "150");
        assertThat(call.exit()).as(call.err()).isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void theSummarySaysDWithItsErrorAndUnit() throws IOException {
        CliCall call = CliCall.of("analyse", run("a", 400, 600));
        assertThat(call.out()).containsPattern("D\\(Li\\) = [-0-9.e]+ ± [0-9.e-]+ cm²/s");
        assertThat(call.err()).isEmpty();
    }

    @Test
    void badInputNamesFileAndLineWithoutAStackTrace() throws IOException {
        Path bad = Layouts.write(folder.resolve("bad/XDATCAR"), "x\nscale\n");
        CliCall call = CliCall.of("analyse", bad.getParent(), "--json", "-");
        assertThat(call.exit()).isEqualTo(Cli.BAD_INPUT);
        assertThat(call.err()).contains(bad + ", line 2: ").doesNotContain("\tat ");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void debugShowsWhereItHappened() throws IOException {
        Path bad = Layouts.write(folder.resolve("bad/XDATCAR"), "x\nscale\n");
        assertThat(CliCall.of("analyse", bad, "--debug").err()).contains("\tat org.ionscape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyse",
                "analyse x --fit 2",
                "analyse x --fit 5:2",
                "analyse x --drift up",
                "analyse x --preset best",
                "analyse x --points 1",
                "analyse x --threads 0",
                "analyse x --time-step -1",
                "analyse x --temperature hot",
                "analyse x --unknown",
                "analyse x --figure msd.gif",
                "analyse x --figure-kind pie",
                "analyse x y --figure msd.svg",
                "analyse x --dpi 1",
                "scan",
                "arrhenius x --skip -2",
                "sacn x",
                "--nonsense"
            })
    void aWrongCallSaysHowToCall(String line) {
        CliCall call = CliCall.of((Object[]) line.split(" "));
        assertThat(call.exit()).isEqualTo(Cli.WRONG_CALL);
        assertThat(call.err()).startsWith("ionscape: ").doesNotContain("\tat ");
        assertThat(call.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "analyse", "arrhenius"})
    void everyCommandExplainsItself(String command) {
        CliCall call = CliCall.of(command, "--help");
        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("--json", "--preset", "--seed", "--threads");
    }

    @Test
    void anArrheniusTableInSquareMetresGivesTheSameActivationEnergy() throws IOException {
        // ln D falls by 1 between 1/T = 1/500 and 1/400: E_a = k_B / (1/400 − 1/500)
        Path cm = Layouts.write(folder.resolve("cm.csv"), "T [K],D [cm2/s]\n500,1e-5\n400,3.678794411714423e-6\n");
        Path m = Layouts.write(folder.resolve("m.csv"), "T [K],D [m2/s]\n500,1e-9\n400,3.678794411714423e-10\n");
        for (Path table : List.of(cm, m)) {
            JsonNode json = CliCall.of("arrhenius", table, "--json", "-").json();
            assertEnvelope(json, "arrhenius");
            JsonNode compound = json.get("compounds").get(0);
            assertThat(compound.get("activationEnergyEv").asDouble()).isCloseTo(8.617333262e-5 * 2000, within(1e-12));
            assertThat(compound.get("points").get(1).get("dCm2PerS").asDouble())
                    .isCloseTo(3.678794411714423e-6, within(1e-18));
            assertThat(compound.get("stderrEv").isNull()).isTrue();
            assertThat(compound.get("extrapolated").asBoolean()).isTrue();
        }
    }

    @Test
    void aTableOfDWithoutErrorsIsPrintedWithoutThem() throws IOException {
        Path table = Files.writeString(folder.resolve("D T.csv"), "T,D\n500,1e-6\n600,2e-6\n");
        CliCall call = CliCall.of("arrhenius", table);
        assertThat(call.exit()).isZero();
        assertThat(call.out()).contains("E_a = 0.1792 eV").doesNotContain("NaN");
    }

    @Test
    void aTemperatureBelowZeroKelvinIsRefusedWithItsLine() throws IOException {
        Path table = Files.writeString(folder.resolve("D.csv"), "T,D\n500,1e-6\n-600,2e-6\n");
        CliCall call = CliCall.of("arrhenius", table);
        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("line 3").contains("above 0 K");
    }

    @Test
    void runsWithVacanciesAreFittedApart() throws IOException {
        for (String kind : List.of("stoichiometric", "non-stoichiometric")) {
            run("Li-based/Li2PS3/AIMD/" + kind + "/500K", 300, 500);
            run("Li-based/Li2PS3/AIMD/" + kind + "/600K", 300, 600);
        }
        JsonNode compounds = CliCall.of("arrhenius", folder, "--preset", "paper", "--json", "-")
                .json()
                .get("compounds");
        assertThat(compounds).hasSize(2);
        assertThat(compounds.get(0).get("vacancies").asBoolean(true)).isFalse();
        assertThat(compounds.get(1).get("vacancies").asBoolean(false)).isTrue();
        assertThat(compounds.get(0).get("points")).hasSize(2);
    }

    @Test
    void aFolderIsForTheWindowAndACommandIsNot() {
        assertThat(Cli.isCommand(new String[] {"scan"})).isTrue();
        assertThat(Cli.isCommand(new String[] {"--version"})).isTrue();
        assertThat(Cli.isCommand(new String[] {folder.toString()})).isFalse();
        assertThat(Cli.isCommand(new String[] {"--samples"})).isFalse();
        assertThat(Cli.isCommand(new String[] {"correlat"}))
                .as("a word that names nothing is told, not opened")
                .isTrue();
        CliCall call = CliCall.of("correlat", "x.csv");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("no command, folder or project “correlat”", "did you mean correlate");
        assertThat(Cli.isCommand(new String[] {})).isFalse();
    }

    @Test
    void arrheniusOfATableWithoutErrorsNamesNoneAndRefusesImpossibleRows() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), "T,D\n500,1e-6\n600,2e-6\n");
        CliCall call = CliCall.of("arrhenius", good);
        assertThat(call.out()).contains("E_a = 0.1792").doesNotContain("NaN");
        for (String row : List.of("-600,1e-6", "600,0", "600,-3")) {
            Path bad = Files.writeString(folder.resolve("bad.csv"), "T,D\n500,1e-6\n" + row + "\n");
            CliCall refused = CliCall.of("arrhenius", bad);
            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.err()).contains("line 3").contains("above 0");
        }
    }
}
