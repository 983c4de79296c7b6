package org.ionscape.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;

/** Runs as JSON texts; fields a newer version added are passed over. */
final class RunInfoJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RunInfoJson() {}

    static String write(RunInfo info) {
        return text(info);
    }

    static String write(Naming naming) {
        return naming.equals(Naming.NONE) ? "" : text(naming);
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run must have a text", e);
        }
    }

    static RunInfo read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, RunInfo.class);
    }

    static Naming readNaming(String json) throws JsonProcessingException {
        return json.isEmpty() ? Naming.NONE : MAPPER.readValue(json, Naming.class);
    }
}
