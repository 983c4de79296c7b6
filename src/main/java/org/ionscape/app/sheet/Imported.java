package org.ionscape.app.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.Problem;
import org.ionscape.extract.DescriptorRow;
import org.ionscape.extract.RowCache;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.table.Table;

/**
 * A table read from a file. The project keeps its text, so that it stays when the file goes.
 *
 * @param file it was read from
 * @param origins of the numbers by row, where the provenance that an extraction writes lies beside the file
 * @param problems cells that were taken as missing
 */
record Imported(String name, Path file, Table table, Map<String, DescriptorRow> origins, List<Problem> problems) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** As it is kept in a project. */
    private record Kept(String file, String csv) {}

    /**
     * Reads a file.
     *
     * @throws org.ionscape.compute.InputException when it is no table
     */
    static Imported read(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        TableCsv.Read read = TableCsv.read(whole);
        return new Imported(nameOf(whole), whole, read.table(), origins(whole), read.problems());
    }

    /** What the table of a file is called. */
    static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(csv|tsv|txt)(\\.\\w+)?$", "");
    }

    private static Map<String, DescriptorRow> origins(Path csv) {
        Path beside = Path.of(csv + RowCache.ENDING);
        return Files.isRegularFile(beside) ? RowCache.in(beside).rows() : Map.of();
    }

    Imported named(String other) {
        return new Imported(other, file, table, origins, problems);
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(new Kept(file.toString(), TableCsv.format(table)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table must have a text", e);
        }
    }

    /** A table as it was kept; empty when its text is damaged. */
    static Optional<Imported> ofJson(String name, String json) {
        try {
            Kept kept = MAPPER.readValue(json, Kept.class);
            Path file = Path.of(kept.file());
            return Optional.of(
                    new Imported(name, file, TableCsv.parse(kept.csv(), file).table(), origins(file), List.of()));
        } catch (JsonProcessingException | org.ionscape.compute.InputException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }
}
