package dev.apikeys.keycloak.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which a parser that collects one record cannot read more than a record may have. */
final class MeteredBody extends FilterInputStream {

    /** A parser reads ahead by less than this. */
    private static final int READ_AHEAD = 16_384;

    private long left;

    MeteredBody(InputStream body) {
        super(body);
    }

    /** Allows for so many bytes more, and what the parser reads ahead. */
    void expect(int bytes) {
        left = (long) bytes + READ_AHEAD;
    }

    @Override
    public int read() throws IOException {
        requireRoom();
        int read = super.read();
        left--;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        requireRoom();
        int read = super.read(buffer, offset, length);
        left -= read;
        return read;
    }

    private void requireRoom() throws IOException {
        if (left <= 0) {
            throw new IOException("a record is too long");
        }
    }
}
