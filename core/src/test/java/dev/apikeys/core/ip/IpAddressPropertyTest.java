package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IpAddressPropertyTest {

    @Property
    void anIpv4LiteralOfTheJdkIsReadAndWrittenBack(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        assertReadAndWrittenBack(bytes);
    }

    @Property
    void anIpv6LiteralOfTheJdkIsReadAndWrittenBack(@ForAll("sixteenBytes") byte[] bytes) throws UnknownHostException {
        assertReadAndWrittenBack(bytes);
    }

    @Property
    void aGapStandsForTheMissingGroups(
            @ForAll @Size(max = 7) List<@IntRange(max = 0xffff) Integer> before,
            @ForAll @Size(max = 7) List<@IntRange(max = 0xffff) Integer> after) {
        Assume.that(before.size() + after.size() < 8);
        ByteBuffer bytes = ByteBuffer.allocate(16);
        before.forEach(group -> bytes.putShort(group.shortValue()));
        bytes.position(16 - 2 * after.size());
        after.forEach(group -> bytes.putShort(group.shortValue()));

        assertThat(IpAddress.parse(hex(before) + "::" + hex(after))).contains(IpAddress.ofBytes(bytes.array()));
    }

    @Property
    void anIpv4AddressEqualsItsMappedForm(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        String quad = InetAddress.getByAddress(bytes).getHostAddress();

        assertThat(IpAddress.parse("::ffff:" + quad)).isEqualTo(IpAddress.parse(quad));
    }

    @Property
    void nearlyALiteralIsRefusedOrReadAgainFromWhatItWrites(@ForAll("nearlyLiterals") String text) {
        Optional<IpAddress> address = IpAddress.parse(text);

        assertThat(address.map(IpAddress::toString).flatMap(IpAddress::parse)).isEqualTo(address);
    }

    @Provide
    Arbitrary<byte[]> sixteenBytes() {
        Arbitrary<Byte> mostlyZero = Arbitraries.oneOf(Arbitraries.just((byte) 0), Arbitraries.bytes());
        return mostlyZero.array(byte[].class).ofSize(16);
    }

    @Provide
    Arbitrary<String> nearlyLiterals() {
        return Arbitraries.of("0", "1", "25", "ffff", ":", "::", ".", "%", "/")
                .list()
                .ofMaxSize(16)
                .map(parts -> String.join("", parts));
    }

    private static void assertReadAndWrittenBack(byte[] bytes) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(bytes);
        IpAddress read = IpAddress.parse(address.getHostAddress()).orElseThrow();

        assertThat(read).isEqualTo(IpAddress.ofBytes(bytes));
        assertThat(InetAddress.getByName(read.toString())).isEqualTo(address);
        assertThat(read.toString().length())
                .isLessThanOrEqualTo(address.getHostAddress().length());
    }

    private static String hex(List<Integer> groups) {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
