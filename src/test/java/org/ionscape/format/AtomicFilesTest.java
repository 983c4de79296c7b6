package org.ionscape.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void aWriteReplacesTheWholeFile() throws IOException {
        Path file = folder.resolve("table.csv");
        AtomicFiles.writeString(file, "a long first version");
        AtomicFiles.writeString(file, "Å²");
        assertThat(file).hasContent("Å²");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertOnly(file);
    }

    @Test
    void aFailureHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("table.csv");
        AtomicFiles.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertOnly(file);
    }

    @Test
    void aFailureOfTheWriterItselfLeavesNothing() throws IOException {
        Path file = folder.resolve("never.csv");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(1);
                    throw new IllegalStateException("a fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFailureToMoveIntoPlaceLeavesNothingNew() throws IOException {
        Path occupied =
                Files.createDirectories(folder.resolve("a folder/with a file")).getParent();
        assertThatThrownBy(() -> AtomicFiles.writeString(occupied, "text")).isInstanceOf(IOException.class);
        assertOnly(occupied);
    }

    private void assertOnly(Path file) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
