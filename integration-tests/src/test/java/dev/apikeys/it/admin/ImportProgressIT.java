package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told while records are still to come; over a bare socket, since HTTP clients send all before they read. */
class ImportProgressIT {

    private static final int PATIENCE_MILLIS = 30_000;

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @Test
    void aChunkIsReportedAndItsKeysAreThereBeforeTheLastRecordIsSent() throws IOException {
        Keys.allowMany(realm);
        URI address = URI.create(realm.adminUrl("/api-keys/import"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            write(out, head(address));
            write(out, chunk(records(0, 700)));

            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(lineWith(in, "\"imported\""))
                    .contains("\"imported\":500")
                    .doesNotContain("\"complete\"");
            assertThat(keys()).isEqualTo("500");

            write(out, chunk(records(700, 701)));
            write(out, "0\r\n\r\n");
            assertThat(lineWith(in, "\"complete\"")).contains("\"imported\":701", "\"complete\":true");
            assertThat(keys()).isEqualTo("701");
        }
    }

    private static String head(URI address) {
        return String.join(
                "\r\n",
                "POST " + address.getRawPath() + " HTTP/1.1",
                "Host: " + address.getAuthority(),
                "Authorization: Bearer " + realm.adminToken(),
                "Content-Type: " + Transfers.NDJSON,
                "Transfer-Encoding: chunked",
                "",
                "");
    }

    private static String records(int first, int end) {
        return KeyRecords.lines(IntStream.range(first, end)
                .mapToObj(i -> KeyRecords.of("slow-" + i, "foreign-slow-" + i))
                .toList());
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The next line with the text in it; lengths of chunks and header fields are passed over. */
    private static String lineWith(BufferedReader in, String text) throws IOException {
        String line = in.readLine();
        while (!line.contains(text)) {
            line = in.readLine();
        }
        return line;
    }

    private static String keys() {
        return realm.admin().get(realm.adminUrl("/api-keys/count")).asString();
    }
}
