package org.ionscape.format.vasp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.ionscape.format.Decompression;

/** Counts the frames of a plain text whose frames are all equally long, without reading it. */
final class FrameCount {
    private static final int PROBES = 64;
    private static final int PROBE_BYTES = 12;

    private FrameCount() {}

    /**
     * Frames from the bytes at which the first two begin, checked by looking at up to 64 places where others should.
     * Empty when the file is compressed or its frames differ in length.
     */
    static OptionalLong ofRegular(Path file, long first, long second) {
        long length = second - first;
        try (FileChannel channel = FileChannel.open(file)) {
            if (length <= 0 || Decompression.methodOf(file) != Decompression.Method.NONE) {
                return OptionalLong.empty();
            }
            long size = channel.size();
            // one byte of grace: the last line may have no newline
            long count = (size - first + 1) / length;
            byte[] pattern = probe(channel, second);
            for (int i = 1; i <= PROBES; i++) {
                long frame = Math.max(1, (count - 1) * i / PROBES);
                if (frame < count && !Arrays.equals(pattern, probe(channel, first + frame * length))) {
                    return OptionalLong.empty();
                }
            }
            return OptionalLong.of(Math.max(1, count));
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    private static byte[] probe(FileChannel channel, long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES + 1);
        channel.read(bytes, offset - 1);
        byte[] probe = bytes.array();
        for (int i = 0; i < probe.length; i++) {
            if (probe[i] >= '0' && probe[i] <= '9') {
                probe[i] = '0';
            }
        }
        return probe;
    }
}
