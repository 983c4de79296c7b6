package org.ionscape.format;

import java.io.IOException;
import java.io.InputStream;

/** Is given up once more bytes have passed than such a file ever holds: a few compressed ones may hide very many. */
final class LimitedStream extends CountedStream {
    private final long most;

    LimitedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return checked(super.read(bytes, offset, length));
    }

    private int checked(int result) throws IOException {
        if (count() > most) {
            throw new IOException("more than " + (most >> 20) + " MB where a short table was expected");
        }
        return result;
    }
}
