package dev.apikeys.keycloak.transfer;

import dev.apikeys.keycloak.keys.JsonObjects;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A line that cannot be read is one record that is refused; the lines behind it are read all the same. */
final class LineRecords implements RecordSource {

    private static final int END_OF_BODY = -1;

    private final InputStream body;
    private long line;
    private long size;

    LineRecords(InputStream body) {
        this.body = new BufferedInputStream(body, LONGEST_RECORD);
    }

    @Override
    public Optional<NumberedRecord> next() throws IOException {
        int first = body.read();
        while (first != END_OF_BODY) {
            line++;
            Optional<String> text = rest(first);
            if (text.filter(String::isBlank).isEmpty()) {
                return Optional.of(new NumberedRecord(line, size, text.flatMap(JsonObjects::read)));
            }
            first = body.read();
        }
        return Optional.empty();
    }

    /** The line that begins so; empty when it is too long. */
    private Optional<String> rest(int first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int next = first; next != END_OF_BODY && next != '\n'; next = body.read()) {
            tooLong = tooLong || bytes.size() == LONGEST_RECORD;
            if (!tooLong) {
                bytes.write(next);
            }
        }
        size = bytes.size();
        return tooLong ? Optional.empty() : Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }
}
