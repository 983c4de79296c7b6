package org.ionscape.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Optional;

/** Settings and results as JSON texts, for the project file. Equal values have equal texts. */
public final class ResultJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ResultJson() {}

    public static String write(AnalysisSettings settings) {
        return text(settings);
    }

    public static String write(RunResult result) {
        return text(result);
    }

    /** Settings from their text; empty when it is damaged. */
    public static Optional<AnalysisSettings> settings(String json) {
        return read(json, AnalysisSettings.class);
    }

    /** A result from its text; empty when it is damaged or of another form. */
    public static Optional<RunResult> result(String json) {
        return read(json, RunResult.class);
    }

    static String write(RowCache.Entry entry) {
        return text(entry);
    }

    static Optional<RowCache.Entry> entry(String json) {
        return read(json, RowCache.Entry.class);
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result must have a text", e);
        }
    }

    private static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return json.isEmpty() ? Optional.empty() : Optional.ofNullable(MAPPER.readValue(json, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
