package org.ionscape.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Version;
import org.ionscape.extract.RunResult;
import org.ionscape.format.AtomicFiles;
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
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("version", Version.CURRENT);
        result.put("command", command);
        result.put("preset", preset.label());
        result.put("parameters", parameters);
        result.put("inputs", inputs);
        result.put("seed", seed);
        result.put("warnings", warnings.stream().map(Problem::toString).toList());
        return result;
    }

    /** Writes the result where {@code --json} says; does nothing without it. */
    void write(Map<String, Object> result, PrintWriter out) {
        if (json == null) {
            return;
        }
        try {
            String text = MAPPER.writeValueAsString(result) + "\n";
            if (jsonToOut()) {
                out.print(text);
            } else {
                AtomicFiles.write(Path.of(json), stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new Cli.CannotWrite(json + ": the result cannot be written here (" + e.getMessage() + ")", e);
        }
    }

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(new FiniteDouble())
                    .addSerializer(double.class, new FiniteDouble())
                    .addSerializer(double[].class, new FiniteDoubles())
                    .addSerializer(Path.class, new ToStringSerializer()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Undefined is null in JSON, never NaN. */
    private static final class FiniteDouble extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        FiniteDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            writeFinite(value, out);
        }
    }

    private static final class FiniteDoubles extends StdSerializer<double[]> {
        private static final long serialVersionUID = 1L;

        FiniteDoubles() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (double value : values) {
                writeFinite(value, out);
            }
            out.writeEndArray();
        }
    }

    private static void writeFinite(double value, JsonGenerator out) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }
}
