package org.ionscape.learn.subset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.format.AtomicFiles;

/** A place where a search is kept while it goes on, as a text that replaces the one before. */
public interface SearchKeeper {
    /** What was kept last; empty for a search that has not begun. */
    Optional<String> kept();

    void keep(String text);

    /** Tells that what is kept cannot be used. */
    default InputException refused(String message) {
        return new InputException(Problem.of("the saved search " + message));
    }

    /** In a file, which is the old one or the whole new one at any time. */
    static SearchKeeper file(Path file) {
        return new SearchKeeper() {
            @Override
            public Optional<String> kept() {
                if (!Files.exists(file)) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(Files.readString(file));
                } catch (IOException e) {
                    throw InputException.of(file, "this file cannot be read (" + e.getMessage() + ")");
                }
            }

            @Override
            public void keep(String text) {
                try {
                    AtomicFiles.writeString(file, text);
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            file + ": the search cannot be saved here (" + e.getMessage() + ")", e);
                }
            }

            @Override
            public InputException refused(String message) {
                return InputException.of(file, "this saved search " + message);
            }
        };
    }
}
