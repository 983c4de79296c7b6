package org.ionscape.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to write to a project, held by one program at a time: a lock of the operating system on an empty file beside
 * it, which is let go when the program ends, however it ends.
 */
final class ProjectLock implements AutoCloseable {
    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock of a project; empty when another holds it or the folder cannot be written to. */
    static Optional<ProjectLock> of(Path project) {
        try {
            FileChannel channel =
                    FileChannel.open(beside(project), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(l -> new ProjectLock(channel));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) { // held by this very program
            return Optional.empty();
        }
    }

    private static Path beside(Path project) {
        return project.resolveSibling(project.getFileName() + ".lock");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the lock of a project could not be let go", e);
        }
    }
}
