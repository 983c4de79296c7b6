package org.ionscape.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Version;
import org.ionscape.format.scan.RunInfo;

/**
 * A project file. Every change is on the disk when its method returns; a crash in between loses that one change and
 * nothing else (SQLite with a write-ahead log and full synchronisation). Safe for several threads. One program at a time
 * writes to a project; another may {@link #openCopy look at a copy}.
 *
 * <p>Tables: {@code run} (path, info as JSON, settings as JSON, counts, removed), {@code result} (one per run and
 * settings), {@code setting} (name, value), {@code document} (kind, name, text: tables, models and whatever else a place of
 * the window keeps). {@code PRAGMA application_id} marks the file, {@code PRAGMA user_version} its
 * form.
 */
public final class Project implements AutoCloseable {
    private static final int APPLICATION_ID = 0x494f4e53; // "IONS"
    private static final int FORM = 2;
    private static final String SCHEMA = """
            CREATE TABLE run (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              path TEXT NOT NULL UNIQUE,
              info TEXT NOT NULL,
              settings TEXT NOT NULL DEFAULT '',
              counts INTEGER NOT NULL DEFAULT 1,
              removed INTEGER NOT NULL DEFAULT 0);
            CREATE TABLE result (
              run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
              settings TEXT NOT NULL,
              version TEXT NOT NULL,
              fingerprint TEXT NOT NULL,
              json TEXT NOT NULL,
              problem TEXT NOT NULL,
              computed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
              PRIMARY KEY (run, settings));
            CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
            """;
    /** Since form 2. */
    private static final String DOCUMENT = """
            CREATE TABLE document (
              kind TEXT NOT NULL,
              name TEXT NOT NULL,
              text TEXT NOT NULL,
              PRIMARY KEY (kind, name))""";

    private static final String RUN = "SELECT id, info, settings, counts FROM run ";

    /** Whether what is changed is kept. */
    public enum Access {
        /** In the project file. */
        KEPT,
        /** Only in a copy that is gone when it is closed. */
        COPY
    }

    private final Path file;
    private final Database database;
    private final Optional<Path> copy;
    private final Optional<ProjectLock> lock;

    private Project(Path file, Database database, Optional<Path> copy, Optional<ProjectLock> lock) {
        this.file = file;
        this.database = database;
        this.copy = copy;
        this.lock = lock;
    }

    /**
     * Makes a new project.
     *
     * @throws InputException when something is there already or cannot be written
     */
    public static Project create(Path file) {
        if (Files.exists(file)) {
            throw InputException.of(file, "there is a file of this name already; open it or choose another name");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw InputException.of(file, "its folder cannot be made (" + e.getMessage() + ")");
        }
        Project project = connect(file);
        try {
            // One transaction in the file itself, before there is a log: a crash leaves a whole project or none.
            project.database.execute("BEGIN IMMEDIATE");
            project.database.execute("PRAGMA application_id = " + APPLICATION_ID);
            project.database.execute("PRAGMA user_version = " + FORM);
            for (String statement : SCHEMA.split(";\\s*\n")) {
                if (!statement.isBlank()) {
                    project.database.execute(statement);
                }
            }
            project.database.execute(DOCUMENT);
            project.putSetting("version", Version.CURRENT);
            project.database.execute("COMMIT");
            project.keepLog();
            return project;
        } catch (RuntimeException e) {
            project.close();
            throw e;
        }
    }

    /**
     * Opens a project.
     *
     * @throws InputException when it is none, is damaged, of a newer form, or open elsewhere
     */
    public static Project open(Path file) {
        refuseOthers(file);
        Project project = connect(file);
        try {
            refuseOthers(
                    file,
                    project.database.number("PRAGMA application_id"),
                    project.database.number("PRAGMA user_version"));
            project.migrate();
            project.keepLog();
            return project;
        } catch (RuntimeException e) {
            project.close();
            throw e;
        }
    }

    /** Whether nobody else is writing to this project, and it could be written to here. */
    public static boolean isFree(Path file) {
        Optional<ProjectLock> lock = ProjectLock.of(file);
        lock.ifPresent(ProjectLock::close);
        return lock.isPresent() && Files.isWritable(file);
    }

    /** Opens a copy of a project as it is at this moment, also while another program writes to it. */
    public static Project openCopy(Path file) {
        refuseOthers(file);
        try {
            Path copy = Files.createTempDirectory("ionscape-copy").resolve(file.getFileName());
            try (Database original = Database.connect(file)) {
                original.update("VACUUM INTO ?", copy.toString());
            }
            Project project = new Project(file, Database.connect(copy), Optional.of(copy), Optional.empty());
            project.migrate();
            return project;
        } catch (IOException e) {
            throw InputException.of(file, "no copy of this project could be made to look at (" + e.getMessage() + ")");
        }
    }

    private static void refuseOthers(Path file) {
        if (!Files.isRegularFile(file)) {
            throw InputException.of(file, "there is no such project file");
        }
        ProjectHeader header = ProjectHeader.read(file);
        refuseOthers(file, header.applicationId(), header.form());
    }

    private static void refuseOthers(Path file, long applicationId, long form) {
        if (applicationId != APPLICATION_ID) {
            throw InputException.of(file, "this is no Ionscape project; open a file that Ionscape made");
        }
        if (form > FORM) {
            throw InputException.of(file, "this project was made by a newer Ionscape; install that version");
        }
    }

    /** Brings a project of an older form to this one, wholly or not at all. */
    private void migrate() {
        if (database.number("PRAGMA user_version") < 2) {
            database.execute("BEGIN IMMEDIATE");
            database.execute(DOCUMENT);
            database.execute("PRAGMA user_version = 2");
            database.execute("COMMIT");
        }
    }

