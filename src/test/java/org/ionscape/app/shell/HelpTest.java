package org.ionscape.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.ionscape.compute.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
    @TempDir
    Path logs;

    @Test
    void everyLibraryIsNamedWithItsLicenceAndTheVersionInUse() {
        assertThat(Libraries.all()).hasSizeGreaterThan(20).allSatisfy(library -> {
            assertThat(library.licence()).isNotBlank();
            if (!library.name().startsWith("Inter")) { // the font is no jar
                assertThat(library.version()).as(library.name()).isNotEmpty();
            }
        });
    }

    @Test
    void aCrashReportSaysWhatHappenedOnWhatAndEndsWithTheLog() throws IOException {
        Files.writeString(LogFile.in(logs), "the last line of the log\n");
        CrashReport report = CrashReport.of(
                new IllegalStateException("the sky fell"), "FX", logs, LocalDateTime.of(2026, 3, 4, 5, 6, 7));
        assertThat(report.text())
                .contains(Version.CURRENT, "the sky fell", "4 March 2026", "HelpTest", "the last line of the log");
        assertThat(report.file()).hasFileName("crash-2026-03-04-050607.txt").hasContent(report.text());
    }

    @Test
    void onlyTheNewestReportsAreKept() throws IOException {
        for (int second = 0; second < 30; second++) {
            CrashReport.of(new RuntimeException("x"), "FX", logs, LocalDateTime.of(2026, 3, 4, 5, 6, second));
        }
        try (var files = Files.list(logs)) {
            assertThat(files).hasSize(20).contains(logs.resolve("crash-2026-03-04-050629.txt"));
        }
    }
}
