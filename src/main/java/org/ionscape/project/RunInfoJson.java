package org.ionscape.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.ionscape.format.scan.RunInfo;

/** Runs as JSON texts; fields a newer version added are passed over. */
final class RunInfoJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RunInfoJson() {}

    static String write(RunInfo info) {
        try {
            return MAPPER.writeValueAsString(info);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run must have a text", e);
        }
    }

    static RunInfo read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, RunInfo.class);
    }
}
