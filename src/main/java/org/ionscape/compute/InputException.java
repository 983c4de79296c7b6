package org.ionscape.compute;

import java.nio.file.Path;

/**
 * Something a person gave cannot be used: a file, a field, a folder. The message is one sentence they can act on: what
 * was expected, what was found and what to do. Nothing else in the program throws or shows this type for its own faults.
 */
public class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public InputException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** A problem of a whole file. */
    public static InputException of(Path file, String message) {
        return new InputException(Problem.of(file, message));
    }

    /** A problem at a line of a file, counted from 1. */
    public static InputException at(Path file, long line, String message) {
        return new InputException(Problem.at(file, line, message));
    }

    public Problem problem() {
        return problem;
    }
}
