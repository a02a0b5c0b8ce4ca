package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShapesTest {

    private static final KeyPrefixes PREFIXES =
            KeyPrefixes.parse("sk_live_=live,sk_test_=test").toOptional().orElseThrow();

    private final KeyShapes closed = new KeyShapes(PREFIXES, false);
    private final KeyShapes open = new KeyShapes(PREFIXES, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "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",
                "old!key#4711/with+all$of=them~",
                "eyebrow-not-a-token",
                "ey.one-dot-only",
                "ey.three.dots.here",
                "ey.five.dots.of.no.token",
                "ey.with!.sign"
            })
    void foreignValuesCanBeKeysOnlyWhereTheyAreAccepted(String text) {
        KeyValue value = KeyValue.of(text);

        assertThat(open.canBeKey(value)).isTrue();
        assertThat(open.looksLikeKey(value)).isTrue();
        assertThat(open.isOwn(value)).isFalse();
        assertThat(closed.canBeKey(value)).isFalse();
        assertThat(closed.looksLikeKey(value)).isFalse();
        assertThat(closed.canEverBeKey(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "a key with spaces",
                "tabs\tinside",
                "ümlaut-value",
                "line\nbreak",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.signature",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                "eyJh.b.c.d.e"
            })
    void whatFitsNoHeaderOrLooksLikeATokenIsNone(String text) {
        assertThat(open.canBeKey(KeyValue.of(text))).isFalse();
        assertThat(open.looksLikeKey(KeyValue.of(text))).isFalse();
        assertThat(open.canEverBeKey(KeyValue.of(text))).isFalse();
    }

    @Test
    void aForeignValueHasAtMost512Characters() {
        assertThat(open.canBeKey(KeyValue.of("x".repeat(512)))).isTrue();
        assertThat(open.canBeKey(KeyValue.of("x".repeat(513)))).isFalse();
    }

    @Test
    void whatBeginsLikeOursIsHeldToOurShape() {
        KeyValue mistyped = KeyValue.of("sk_live_but_of_another_shape");

        assertThat(open.canBeKey(mistyped)).isFalse();
        assertThat(open.looksLikeKey(mistyped)).isTrue();
        assertThat(closed.looksLikeKey(mistyped)).isTrue();
        assertThat(closed.canEverBeKey(mistyped)).isTrue();
    }

    @Test
    void oursAreKeysEverywhere() {
        KeyValue ours = KeyFormat.mint(PREFIXES.defaultPrefix(), new java.security.SecureRandom());

        assertThat(closed.canBeKey(ours)).isTrue();
        assertThat(closed.isOwn(ours)).isTrue();
        assertThat(closed.canEverBeKey(ours)).isTrue();
        assertThat(open.looksLikeKey(ours)).isTrue();
    }
}
