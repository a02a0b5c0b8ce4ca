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
import net.jqwik.api.From;
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

    /** The JDK takes a text that begins with a hexadecimal digit or a colon and has a colon for a literal; nothing is looked up. */
    @Property
    void anIpv6LiteralIsReadAsTheJdkReadsIt(@ForAll("nearlyIpv6") String text) {
        Optional<InetAddress> jdk = readByTheJdk(text);

        // what the JDK reads beyond RFC 4291: groups of more than four digits, and zeros in front in a dotted quad
        boolean lenient = text.matches(".*[0-9a-fA-F]{5,}.*|.*[:.]0[0-9]+\\..*|.*\\.0[0-9]+");
        Optional<IpAddress> expected = jdk.filter(
                        address -> !lenient || IpAddress.parse(text).isPresent())
                .map(address -> IpAddress.ofBytes(address.getAddress()));
        assertThat(IpAddress.parse(text)).isEqualTo(expected);
    }

    @Property
    void anIpv4LiteralHasFourNumbersUpTo255WithoutZerosInFront(
            @ForAll @Size(min = 1, max = 6) List<@From("nearlyOctets") String> parts) throws UnknownHostException {
        String text = String.join(".", parts);
        boolean good = parts.size() == 4
                && parts.stream()
                        .allMatch(part -> part.matches("[0-9]{1,3}")
                                && Integer.parseInt(part) <= 255
                                && part.equals(String.valueOf(Integer.parseInt(part))));

        assertThat(IpAddress.parse(text).isPresent()).isEqualTo(good);
        if (good) {
            assertThat(IpAddress.parse(text))
                    .contains(IpAddress.ofBytes(InetAddress.getByName(text).getAddress()));
        }
    }

    @Property
    void arbitraryTextIsReadOrRefused(@ForAll String text) {
        assertThat(IpAddress.parse(text).map(IpAddress::toString).flatMap(IpAddress::parse))
                .isEqualTo(IpAddress.parse(text));
    }

    @Provide
    Arbitrary<String> nearlyIpv6() {
        return Arbitraries.of(
                        "0", "1", "a", "25", "ffff", "FFFF", "10000", "00", ":", ":", ":", "::", "::", ".", "127.0.0.1")
                .list()
                .ofMaxSize(18)
                .map(parts -> String.join("", parts))
                .filter(text -> text.matches("[0-9a-fA-F:].*") && text.contains(":"));
    }

    @Provide
    Arbitrary<String> nearlyOctets() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-1, 300).map(String::valueOf),
                Arbitraries.of("", "00", "01", "0x1", "1e1", "٣", " 1", "1 ", "4294967296"));
    }

    private static Optional<InetAddress> readByTheJdk(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
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
