package org.ionscape.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionscape.compute.InputException;

/**
 * The form of a project file. Each form is the one before it and a few statements more, so that an older file is brought
 * up to date by the very steps that make a new one; a newer file is refused in words. {@code PRAGMA application_id} marks
 * the file as ours, {@code PRAGMA user_version} says its form.
 */
final class Schema {
    private static final int APPLICATION_ID = 0x494f4e53; // "IONS"

    /** What leads to form 1, from there to form 2, and so on. Never changed, only added to. */
    private static final List<List<String>> STEPS = List.of(
            List.of("""
                    CREATE TABLE run (
                      id INTEGER PRIMARY KEY AUTOINCREMENT,
                      path TEXT NOT NULL UNIQUE,
                      info TEXT NOT NULL,
                      settings TEXT NOT NULL DEFAULT '',
                      counts INTEGER NOT NULL DEFAULT 1,
                      removed INTEGER NOT NULL DEFAULT 0)
                    """, """
                    CREATE TABLE result (
                      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
                      settings TEXT NOT NULL,
                      version TEXT NOT NULL,
                      fingerprint TEXT NOT NULL,
                      json TEXT NOT NULL,
                      problem TEXT NOT NULL,
                      computed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
                      PRIMARY KEY (run, settings))
                    """, "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
            List.of( // tables, models and whatever else a place of the window keeps
                    """
                    CREATE TABLE document (
                      kind TEXT NOT NULL,
                      name TEXT NOT NULL,
                      text TEXT NOT NULL,
                      PRIMARY KEY (kind, name))
                    """),
            List.of( // runs joined into one simulation: the later ones name the first, and their place after it;
                    // and what the person calls a run, as JSON
                    "ALTER TABLE run ADD COLUMN part_of INTEGER REFERENCES run(id)",
                    "ALTER TABLE run ADD COLUMN part INTEGER NOT NULL DEFAULT 0",
                    "ALTER TABLE run ADD COLUMN naming TEXT NOT NULL DEFAULT ''"));

    private Schema() {}

    /** Gives an empty file the newest form, and does something more, or leaves it empty. */
    static void create(Database database, Runnable more) {
        // One transaction in the file itself, before there is a log: a crash leaves a whole project or none.
        database.together(() -> {
            database.execute("PRAGMA application_id = " + APPLICATION_ID);
            bringFrom(0, database);
            more.run();
        });
    }

    /** Brings a file of an older form to the newest: wholly, or not at all. */
    static void upgrade(Database database) {
        long form = database.number("PRAGMA user_version");
        if (form < STEPS.size()) {
            database.together(() -> bringFrom((int) form, database));
        }
    }

    private static void bringFrom(int form, Database database) {
        STEPS.subList(form, STEPS.size()).forEach(step -> step.forEach(database::execute));
        database.execute("PRAGMA user_version = " + STEPS.size());
    }

    /**
     * Looks at a file without opening it.
     *
     * @throws InputException when it is no project, or of a newer form
     */
    static void refuseOthers(Path file) {
        if (!Files.isRegularFile(file)) {
            throw InputException.of(file, "there is no such project file");
        }
        ProjectHeader header = ProjectHeader.read(file);
        refuseOthers(file, header.applicationId(), header.form());
    }

    /** The same, of a file that is open: its log may hold a newer header than the file. */
    static void refuseOthers(Path file, Database database) {
        refuseOthers(file, database.number("PRAGMA application_id"), database.number("PRAGMA user_version"));
    }

    private static void refuseOthers(Path file, long applicationId, long form) {
        if (applicationId != APPLICATION_ID) {
            throw InputException.of(file, "this is no Ionscape project; open a file that Ionscape made");
        }
        if (form > STEPS.size()) {
            throw InputException.of(file, "this project was made by a newer Ionscape; install that version");
        }
    }
}
