package org.ionscape.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** What the window asks of the system around it; tests bring a desktop of their own. */
interface Desktop {
    /** One on which nobody answers. */
    Desktop SILENT = new Desktop() {
        @Override
        public Optional<Path> askFolder() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askFile(FileKind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askNewFile(FileKind kind) {
            return Optional.empty();
        }

        @Override
        public void reveal(File file) {
            // nobody looks
        }

        @Override
        public void tell(String sentence) {
            // nobody listens
        }

        @Override
        public void quit() {
            // nothing runs
        }
    };

    /** Kinds of files that are asked for. */
    enum FileKind {
        PROJECT("Ionscape project", "*.ionscape"),
        PREFERENCES("Preferences", "*.properties"),
        RECIPE("Recipe", "*.json"),
        NUMBERS("Numbers as JSON", "*.json"),
        INVENTORY("Inventory, .csv or .tex", "*.*");

        private final String says;
        private final String pattern;

        FileKind(String says, String pattern) {
            this.says = says;
            this.pattern = pattern;
        }

        String says() {
            return says;
        }

        String pattern() {
            return pattern;
        }
    }

    Optional<Path> askFolder();

    /** Asks for a file that is there. */
    Optional<Path> askFile(FileKind kind);

    /** Asks where to write a file. */
    Optional<Path> askNewFile(FileKind kind);

    /** Shows a file or folder in the system's file manager. */
    void reveal(File file);

    /** Says something that a person should read before going on. */
    void tell(String sentence);

    void quit();
}