    private void keepLog() {
        database.execute("PRAGMA journal_mode = WAL");
    }

    private static Project connect(Path file) {
        ProjectLock lock = ProjectLock.of(file)
                .orElseThrow(() -> InputException.of(
                        file,
                        "this project is open in another window or its folder cannot be written; close it there"));
        try {
            Database database = Database.connect(file);
            Project project = new Project(file, database, Optional.empty(), Optional.of(lock));
            try {
                database.execute("BEGIN IMMEDIATE");
                database.execute("COMMIT");
                return project;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** Whether what is changed is kept. */
    public Access access() {
        return copy.isEmpty() ? Access.KEPT : Access.COPY;
    }

    /** The file's name without its ending. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** The runs that were not removed, by path. */
    public synchronized List<ProjectRun> runs() {
        return database.query(this::run, RUN + "WHERE removed = 0 ORDER BY path");
    }

    /** A run, also one that was removed. */
    public synchronized Optional<ProjectRun> run(long id) {
        return database.query(this::run, RUN + "WHERE id = ?", id).stream().findFirst();
    }

    /** Adds runs; one whose path is known is brought up to date and back. Returns them as they now stand. */
    public synchronized List<ProjectRun> addRuns(List<RunInfo> runs) {
        List<ProjectRun> added = new ArrayList<>();
        database.execute("BEGIN");
        try {
            for (RunInfo run : runs) {
                String path = run.path().toString();
                database.update(
                        "INSERT INTO run(path, info) VALUES (?, ?)"
                                + " ON CONFLICT(path) DO UPDATE SET info = excluded.info, removed = 0",
                        path,
                        RunInfoJson.write(run));
                added.addAll(database.query(this::run, RUN + "WHERE path = ?", path));
            }
            database.execute("COMMIT");
            return added;
        } catch (RuntimeException e) {
            database.execute("ROLLBACK");
            throw e;
        }
    }

    /** Takes runs out of the project; what was known of them is kept for {@link #restore}. */
    public synchronized void remove(Collection<Long> ids) {
        ids.forEach(id -> database.update("UPDATE run SET removed = 1 WHERE id = ?", id));
    }

    public synchronized void restore(Collection<Long> ids) {
        ids.forEach(id -> database.update("UPDATE run SET removed = 0 WHERE id = ?", id));
    }

    /** Keeps what the person corrected, as JSON. */
    public synchronized void correct(long id, String settings) {
        database.update("UPDATE run SET settings = ? WHERE id = ?", settings, id);
    }

    public synchronized void setCounts(long id, ProjectRun.Counts counts) {
        database.update("UPDATE run SET counts = ? WHERE id = ?", counts == ProjectRun.Counts.YES ? 1 : 0, id);
    }

    /** Keeps a result; it replaces an earlier one with the same settings. */
    public synchronized void storeResult(long id, StoredResult result) {
        database.update(
                "INSERT OR REPLACE INTO result(run, settings, version, fingerprint, json, problem) VALUES (?,?,?,?,?,?)",
                id,
                result.settings(),
                result.version(),
                result.fingerprint(),
                result.json(),
                result.problem());
    }

    /** The result of a run computed with these settings. */
    public synchronized Optional<StoredResult> result(long id, String settings) {
        return database
                .query(
                        row -> new StoredResult(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        "SELECT settings, version, fingerprint, json, problem FROM result WHERE run = ? AND settings = ?",
                        id,
                        settings)
                .stream()
                .findFirst();
    }

    /** Whether the run has a result with whatever settings: then it is stale rather than not analysed. */
    public synchronized boolean hasAnyResult(long id) {
        return database.number("SELECT count(*) FROM result WHERE run = ?", id) > 0;
    }

    public synchronized Optional<String> setting(String name) {
        return database.query(row -> row.getString(1), "SELECT value FROM setting WHERE name = ?", name).stream()
                .findFirst();
    }

    /** All remembered words, by name. */
    public synchronized Map<String, String> settings() {
        Map<String, String> all = new TreeMap<>();
        database.query(row -> all.put(row.getString(1), row.getString(2)), "SELECT name, value FROM setting");
        return all;
    }

    public synchronized void putSetting(String name, String value) {
        database.update("INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)", name, value);
    }

    /** All documents of a kind, by name. */
    public synchronized Map<String, String> documents(String kind) {
        Map<String, String> all = new TreeMap<>();
        database.query(
                row -> all.put(row.getString(1), row.getString(2)),
                "SELECT name, text FROM document WHERE kind = ?",
                kind);
        return all;
    }

    /** Keeps a document in place of the one of that kind and name. */
    public synchronized void putDocument(String kind, String name, String text) {
        database.update("INSERT OR REPLACE INTO document(kind, name, text) VALUES (?, ?, ?)", kind, name, text);
    }

    public synchronized void removeDocument(String kind, String name) {
        database.update("DELETE FROM document WHERE kind = ? AND name = ?", kind, name);
    }

    @Override
    public synchronized void close() {
        database.close();
        lock.ifPresent(ProjectLock::close);
        copy.ifPresent(Project::delete);
    }

    private static void delete(Path made) {
        try {
            Files.deleteIfExists(made);
            Files.deleteIfExists(made.getParent());
        } catch (IOException e) {
            throw InputException.of(made, "the copy that was looked at could not be deleted; delete it by hand");
        }
    }

    private ProjectRun run(ResultSet row) throws SQLException {
        try {
            return new ProjectRun(
                    row.getLong(1),
                    RunInfoJson.read(row.getString(2)),
                    row.getString(3),
                    row.getInt(4) == 1 ? ProjectRun.Counts.YES : ProjectRun.Counts.NO);
        } catch (JsonProcessingException e) {
            throw InputException.of(file, "a run in this project cannot be read: the file is damaged");
        }
    }
}
