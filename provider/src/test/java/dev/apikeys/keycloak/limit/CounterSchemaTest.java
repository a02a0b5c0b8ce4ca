package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static dev.apikeys.keycloak.limit.TestLimits.window;
import static dev.apikeys.keycloak.limit.TestLimits.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.ServiceLoader;
import org.infinispan.protostream.ProtobufUtil;
import org.infinispan.protostream.SerializationContext;
import org.infinispan.protostream.SerializationContextInitializer;
import org.junit.jupiter.api.Test;

/** The functions between nodes, of which some may run the version before. */
class CounterSchemaTest {

    private static final long NOW = 1_772_366_400_000L;

    private final SerializationContext context = ProtobufUtil.newSerializationContext();
    private final TakeFunction take = new TakeFunction(PackedWindows.packLimits(limits("3/10s")), 2, NOW);
    private final GiveBackFunction giveBack =
            new GiveBackFunction(PackedWindows.pack(windows(window(10, Instant.ofEpochMilli(NOW), 3))), 2, NOW);

    CounterSchemaTest() {
        SerializationContextInitializer schema = new CounterSchemaImpl();
        schema.register(context);
    }

    @Test
    void infinispanFindsTheSchema() {
        assertThat(ServiceLoader.load(SerializationContextInitializer.class))
                .hasAtLeastOneElementOfType(CounterSchemaImpl.class);
    }

    @Test
    void theNumbersNameTheFunctionsForEver() {
        assertThat(CounterSchema.TAKE).isEqualTo(1_094_795_585);
        assertThat(CounterSchema.GIVE_BACK).isEqualTo(1_094_795_586);
    }

    @Test
    void aCallArrivesAsItWasSent() throws IOException {
        TakeFunction arrived = (TakeFunction) ProtobufUtil.fromWrappedByteArray(context, wrapped(take));

        assertThat(arrived.getLimits()).isEqualTo(take.getLimits());
        assertThat(arrived.getCost()).isEqualTo(2);
        assertThat(arrived.getNow()).isEqualTo(NOW);
    }

    @Test
    void aLookArrivesAsALook() throws IOException {
        TakeFunction look = new TakeFunction(take.getLimits(), 0, NOW);

        TakeFunction arrived = (TakeFunction) ProtobufUtil.fromWrappedByteArray(context, wrapped(look));

        assertThat(arrived.getCost()).isZero();
    }

    @Test
    void whatIsGivenBackArrivesAsItWasSent() throws IOException {
        GiveBackFunction arrived = (GiveBackFunction) ProtobufUtil.fromWrappedByteArray(context, wrapped(giveBack));

        assertThat(arrived.getTaken()).isEqualTo(giveBack.getTaken());
        assertThat(arrived.getCost()).isEqualTo(2);
        assertThat(arrived.getNow()).isEqualTo(NOW);
    }

    @Test
    void theFormStays() throws IOException {
        assertThat(HexFormat.of().formatHex(wrapped(take)))
                .isEqualTo("9801c182858a048a011b" + "0a100000000000000003000000000000000a" + "1002" + "18809494caca33");
        assertThat(HexFormat.of().formatHex(wrapped(giveBack)))
                .isEqualTo("9801c282858a048a0123"
                        + "0a1800000000000027100000019ca9450a000000000000000003"
                        + "1002"
                        + "18809494caca33");
    }

    private byte[] wrapped(Object function) throws IOException {
        return ProtobufUtil.toWrappedByteArray(context, function);
    }
}
