package org.ionscape.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionscape.compute.InputException;

/**
 * What the first 100 bytes of an SQLite file say of whose it is. Read without SQLite, which would alter the file of
 * another program merely by opening it in our way.
 *
 * @param applicationId at byte 68, see the SQLite database file format
 * @param form the user version, at byte 60
 */
record ProjectHeader(int applicationId, int form) {
    private static final int LENGTH = 100;
    private static final String MAGIC = "SQLite format 3\0";

    static ProjectHeader read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LENGTH);
            if (bytes.length < LENGTH
                    || !new String(bytes, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
                throw InputException.of(file, "this is no Ionscape project, or it is damaged; open a copy of it");
            }
            ByteBuffer header = ByteBuffer.wrap(bytes);
            return new ProjectHeader(header.getInt(68), header.getInt(60));
        } catch (IOException e) {
            throw InputException.of(file, "this file cannot be opened; check its folder and your permission");
        }
    }
}
