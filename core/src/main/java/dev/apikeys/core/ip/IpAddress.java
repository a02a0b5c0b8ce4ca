package dev.apikeys.core.ip;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address, read from its literal. An IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) is the IPv4 address.
 */
public final class IpAddress {

    private static final int MAPPED_PREFIX = 12;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Four bytes are IPv4, sixteen IPv6. */
    static IpAddress ofBytes(byte[] bytes) {
        return new IpAddress(isMapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, bytes.length) : bytes);
    }

    /**
     * Reads a literal: dotted quad without leading zeros, or IPv6 in any form of RFC 4291 §2.2, without zone and without
     * brackets. A name is never looked up.
     */
    public static Optional<IpAddress> parse(String literal) {
        return bytesOf(literal).map(IpAddress::ofBytes);
    }

    static Optional<byte[]> bytesOf(String literal) {
        return literal.indexOf(':') >= 0 ? Ipv6Literal.parse(literal) : Ipv4Literal.parse(literal);
    }

    private static boolean isMapped(byte[] bytes) {
        return bytes.length == 16
                && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10)
                && bytes[10] == (byte) 0xff
                && bytes[11] == (byte) 0xff;
    }

    int bits() {
        return bytes.length * 8;
    }

    /** Whether the first bits are the same as the other's; addresses of different families never match. */
    boolean matches(IpAddress other, int prefixLength) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        int whole = prefixLength / 8;
        if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
            return false;
        }
        int mask = 0xff00 >>> (prefixLength % 8) & 0xff;
        return mask == 0 || ((bytes[whole] ^ other.bytes[whole]) & mask) == 0;
    }

    /** The same address with all bits behind the prefix cleared. */
    IpAddress masked(int prefixLength) {
        byte[] masked = bytes.clone();
        for (int bit = prefixLength; bit < bits(); bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >>> (bit % 8));
        }
        return new IpAddress(masked);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The canonical literal: dotted quad, or IPv6 as RFC 5952 writes it. */
    @Override
    public String toString() {
        return bytes.length == 4 ? Ipv4Literal.format(bytes) : Ipv6Literal.format(bytes);
    }
}
