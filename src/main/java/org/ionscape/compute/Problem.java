package org.ionscape.compute;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One sentence about one thing that is wrong or doubtful with what a person gave.
 *
 * @param file the file or folder concerned, if there is one
 * @param line the line in it, from 1, if there is one
 * @param message what was expected, what was found, what to do
 */
public record Problem(Optional<Path> file, OptionalLong line, String message) {
    public static Problem of(Path file, String message) {
        return new Problem(Optional.of(file), OptionalLong.empty(), message);
    }

    public static Problem at(Path file, long line, String message) {
        return new Problem(Optional.of(file), OptionalLong.of(line), message);
    }

    public static Problem of(String message) {
        return new Problem(Optional.empty(), OptionalLong.empty(), message);
    }

    @Override
    public String toString() {
        String where = file.map(Path::toString).orElse("");
        if (line.isPresent()) {
            where += ", line " + line.getAsLong();
        }
        return where.isEmpty() ? message : where + ": " + message;
    }
}
