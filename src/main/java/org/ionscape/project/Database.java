package org.ionscape.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.InputException;

/** An SQLite file and the few things that are asked of it; what goes wrong is told in words for a person. */
final class Database implements AutoCloseable {
    /** Makes a value of the row a result set stands at. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database connect(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            Database database = new Database(file, connection);
            try {
                database.execute("PRAGMA busy_timeout = 500");
                database.execute("PRAGMA synchronous = FULL");
                database.execute("PRAGMA foreign_keys = ON");
                return database;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    /** Does several changes as one: all of them, or none. */
    void together(Runnable changes) {
        execute("BEGIN IMMEDIATE");
        try {
            changes.run();
            execute("COMMIT");
        } catch (RuntimeException e) {
            execute("ROLLBACK");
            throw e;
        }
    }

    void update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    <T> List<T> query(Row<T> row, String sql, Object... values) {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw told(file, e);
        }
    }

    long number(String sql, Object... values) {
        return query(row -> row.getLong(1), sql, values).stream().findFirst().orElse(0L);
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
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
