package org.ionscape.learn.subset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.format.AtomicFiles;

/**
 * How far an exhaustive search has come, in a file: the subsets of numbers below {@code done} have been tried, and these
 * are the best of them. Its size does not grow with their number.
 *
 * @param question what is searched, as a hash: a file that answers another question is refused
 * @param seconds worked so far
 */
record Checkpoint(String question, long done, double seconds, List<Candidate> leaders) {
    private static final String FORMAT = "ionscape subset search 1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    void write(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("question", question);
        json.put("done", done);
        json.put("seconds", seconds);
        json.put("leaders", leaders);
        try {
            byte[] bytes = MAPPER.writeValueAsBytes(json);
            AtomicFiles.write(file, out -> out.write(bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the search cannot be saved here (" + e.getMessage() + ")", e);
        }
    }

    /**
     * What a file holds; empty when there is none.
     *
     * @throws InputException when it is something else, damaged, or of another search
     */
    static Optional<Checkpoint> read(Path file, String question, int features) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = MAPPER.readTree(file.toFile());
            if (!json.path("format").asText().equals(FORMAT)) {
                throw InputException.of(file, "this is no saved subset search; name another file or remove it");
            }
            if (!json.path("question").asText().equals(question)) {
                throw InputException.of(
                        file,
                        "this search was begun with other rows, features or settings; name another file to begin anew,"
                                + " or repeat the call it was begun with");
            }
            List<Candidate> leaders = new ArrayList<>();
            for (JsonNode one : json.path("leaders")) {
                leaders.add(candidate(file, one, features));
            }
            long done = json.path("done").asLong(-1);
            if (done < 0) {
                throw damaged(file);
            }
            return Optional.of(
                    new Checkpoint(question, done, json.path("seconds").asDouble(), leaders));
        } catch (JsonProcessingException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw InputException.of(file, "this file cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Candidate candidate(Path file, JsonNode json, int features) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode number : json.path("features")) {
            int last = numbers.isEmpty() ? -1 : numbers.getLast();
            if (!number.isInt() || number.asInt() <= last || number.asInt() >= features) {
                throw damaged(file);
            }
            numbers.add(number.asInt());
        }
        if (numbers.isEmpty() || !json.path("rmse").isNumber()) {
            throw damaged(file);
        }
        return new Candidate(numbers, json.path("rmse").asDouble());
    }

    private static InputException damaged(Path file) {
        return InputException.of(file, "this saved search is damaged; remove it to begin anew");
    }
}
