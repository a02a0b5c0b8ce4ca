package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.it.support.Transfers.Report;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As many records in one request as {@code -Dimport.records} says. Beyond what Keycloak takes as a body, a server of the test's own
 * is told to take more, and has a heap of 512 MB to do it in.
 */
class ManyRecordsIT {

    private static final int RECORDS = Integer.getInteger("import.records", 10_000);
    private static final int MOST_AT_THE_SHARED_SERVER = 20_000;

    @RegisterExtension
    static final TestRealm shared = TestRealm.fromDemo();

    @Test
    void areImportedInOneRequestAndAreThereAfterwards() {
        if (RECORDS <= MOST_AT_THE_SHARED_SERVER) {
            importAll(shared);
            return;
        }
        ServerOptions options = ServerOptions.named("it-many")
                .withDatabase(SharedKeycloak.newDatabase("many"))
                .withEnvironment("QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", "4G")
                .withEnvironment("JAVA_OPTS_KC_HEAP", "-Xms512m -Xmx512m");
        try (KeycloakServer server = KeycloakServer.start(options)) {
            TestRealm realm = TestRealm.onServer(server, "demo-realm.json");
            realm.importNow();
            importAll(realm);
        }
    }

    private static void importAll(TestRealm realm) {
        Keys.allowMany(realm);
        long start = System.nanoTime();
        Report report =
                Transfers.of(realm).send(Transfers.NDJSON, "*/*", BodyPublishers.ofInputStream(ManyRecordsIT::records));
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(report.last().path("complete").asBoolean())
                .as(report.last().toString())
                .isTrue();
        assertThat(report.count("imported")).isEqualTo(RECORDS);
        assertThat(report.lines().size()).isGreaterThan(RECORDS / 1_000);
        assertThat(realm.admin().get(realm.adminUrl("/api-keys/count")).asString())
                .isEqualTo(String.valueOf(RECORDS));
        System.out.printf("Imported %d records in %.1f s, %.0f/s%n", RECORDS, seconds, RECORDS / seconds);
    }

    /** Made as they are sent. */
    private static InputStream records() {
        Iterator<Map<String, Object>> records = IntStream.range(0, RECORDS)
                .mapToObj(i -> KeyRecords.of("many-" + i, "foreign-many-" + i))
                .iterator();
        return new InputStream() {

            private InputStream line = InputStream.nullInputStream();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = line.read(buffer, offset, length);
                while (read < 0 && records.hasNext()) {
                    line = new ByteArrayInputStream(
                            KeyRecords.lines(List.of(records.next())).getBytes(StandardCharsets.UTF_8));
                    read = line.read(buffer, offset, length);
                }
                return read;
            }
        };
    }
}
