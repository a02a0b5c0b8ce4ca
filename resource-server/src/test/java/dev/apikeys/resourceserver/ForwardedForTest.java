package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedForTest {

    @ParameterizedTest
    @CsvSource({
        // an untrusted peer is the caller, whatever it says
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        // a trusted one is believed
        "10.0.0.1, 198.51.100.1, 198.51.100.1",
        // what the caller wrote itself stands to the left
        "10.0.0.1, '192.0.2.66, 198.51.100.1', 198.51.100.1",
        // several proxies of ours
        "10.0.0.1, '198.51.100.1, 10.0.0.3, 10.0.0.2', 198.51.100.1",
        // a caller inside
        "10.0.0.1, '10.0.0.9, 10.0.0.2', 10.0.0.9",
        "10.0.0.1, '198.51.100.1:4711', 198.51.100.1",
        "10.0.0.1, '[2001:db8::7]:4711', 2001:db8:0:0:0:0:0:7",
        "10.0.0.1, '2001:db8::7', 2001:db8:0:0:0:0:0:7",
        "::ffff:10.0.0.1, 198.51.100.1, 198.51.100.1",
        "10.0.0.1, '', ''",
        "10.0.0.1, unknown, ''",
        "10.0.0.1, '198.51.100.1, localhost', ''",
        "10.0.0.1, '198.51.100.1,', ''",
        "fe80::1%eth0, 198.51.100.1, fe80:0:0:0:0:0:0:1",
        "not-an-address, 198.51.100.1, ''",
    })
    void theCallerIsTheFirstThatIsNoTrustedProxyFromTheRight(String peer, String header, String caller) {
        assertThat(of(peer, header)).isEqualTo(Optional.of(caller).filter(known -> !known.isEmpty()));
    }

    @Test
    void withoutHeaderTheProxyItselfIsTheCaller() {
        assertThat(of("10.0.0.1")).contains("10.0.0.1");
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(of("10.0.0.1", "192.0.2.66, 198.51.100.1", "10.0.0.2")).contains("198.51.100.1");
    }

    @Test
    void withoutConnectionNobodyIsTheCaller() {
        CallerAddress address = new ForwardedFor(request -> null, List.of(IpRange.parse("0.0.0.0/0")));

        assertThat(address.of(request("198.51.100.1"))).isEmpty();
    }

    private static Optional<String> of(String peer, String... headers) {
        List<IpRange> trusted = Stream.of("10.0.0.0/8").map(IpRange::parse).toList();
        return new ForwardedFor(request -> peer, trusted).of(request(headers));
    }

    /** Has headers and nothing else. */
    private static ContainerRequestContext request(String... forwardedFor) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        Arrays.stream(forwardedFor).forEach(header -> headers.add("X-Forwarded-For", header));
        return (ContainerRequestContext) Proxy.newProxyInstance(
                ForwardedForTest.class.getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getHeaders")) {
                        return headers;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
