package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IpRangePropertyTest {

    @Property
    void anIpv4RangeContainsExactlyWhatBeginsLikeIt(
            @ForAll @Size(4) byte[] address, @ForAll @IntRange(max = 32) int length, @ForAll("flips") int flip) {
        assertContainsWhatBeginsLikeIt(address, length, flip % 32);
    }

    @Property
    void anIpv6RangeContainsExactlyWhatBeginsLikeIt(
            @ForAll @Size(16) byte[] address, @ForAll @IntRange(max = 128) int length, @ForAll("flips") int flip) {
        // 2000::/3 is global unicast: far from the IPv4-mapped addresses
        address[0] = (byte) 0x20;
        assertContainsWhatBeginsLikeIt(address, length, 1 + flip % 127);
    }

    @Property
    void aRangeIsReadFromWhatItWrites(@ForAll @Size(4) byte[] address, @ForAll @IntRange(max = 32) int length) {
        IpRange range = new IpRange(IpAddress.ofBytes(address).masked(length), length);

        assertThat(IpRange.parse(range.toString()).toOptional()).contains(range);
    }

    @Property
    void aRangeIsReadExactlyWhenItsLengthFitsAndNothingStandsBehindThePrefix(
            @ForAll("addresses") byte[] bytes, @ForAll @IntRange(min = -1, max = 140) int length)
            throws UnknownHostException {
        String text = InetAddress.getByAddress(bytes).getHostAddress() + "/" + length;
        boolean fits = length >= 0 && length <= bytes.length * 8;
        // the first byte is never zero, so there is a lowest bit
        boolean good = fits && new BigInteger(1, bytes).getLowestSetBit() >= bytes.length * 8 - length;

        assertThat(IpRange.parse(text).toOptional().isPresent()).isEqualTo(good);
    }

    @Property
    void nearlyARangeIsRefusedOrReadAgainFromWhatItWrites(@ForAll("nearlyRanges") String text) {
        Optional<IpRange> range = IpRange.parse(text).toOptional();

        assertThat(range.map(IpRange::toString)
                        .flatMap(written -> IpRange.parse(written).toOptional()))
                .isEqualTo(range);
    }

    @Property
    void arbitraryTextIsReadOrRefused(@ForAll String text, @ForAll String length) {
        Optional<IpRange> range = IpRange.parse(text + "/" + length).toOptional();

        assertThat(range).isEmpty();
    }

    /** With few bits set, so that some of them are the first of a range. */
    @Provide
    Arbitrary<byte[]> addresses() {
        Arbitrary<Byte> mostlyZero =
                Arbitraries.oneOf(Arbitraries.just((byte) 0), Arbitraries.of((byte) 0x20, (byte) 0x80));
        return Arbitraries.of(4, 16)
                .flatMap(size -> mostlyZero.array(byte[].class).ofSize(size))
                .map(bytes -> {
                    // far from the IPv4-mapped addresses, whose lengths count differently
                    bytes[0] = (byte) 0x20;
                    return bytes;
                });
    }

    @Provide
    Arbitrary<String> nearlyRanges() {
        return Arbitraries.of(
                        "0", "1", "10", "255", "ffff", "::", ":", ".", "/", "/", "8", "96", "127.0.0.0", "::ffff:")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Integer> flips() {
        return Arbitraries.integers().between(0, 1_000);
    }

    /** The address and one that differs in one bit: the difference counts when it is in front of the length. */
    private static void assertContainsWhatBeginsLikeIt(byte[] bytes, int length, int flippedBit) {
        int bits = bytes.length * 8;
        BigInteger number = new BigInteger(1, bytes);
        byte[] network = toBytes(number.shiftRight(bits - length).shiftLeft(bits - length), bytes.length);
        byte[] neighbour = toBytes(number.flipBit(bits - 1 - flippedBit), bytes.length);
        IpRange range = IpRange.parse(IpAddress.ofBytes(network) + "/" + length)
                .toOptional()
                .orElseThrow();

        assertThat(range.contains(IpAddress.ofBytes(bytes))).isTrue();
        assertThat(range.contains(IpAddress.ofBytes(neighbour))).isEqualTo(flippedBit >= length);
    }

    private static byte[] toBytes(BigInteger number, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = number.shiftRight(8 * (size - 1 - i)).byteValue();
        }
        return bytes;
    }
}
