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
    private static final long WORTH_JUMPING_BYTES = 2L << 20;

    private FrameCount() {}

    /**
     * Frames that fit from a byte to the end of the file, checked by looking at up to 64 places, the last one included,
     * where a frame should begin. Empty when the file is compressed, its frames differ in length, or it is so small
     * that reading it takes but a few milliseconds and leaves no doubt.
     *
     * @param from where a frame begins
     * @param next where the frame behind it begins
     */
    static OptionalLong ofRegular(Path file, long from, long next) {
        long length = next - from;
        try (FileChannel channel = FileChannel.open(file)) {
            if (length <= 0 || from < 1 || Decompression.methodOf(file) != Decompression.Method.NONE) {
                return OptionalLong.empty();
            }
            if (channel.size() < WORTH_JUMPING_BYTES) {
                return OptionalLong.empty();
            }
            // one byte of grace: the last line may have no newline
            long count = (channel.size() - from + 1) / length;
            byte[] pattern = probe(channel, from);
            for (int i = 1; i <= PROBES; i++) {
                long frame = (count - 1) * i / PROBES;
                if (!Arrays.equals(pattern, probe(channel, from + frame * length))) {
                    return OptionalLong.empty();
                }
            }
            return OptionalLong.of(count);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
    }

    /** The line end before an offset and what follows, each digit turned into 0. */
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
