package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.verify.Presented;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyValueTest {

    private static final String PLAINTEXT = TestKeys.PLAINTEXT;

    @Test
    void revealGivesTheText() {
        assertThat(KeyValue.of(PLAINTEXT).reveal()).isEqualTo(PLAINTEXT);
    }

    @Test
    void aValueDoesNotPrintItself() {
        assertThat(KeyValue.of(PLAINTEXT)).hasToString("KeyValue(hidden)");
        assertThat("key=%s".formatted(KeyValue.of(PLAINTEXT))).isEqualTo("key=KeyValue(hidden)");
    }

    @Test
    void whatHoldsAValueDoesNotPrintIt() {
        Presented presented = new Presented(KeyValue.of(PLAINTEXT), Optional.empty(), Optional.empty(), Set.of());

        assertThat(presented.toString()).contains("hidden").doesNotContain(PLAINTEXT.substring(8, 14));
    }

    @Test
    void aStoredKeyPrintsNeitherValueNorHash() {
        assertThat(TestKeys.active().toString())
                .contains("nightly export")
                .doesNotContain(PLAINTEXT)
                .doesNotContain(TestKeys.secret().hash().hex());
    }

    @Test
    void noSerializerFindsTheText() {
        assertThat(KeyValue.of(PLAINTEXT)).isNotInstanceOf(Serializable.class);
        assertThat(KeyValue.class.getFields()).isEmpty();
        assertThat(Stream.of(KeyValue.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getReturnType() == String.class)
                        .map(Method::getName))
                .containsExactlyInAnyOrder("reveal", "toString");
    }
}
