package org.ionscape.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells cheaply whether files are still what they were: by path, size and time of change. */
public final class Fingerprint {
    private Fingerprint() {}

    /** The fingerprint of files together; a file that is gone has one too. */
    public static String of(List<Path> files) {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(file).append('|');
            try {
                text.append(Files.size(file))
                        .append('|')
                        .append(Files.getLastModifiedTime(file).toMillis());
            } catch (IOException e) {
                text.append("gone");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
