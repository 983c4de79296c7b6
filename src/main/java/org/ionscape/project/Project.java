package org.ionscape.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Version;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;

/**
 * A project file. Every change is on the disk when its method returns; a crash in between loses that one change and
 * nothing else (SQLite with a write-ahead log and full synchronisation). Safe for several threads. One program at a time
 * writes to a project; another may {@link #openCopy look at a copy}.
 *
 * <p>Tables: {@code run} (path, info as JSON, settings as JSON, counts, removed, what it is a part of), {@code result}
 * (one per run and settings), {@code setting} (name, value), {@code document} (kind, name, text). A file of an older form is brought up to date when it is
 * opened.
 */
public final class Project implements AutoCloseable {
    /** Whether what is changed is kept. */
    public enum Access {
        /** In the project file. */
        KEPT,
        /** Only in a copy that is gone when it is closed. */
        COPY
    }

    private final Path file;
    private final Database database;
    private final RunTable runs;
    private final Optional<Path> copy;
    private final Optional<ProjectLock> lock;

    private Project(Path file, Database database, Optional<Path> copy, Optional<ProjectLock> lock) {
        this.file = file;
        this.database = database;
        this.runs = new RunTable(file, database);
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
            Schema.create(project.database, () -> project.putSetting("version", Version.CURRENT));
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
        Schema.refuseOthers(file);
        Project project = connect(file);
        try {
            Schema.refuseOthers(file, project.database);
            Schema.upgrade(project.database);
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
        Schema.refuseOthers(file);
        try {
            Path copy = Files.createTempDirectory("ionscape-copy").resolve(file.getFileName());
            try (Database original = Database.connect(file)) {
                original.update("VACUUM INTO ?", copy.toString());
            }
            Database database = Database.connect(copy);
            Schema.upgrade(database);
            return new Project(file, database, Optional.of(copy), Optional.empty());
        } catch (IOException e) {
            throw InputException.of(file, "no copy of this project could be made to look at (" + e.getMessage() + ")");
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

    /** The runs that were not removed, by path; those that were joined are one. */
    public synchronized List<ProjectRun> runs() {
        return runs.all();
    }

    /** A run, also one that was removed. */
    public synchronized Optional<ProjectRun> run(long id) {
        return runs.run(id);
    }

    /** Adds runs; one whose path is known is brought up to date and back. Returns them as they now stand. */
    public synchronized List<ProjectRun> addRuns(List<RunInfo> found) {
        return runs.add(found);
    }

    /** Takes runs out of the project; what was known of them is kept for {@link #restore}. */
    public synchronized void remove(Collection<Long> ids) {
        runs.setRemoved(ids, 1);
    }

    public synchronized void restore(Collection<Long> ids) {
        runs.setRemoved(ids, 0);
    }

    /** Keeps what the person corrected, as JSON. */
    public synchronized void correct(long id, String settings) {
        runs.correct(id, settings);
    }

    /** Keeps what the person calls a run. */
    public synchronized void name(long id, Naming naming) {
        runs.name(id, naming);
    }

    public synchronized void setCounts(long id, ProjectRun.Counts counts) {
        runs.setCounts(id, counts);
    }

    /** Makes runs one simulation, called by the first; the others follow in the order given. */
    public synchronized void join(long first, List<Long> later) {
        runs.join(first, later);
    }

    /** Makes the parts of a joined run runs of their own again. */
    public synchronized void separate(long first) {
        runs.separate(first);
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
}
