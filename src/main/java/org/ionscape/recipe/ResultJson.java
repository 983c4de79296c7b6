package org.ionscape.recipe;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Version;
import org.ionscape.extract.RunResult;

/** Results as JSON: one envelope, and numbers in full precision, for the command line and the window alike. */
public final class ResultJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(new FiniteDouble())
                    .addSerializer(double.class, new FiniteDouble())
                    .addSerializer(double[].class, new FiniteDoubles())
                    .addSerializer(Path.class, new ToStringSerializer()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultJson() {}

    /** What every result begins with. */
    public static Map<String, Object> envelope(
            String command,
            Preset preset,
            long seed,
            Map<String, ?> parameters,
            List<RunResult.Input> inputs,
            List<Problem> warnings) {
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

    /** As it stands in a file. */
    public static String text(Map<String, Object> result) {
        try {
            return MAPPER.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

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
