package org.ionscape.learn.subset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;

/**
 * How far an exhaustive search has come: the subsets of numbers below {@code done} have been tried, and these are the best
 * of them. Its size does not grow with their number.
 *
 * @param question what is searched, as a hash: what answers another question is refused
 * @param seconds worked so far
 */
record Checkpoint(String question, long done, double seconds, List<Candidate> leaders) {
    private static final String FORMAT = "ionscape subset search 1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    void write(SearchKeeper keeper) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("question", question);
        json.put("done", done);
        json.put("seconds", seconds);
        json.put("leaders", leaders);
        try {
            keeper.keep(MAPPER.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What is kept; empty when there is nothing.
     *
     * @throws InputException when it is something else, damaged, or of another search
     */
    static Optional<Checkpoint> read(SearchKeeper keeper, String question, int features) {
        return keeper.kept().map(text -> parse(text, keeper, question, features));
    }

    private static Checkpoint parse(String text, SearchKeeper keeper, String question, int features) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw damaged(keeper);
        }
        if (!json.path("format").asText().equals(FORMAT)) {
            throw keeper.refused("is none of this program; name another file or remove it");
        }
        if (!json.path("question").asText().equals(question)) {
            throw keeper.refused("was begun with other rows, features or settings; name another file to begin anew, or"
                    + " repeat the call it was begun with");
        }
        List<Candidate> leaders = new ArrayList<>();
        for (JsonNode one : json.path("leaders")) {
            leaders.add(candidate(keeper, one, features));
        }
        long done = json.path("done").asLong(-1);
        if (done < 0) {
            throw damaged(keeper);
        }
        return new Checkpoint(question, done, json.path("seconds").asDouble(), leaders);
    }

    private static Candidate candidate(SearchKeeper keeper, JsonNode json, int features) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode number : json.path("features")) {
            int last = numbers.isEmpty() ? -1 : numbers.getLast();
            if (!number.isInt() || number.asInt() <= last || number.asInt() >= features) {
                throw damaged(keeper);
            }
            numbers.add(number.asInt());
        }
        if (numbers.isEmpty() || !json.path("rmse").isNumber()) {
            throw damaged(keeper);
        }
        return new Candidate(numbers, json.path("rmse").asDouble());
    }

    private static InputException damaged(SearchKeeper keeper) {
        return keeper.refused("is damaged; remove it to begin anew");
    }
}
