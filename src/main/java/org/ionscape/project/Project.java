package org.ionscape.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Version;
import org.ionscape.format.scan.RunInfo;

/**
 * A project file. Every change is on the disk when its method returns; a crash in between loses that one change and
 * nothing else (SQLite with a write-ahead log and full synchronisation). Safe for several threads. One program at a time
 * has a project open.
 *
 * <p>Tables: {@code run} (path, info as JSON, settings as JSON, counts, removed), {@code result} (one per run and
 * settings), {@code setting} (name, value). {@code PRAGMA application_id} marks the file, {@code PRAGMA user_version} its
 * form.
 */
public final class Project implements AutoCloseable {
    private static final int APPLICATION_ID = 0x494f4e53; // "IONS"
    private static final int FORM = 1;
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

    private final Path file;
    private final Connection connection;

    private Project(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
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
            project.execute("BEGIN IMMEDIATE");
            project.execute("PRAGMA application_id = " + APPLICATION_ID);
            project.execute("PRAGMA user_version = " + FORM);
            for (String statement : SCHEMA.split(";\\s*\n")) {
                if (!statement.isBlank()) {
                    project.execute(statement);
                }
            }
            project.putSetting("version", Version.CURRENT);
            project.execute("COMMIT");
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
        if (!Files.isRegularFile(file)) {
            throw InputException.of(file, "there is no such project file");
        }
        ProjectHeader header = ProjectHeader.read(file);
        refuseOthers(file, header.applicationId(), header.form());
        Project project = connect(file);
        try {
            refuseOthers(file, project.number("PRAGMA application_id"), project.number("PRAGMA user_version"));
            project.keepLog();
            return project;
        } catch (RuntimeException e) {
            project.close();
            throw e;
        }
    }

    private static void refuseOthers(Path file, long applicationId, long form) {
        if (applicationId != APPLICATION_ID) {
            throw InputException.of(file, "this is no Ionscape project; open a file that Ionscape made");
        }
        if (form > FORM) {
            throw InputException.of(file, "this project was made by a newer Ionscape; install that version");
        }
    }

    private void keepLog() {
        execute("PRAGMA journal_mode = WAL");
    }

    private static Project connect(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            Project project = new Project(file, connection);
            try {
                project.execute("PRAGMA busy_timeout = 500");
                project.execute("PRAGMA locking_mode = EXCLUSIVE");
                project.execute("PRAGMA synchronous = FULL");
                project.execute("PRAGMA foreign_keys = ON");
                project.execute("BEGIN IMMEDIATE");
                project.execute("COMMIT");
                return project;
            } catch (RuntimeException e) {
                project.close();
                throw e;
            }
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    public Path file() {
        return file;
    }

    /** The file's name without its ending. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** The runs that were not removed, by path. */
    public synchronized List<ProjectRun> runs() {
        return query("SELECT id, info, settings, counts FROM run WHERE removed = 0 ORDER BY path");
    }

    /** Adds runs; one whose path is known is brought up to date and back. Returns them as they now stand. */
    public synchronized List<ProjectRun> addRuns(List<RunInfo> runs) {
        List<ProjectRun> added = new ArrayList<>();
        execute("BEGIN");
        try {
            for (RunInfo run : runs) {
                String path = run.path().toString();
                update(
                        "INSERT INTO run(path, info) VALUES (?, ?)"
                                + " ON CONFLICT(path) DO UPDATE SET info = excluded.info, removed = 0",
                        path,
                        RunInfoJson.write(run));
                added.addAll(query("SELECT id, info, settings, counts FROM run WHERE path = ?", path));
            }
            execute("COMMIT");
            return added;
        } catch (RuntimeException e) {
            execute("ROLLBACK");
            throw e;
        }
    }

    /** Takes runs out of the project; what was known of them is kept for {@link #restore}. */
    public synchronized void remove(Collection<Long> ids) {
        ids.forEach(id -> update("UPDATE run SET removed = 1 WHERE id = ?", id));
    }

    public synchronized void restore(Collection<Long> ids) {
        ids.forEach(id -> update("UPDATE run SET removed = 0 WHERE id = ?", id));
    }

    /** Keeps what the person corrected, as JSON. */
    public synchronized void correct(long id, String settings) {
        update("UPDATE run SET settings = ? WHERE id = ?", settings, id);
    }

    public synchronized void setCounts(long id, ProjectRun.Counts counts) {
        update("UPDATE run SET counts = ? WHERE id = ?", counts == ProjectRun.Counts.YES ? 1 : 0, id);
    }

    /** Keeps a result; it replaces an earlier one with the same settings. */
    public synchronized void storeResult(long id, StoredResult result) {
        update(
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
        try (PreparedStatement statement = prepare(
                        "SELECT settings, version, fingerprint, json, problem FROM result WHERE run = ? AND settings = ?",
                        id,
                        settings);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new StoredResult(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    /** Whether the run has a result with whatever settings: then it is stale rather than not analysed. */
    public synchronized boolean hasAnyResult(long id) {
        return number("SELECT count(*) FROM result WHERE run = " + id) > 0;
    }

    public synchronized Optional<String> setting(String name) {
        try (PreparedStatement statement = prepare("SELECT value FROM setting WHERE name = ?", name);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    public synchronized void putSetting(String name, String value) {
        update("INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)", name, value);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    private List<ProjectRun> query(String sql, Object... values) {
        List<ProjectRun> runs = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                runs.add(new ProjectRun(
                        rows.getLong(1),
                        RunInfoJson.read(rows.getString(2)),
                        rows.getString(3),
                        rows.getInt(4) == 1 ? ProjectRun.Counts.YES : ProjectRun.Counts.NO));
            }
            return runs;
        } catch (SQLException e) {
            throw told(file, e);
        } catch (JsonProcessingException e) {
            throw InputException.of(file, "a run in this project cannot be read: the file is damaged");
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    private static InputException told(Path file, SQLException e) {
        int code = e.getErrorCode() & 0xff;
        String message = switch (code) {
            case 5, 6 -> "this project is open in another window or program; close it there";
            case 8 -> "this project cannot be written; copy it to a folder of yours";
            case 11, 26 -> "this is no Ionscape project, or it is damaged; open a copy of it";
            case 13 -> "the disk is full; make room, nothing of the project is lost";
            case 14 -> "this file cannot be opened; check its folder and your permission";
            default -> "the project could not be read or written (" + e.getMessage() + ")";
        };
        return InputException.of(file, message);
    }
}
