package dev.apikeys.keycloak.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSourceTest {

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(RecordSource source) throws IOException {
        List<String> records = new ArrayList<>();
        for (Optional<NumberedRecord> next = source.next(); next.isPresent(); next = source.next()) {
            records.add(next.get().line() + ":"
                    + next.get().json().map(String::valueOf).orElse("none"));
        }
        return records;
    }

    @Test
    void linesAreCountedWhetherTheyCanBeReadOrNot() throws IOException {
        String long1 = "{\"a\":\"" + "x".repeat(RecordSource.LONGEST_RECORD - 8) + "\"}";
        assertThat(long1).hasSize(RecordSource.LONGEST_RECORD);

        List<String> records = read(RecordSource.ofLines(body("{\"a\":1}\n\r\n[]\n{\"a\":1,\"a\":2}\n" + long1 + "\n "
                + long1 + "\n{\"a\":1e9999999999}\n{\"b\":2}")));

        assertThat(records)
                .containsExactly("1:{\"a\":1}", "3:none", "4:none", "5:" + long1, "6:none", "7:none", "8:{\"b\":2}");
    }

    @Test
    void eachRecordTellsHowLongItIs() throws IOException {
        assertThat(RecordSource.ofLines(body("{\"a\":\"é\"}\n"))
                        .next()
                        .orElseThrow()
                        .bytes())
                .isEqualTo(10);
        RecordSource array = RecordSource.ofArray(body("[{}, {\"a\":\"" + "x".repeat(20_000) + "\"}]"));
        assertThat(array.next().orElseThrow().bytes()).isLessThan(10);
        assertThat(array.next().orElseThrow().bytes()).isBetween(20_000L, 20_010L);
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(read(RecordSource.ofLines(body("")))).isEmpty();
        assertThat(read(RecordSource.ofLines(body("\n\n")))).isEmpty();
    }

    @Test
    void anArrayHasElementsAndASingleRecordIsOne() throws IOException {
        assertThat(read(RecordSource.ofArray(body("[{\"a\":1},7,{\"b\":1.5}]"))))
                .containsExactly("1:{\"a\":1}", "2:none", "3:{\"b\":1.5}");
        assertThat(read(RecordSource.ofArray(body("[]")))).isEmpty();
        assertThat(read(RecordSource.ofArray(body(" {\"a\":1} ")))).containsExactly("1:{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[{}", "[{},", "[{}] {}", "{} {}", "[{\"a\":1,\"a\":2}]", "[{\"a\":1e9999999999}]"})
    void anArrayThatBreaksOffIsNoWhole(String text) {
        assertThatThrownBy(() -> read(RecordSource.ofArray(body(text)))).isInstanceOf(IOException.class);
    }

    @Test
    void anElementThatIsTooLongIsNotCollected() {
        String endless = "[{\"a\":[" + "1,".repeat(1_000_000) + "1]}]";

        assertThatThrownBy(() -> read(RecordSource.ofArray(body(endless)))).isInstanceOf(IOException.class);
    }
}
