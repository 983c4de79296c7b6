package org.ionscape.format.vasp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionscape.compute.Progress;
import org.ionscape.format.Decompression;

/**
 * The bytes under an XML parser: tells progress, lets the work be cancelled, and ends a text in which one tag or one
 * piece of content never ends, before the parser has taken all memory for it.
 */
final class XmlBytes extends FilterInputStream {
    private static final long LONGEST_PIECE_BYTES = 16L << 20;
    private static final long REPORT_BYTES = 2L << 20;

    private final Progress progress;
    private final double totalMb;
    private long count;
    private long sinceEvent;
    private long nextReport;

    XmlBytes(Path file, Progress progress) throws IOException {
        super(Decompression.open(file));
        this.progress = progress;
        // of a compressed file the plain length is not known
        totalMb = Decompression.methodOf(file) == Decompression.Method.NONE ? Files.size(file) / 1e6 : Double.NaN;
    }

    /** The parser has come to something whole. */
    void atEvent() {
        sinceEvent = 0;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        progress.check();
        int n = super.read(bytes, offset, length);
        count += Math.max(0, n);
        sinceEvent += Math.max(0, n);
        if (sinceEvent > LONGEST_PIECE_BYTES) {
            throw new IOException("16 MB without an end of a tag");
        }
        if (count >= nextReport) {
            nextReport = count + REPORT_BYTES;
            progress.report(count / 1e6, totalMb, "MB");
        }
        return n;
    }
}
