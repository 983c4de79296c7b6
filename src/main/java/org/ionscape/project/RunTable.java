package org.ionscape.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ionscape.compute.InputException;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;

/**
 * The runs of a project. Runs that were joined are rows of their own, so that they can be taken apart again and a new
 * scan finds each of them; asked for, they are one run, called by the first.
 */
final class RunTable {
    private static final String RUN = "SELECT id, info, settings, counts, naming FROM run ";

    private final Path file;
    private final Database database;

    RunTable(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /** Those that were not removed, by path. */
    List<ProjectRun> all() {
        return database.query(this::run, RUN + "WHERE removed = 0 AND part_of IS NULL ORDER BY path").stream()
                .map(this::whole)
                .toList();
    }

    /** A run, also one that was removed or is a part of another. */
    Optional<ProjectRun> run(long id) {
        return database.query(this::run, RUN + "WHERE id = ?", id).stream()
                .findFirst()
                .map(this::whole);
    }

    /** Adds runs or brings them up to date and back; returns what they are, or are parts of. */
    List<ProjectRun> add(List<RunInfo> runs) {
        Set<Long> ids = new LinkedHashSet<>();
        database.together(() -> {
            for (RunInfo run : runs) {
                String path = run.path().toString();
                database.update(
                        "INSERT INTO run(path, info) VALUES (?, ?)"
                                + " ON CONFLICT(path) DO UPDATE SET info = excluded.info, removed = 0",
                        path,
                        RunInfoJson.write(run));
                ids.add(database.number("SELECT coalesce(part_of, id) FROM run WHERE path = ?", path));
            }
        });
        List<ProjectRun> added = new ArrayList<>();
        ids.forEach(id -> run(id).ifPresent(added::add));
        return added;
    }

    void setRemoved(Collection<Long> ids, int removed) {
        database.together(
                () -> ids.forEach(id -> database.update("UPDATE run SET removed = ? WHERE id = ?", removed, id)));
    }

    void correct(long id, String settings) {
        database.update("UPDATE run SET settings = ? WHERE id = ?", settings, id);
    }

    void setCounts(long id, ProjectRun.Counts counts) {
        database.update("UPDATE run SET counts = ? WHERE id = ?", counts == ProjectRun.Counts.YES ? 1 : 0, id);
    }

    void name(long id, Naming naming) {
        database.update("UPDATE run SET naming = ? WHERE id = ?", RunInfoJson.write(naming), id);
    }

    /** Makes runs the later parts of one, in the order given. */
    void join(long first, List<Long> later) {
        database.together(() -> {
            for (int i = 0; i < later.size(); i++) {
                database.update("UPDATE run SET part_of = ?, part = ? WHERE id = ?", first, i + 1, later.get(i));
            }
        });
    }

    /** Makes the parts of a run runs of their own again. */
    void separate(long first) {
        database.update("UPDATE run SET part_of = NULL, part = 0 WHERE part_of = ?", first);
    }

    private ProjectRun whole(ProjectRun run) {
        List<ProjectRun> later = database.query(this::run, RUN + "WHERE part_of = ? ORDER BY part", run.id());
        return new ProjectRun(run.id(), run.own(), run.naming(), run.settings(), run.counts(), later);
    }

    private ProjectRun run(ResultSet row) throws SQLException {
        try {
            return new ProjectRun(
                    row.getLong(1),
                    RunInfoJson.read(row.getString(2)),
                    RunInfoJson.readNaming(row.getString(5)),
                    row.getString(3),
                    row.getInt(4) == 1 ? ProjectRun.Counts.YES : ProjectRun.Counts.NO,
                    List.of());
        } catch (JsonProcessingException e) {
            throw InputException.of(file, "a run in this project cannot be read: the file is damaged");
        }
    }
}
