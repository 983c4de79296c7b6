package org.ionscape.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.format.AtomicFiles;

/**
 * A saved analysis: which table, which of its rows, what is done with them. A readable JSON text, which gives the same
 * bytes whenever it is replayed on the same table.
 *
 * @param ionscape version of the program that wrote it
 * @param title in a few words
 * @param input the table it was made with, which another may stand in for
 * @param where condition that chooses the rows; empty for all
 * @param seed of everything random
 * @param steps in order
 */
@JsonPropertyOrder({"ionscape", "title", "input", "where", "preset", "seed", "steps"})
public record Recipe(
        @JsonProperty(required = true) String ionscape,
        String title,
        Optional<Input> input,
        String where,
        @JsonProperty(required = true) Preset preset,
        @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) List<Step> steps) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long MOST_BYTES = 1_000_000;

    /**
     * A file and what it held.
     *
     * @param path from the folder of the recipe, where both can travel together
     */
    public record Input(String path, String sha256) {
        /** A table as a recipe in a file names it. */
        public static Input of(Path table, String sha256, Path recipe) {
            Path folder = recipe.toAbsolutePath().normalize().getParent();
            Path file = table.toAbsolutePath().normalize();
            String path = folder != null && java.util.Objects.equals(folder.getRoot(), file.getRoot())
                    ? folder.relativize(file).toString()
                    : file.toString();
            return new Input(path.replace('\\', '/'), sha256);
        }
    }

    public Recipe {
        title = Objects.requireNonNullElse(title, "");
        where = Objects.requireNonNullElse(where, "");
        steps = List.copyOf(steps);
    }

    /** The table it was made with, when it was read from a file. */
    public Optional<Path> inputBeside(Path file) {
        return input.map(i -> file.toAbsolutePath().resolveSibling(i.path()).normalize());
    }

    /** As it stands in a file. */
    public String text() {
        try {
            return MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes it.
     *
     * @throws InputException when it cannot be written there
     */
    public void write(Path file) {
        try {
            AtomicFiles.write(file, out -> out.write(text().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw InputException.of(file, "the recipe cannot be written here (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads one.
     *
     * @throws InputException when the file cannot be read or is no recipe
     */
    public static Recipe read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw InputException.of(file, "this is no recipe: it is larger than a recipe can be");
            }
            Recipe recipe = MAPPER.readValue(Files.readAllBytes(file), Recipe.class);
            if (recipe == null || recipe.steps().isEmpty()) {
                throw InputException.of(file, "this recipe has no steps; save an analysis again");
            }
            return recipe;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw InputException.at(
                    file,
                    line,
                    e instanceof JsonParseException
                            ? "this is no recipe: JSON was expected, as --save-recipe and the window write it"
                            : "this is no recipe ("
                                    + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
        } catch (IOException e) {
            throw InputException.of(file, "the recipe cannot be read (" + e.getMessage() + ")");
        }
    }
}
