package org.ionscape.app.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.ionscape.compute.Version;
import org.ionscape.format.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person can read, and send if they wish, when something went wrong that should not: what was running, where it
 * failed, and the end of the log. It is written to the folder of logs and goes nowhere by itself.
 *
 * @param text of the report
 * @param file it was written to
 */
record CrashReport(String text, Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReport.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final int LOG_LINES = 40;
    private static final int MOST_KEPT = 20;

    /** Writes the report of a failure. */
    static CrashReport of(Throwable failure, String thread, Path logs, LocalDateTime when) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        Runtime runtime = Runtime.getRuntime();
        String text = "Ionscape " + Version.CURRENT + " met an error it did not expect, "
                + when.format(DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", java.util.Locale.ENGLISH))
                + "\n\nWhat happened\n  " + failure + "\n  in " + thread
                + "\n\nOn what\n  " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch") + "\n  Java " + System.getProperty("java.version") + ", JavaFX "
                + System.getProperty("javafx.version", "unknown") + "\n  "
                + (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20) + " of " + runtime.maxMemory() / (1 << 20)
                + " MB used, " + runtime.availableProcessors() + " processors"
                + "\n\nWhere\n" + trace.toString().indent(2)
                + "\nThe end of the log\n" + end(LogFile.in(logs)).indent(2);
        Path file = logs.resolve("crash-" + when.format(STAMP) + ".txt");
        try {
            Files.createDirectories(logs);
            AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            keepFew(logs);
        } catch (IOException e) {
            LOG.warn("the crash report could not be written: {}", e.toString());
        }
        return new CrashReport(text, file);
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.isRegularFile(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void keepFew(Path logs) throws IOException {
        try (var files = Files.list(logs)) {
            List<Path> reports = files.filter(
                            f -> String.valueOf(f.getFileName()).matches("crash-[0-9-]+\\.txt"))
                    .sorted()
                    .toList();
            for (Path old : reports.subList(0, Math.max(0, reports.size() - MOST_KEPT))) {
                Files.deleteIfExists(old);
            }
        }
    }
}
