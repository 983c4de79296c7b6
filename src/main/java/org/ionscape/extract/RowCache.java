package org.ionscape.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ionscape.compute.Version;
import org.ionscape.format.AtomicFiles;
import org.ionscape.format.scan.RunInfo;

/**
 * Rows that were extracted before, in a file of one JSON text per line: the provenance of every number of a table and
 * what makes an extraction resumable. A row is used again when the run's files and those it was computed from have not
 * changed in size or date, no file came or went beside them, and the settings and the version of the program are the
 * same. Each row is appended as it is finished; a last line that was cut off is ignored.
 */
public final class RowCache {
    /** What the file beside a table is called, after the table's own name. */
    public static final String ENDING = ".provenance.jsonl";

    private final Optional<Path> file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private String before = "";

    /**
     * A row and what it depends on.
     *
     * @param run path of the run
     * @param form of the results at that time; another one computes otherwise
     * @param settings as JSON
     * @param state of the files, see {@link FileState}
     */
    record Entry(String run, int form, String settings, String state, DescriptorRow row) {}

    private RowCache(Optional<Path> file) {
        this.file = file;
    }

    /** One that remembers nothing. */
    public static RowCache none() {
        return new RowCache(Optional.empty());
    }

    /** The rows kept in a file, which need not exist yet; lines that cannot be read are left out. */
    public static RowCache in(Path file) {
        RowCache cache = new RowCache(Optional.of(file));
        if (Files.exists(file)) {
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                lines.forEach(line -> ResultJson.entry(line).ifPresent(e -> cache.entries.put(e.run(), e)));
                cache.before = endsInside(file) ? "\n" : "";
            } catch (IOException | UncheckedIOException e) {
                cache.entries.clear(); // what cannot be read is computed again
            }
        }
        return cache;
    }

    /** Whether the last line was cut off. */
    private static boolean endsInside(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** The row of a run if nothing it depends on has changed. */
    synchronized Optional<DescriptorRow> find(RunInfo run, AnalysisSettings settings) {
        Entry entry = entries.get(run.path().toString());
        if (entry == null
                || entry.form() != RunResult.FORM
                || !entry.settings().equals(ResultJson.write(settings))
                || !entry.row().version().equals(Version.CURRENT)
                || !entry.state().equals(FileState.of(run, entry.row().inputs()))) {
            return Optional.empty();
        }
        return Optional.of(entry.row());
    }

    /** The rows by name, whether they are still those of their files or not. */
    public synchronized Map<String, DescriptorRow> rows() {
        Map<String, DescriptorRow> rows = new LinkedHashMap<>();
        entries.values().forEach(e -> rows.put(e.row().name(), e.row()));
        return rows;
    }

    /** Keeps a row at once, so that it survives whatever comes after. */
    synchronized void put(RunInfo run, AnalysisSettings settings, DescriptorRow row) {
        Entry entry = new Entry(
                run.path().toString(),
                RunResult.FORM,
                ResultJson.write(settings),
                FileState.of(run, row.inputs()),
                row);
        entries.put(entry.run(), entry);
        if (file.isEmpty()) {
            return;
        }
        try (OutputStream out =
                Files.newOutputStream(file.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write((before + ResultJson.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            before = "";
        } catch (IOException e) {
            throw new UncheckedIOException(file.get() + ": the rows that are finished cannot be kept here", e);
        }
    }

    /**
     * Writes the rows of these runs in their order, then those kept of other runs in the order of their paths: the same
     * bytes whatever order they were finished in.
     */
    public synchronized void settle(List<RunInfo> runs) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        Map<String, Entry> others = new TreeMap<>(entries);
        StringBuilder text = new StringBuilder();
        for (RunInfo run : runs) {
            Entry entry = others.remove(run.path().toString());
            if (entry != null) {
                text.append(ResultJson.write(entry)).append('\n');
            }
        }
        others.values().forEach(entry -> text.append(ResultJson.write(entry)).append('\n'));
        AtomicFiles.write(file.get(), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
