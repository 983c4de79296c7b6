package org.ionscape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.extract.RunResult;
import org.ionscape.format.AtomicFiles;
import org.ionscape.recipe.ResultJson;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options that every command has, and the envelope of its JSON. */
final class Common {
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the full result as JSON; - is standard output, and then nothing else goes there.")
    String json;

    @Option(
            names = "--preset",
            paramLabel = "paper|recommended",
            converter = PresetConverter.class,
            description = "Equations to follow (default: recommended).")
    Preset preset = Preset.RECOMMENDED;

    @Option(names = "--seed", paramLabel = "N", description = "Fixes everything random (default: 0).")
    long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to work on (default: all cores).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--debug", description = "Print a stack trace when something goes wrong.")
    boolean debug;

    /** Reads {@code paper} and {@code recommended}. */
    static final class PresetConverter implements ITypeConverter<Preset> {
        @Override
        public Preset convert(String value) {
            return Preset.ofLabel(value)
                    .orElseThrow(() -> new picocli.CommandLine.TypeConversionException(
                            "“" + value + "” is no preset; expected paper or recommended"));
        }
    }

    ComputeService service() {
        if (threads < 1) {
            throw new Cli.WrongCall("--threads must be at least 1");
        }
        return new ComputeService(threads);
    }

    /** Whether the result goes to standard output as JSON. */
    boolean jsonToOut() {
        return "-".equals(json);
    }

    /** The keys that every result begins with. */
    Map<String, Object> envelope(
            String command, Map<String, ?> parameters, List<RunResult.Input> inputs, List<Problem> warnings) {
        return ResultJson.envelope(command, preset, seed, parameters, inputs, warnings);
    }

    /** Writes the result where {@code --json} says; does nothing without it. */
    void write(Map<String, Object> result, PrintWriter out) {
        if (json == null) {
            return;
        }
        try {
            String text = ResultJson.text(result);
            if (jsonToOut()) {
                out.print(text);
            } else {
                AtomicFiles.write(Path.of(json), stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new Cli.CannotWrite(json + ": the result cannot be written here (" + e.getMessage() + ")", e);
        }
    }
}
