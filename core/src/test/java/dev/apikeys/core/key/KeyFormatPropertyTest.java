package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;

class KeyFormatPropertyTest {

    private final SecureRandom random = new SecureRandom();

    @Property
    void everyMintedValueIsRecognisedByItsParts(@ForAll("prefixes") String prefix) {
        String text = mint(prefix);
        String hint = text.substring(prefix.length(), prefix.length() + 6);
        String last = text.substring(text.length() - 4);

        assertThat(parse(text)).contains(new KeyDisplay(prefix, hint, last));
    }

    @Property
    void noCharacterCanBeChanged(
            @ForAll("prefixes") String prefix, @ForAll("positions") int position, @ForAll char replacement) {
        assertRefusedAfterChange(mint(prefix), position, replacement);
    }

    @Property
    void noCharacterCanBeMistyped(
            @ForAll("prefixes") String prefix,
            @ForAll("positions") int position,
            @ForAll @AlphaChars @NumericChars char replacement) {
        assertRefusedAfterChange(mint(prefix), position, replacement);
    }

    @Property
    void noCharacterCanBeLost(@ForAll("prefixes") String prefix, @ForAll("positions") int position) {
        String text = mint(prefix);
        int lost = position % text.length();

        assertThat(parse(new StringBuilder(text).deleteCharAt(lost).toString())).isEmpty();
    }

    @Property
    void noCharacterCanBeAdded(
            @ForAll("prefixes") String prefix,
            @ForAll("positions") int position,
            @ForAll @AlphaChars @NumericChars char added) {
        String text = mint(prefix);
        int place = position % (text.length() + 1);

        assertThat(parse(new StringBuilder(text).insert(place, added).toString()))
                .isEmpty();
    }

    @Property
    void arbitraryTextIsRefused(@ForAll String text) {
        assertThat(parse(text)).isEmpty();
    }

    /** The checksum is worked out in another way than by the class under test. */
    @Property
    void aValueIsRecognisedExactlyWhenItsChecksumIsRight(
            @ForAll("prefixes") String prefix,
            @ForAll("random") String randomPart,
            @ForAll("checksums") String other,
            @ForAll boolean right) {
        String checksum = right ? checksum(prefix + randomPart) : other;

        assertThat(parse(prefix + randomPart + checksum).isPresent())
                .isEqualTo(checksum.equals(checksum(prefix + randomPart)));
    }

    @Property
    void noTwoNeighboursCanBeSwapped(@ForAll("prefixes") String prefix, @ForAll("positions") int position) {
        String text = mint(prefix);
        int first = position % (text.length() - 1);
        Assume.that(text.charAt(first) != text.charAt(first + 1));
        String swapped =
                text.substring(0, first) + text.charAt(first + 1) + text.charAt(first) + text.substring(first + 2);

        assertThat(parse(swapped)).isEmpty();
    }

    @Property
    void nothingMayStandAroundAValue(
            @ForAll("prefixes") String prefix, @ForAll @NotEmpty String around, @ForAll boolean before) {
        String text = mint(prefix);

        assertThat(parse(before ? around + text : text + around)).isEmpty();
    }

    @Property(tries = 20)
    void aValueIsNoLongerThanItsPartsHoweverMuchIsSent(
            @ForAll("prefixes") String prefix, @ForAll @IntRange(min = 33, max = 1_000_000) int length) {
        assertThat(parse(prefix + "0".repeat(length) + "000000")).isEmpty();
    }

    @Provide
    Arbitrary<String> random() {
        return Arbitraries.strings().alpha().numeric().ofLength(32);
    }

    @Provide
    Arbitrary<String> checksums() {
        return Arbitraries.strings().alpha().numeric().ofLength(6);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        text.chars().forEach(crc::update);
        BigInteger rest = BigInteger.valueOf(crc.getValue());
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(62));
            digits.insert(
                    0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.toString();
    }

    @Provide
    Arbitrary<String> prefixes() {
        Arbitrary<Character> letter = Arbitraries.chars().alpha();
        Arbitrary<String> middle =
                Arbitraries.strings().alpha().numeric().withChars('_', '-').ofMaxLength(30);
        Arbitrary<Character> separator = Arbitraries.of('_', '-');
        return Combinators.combine(letter, middle, separator)
                .as((first, rest, last) -> first + rest + last)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 1_000);
    }

    private void assertRefusedAfterChange(String text, int position, char replacement) {
        int changed = position % text.length();
        Assume.that(text.charAt(changed) != replacement);
        StringBuilder mistyped = new StringBuilder(text);
        mistyped.setCharAt(changed, replacement);

        assertThat(parse(mistyped.toString())).isEmpty();
    }

    private String mint(String prefix) {
        return KeyFormat.mint(new KeyPrefix(prefix, Optional.empty()), random).reveal();
    }

    private static Optional<KeyDisplay> parse(String text) {
        return KeyFormat.parse(KeyValue.of(text));
    }
}
