package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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
