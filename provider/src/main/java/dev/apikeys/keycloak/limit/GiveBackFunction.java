package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Windows;
import java.util.function.Function;
import org.infinispan.functional.EntryView.ReadWriteEntryView;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoTypeId;

/** Takes back, where the counter lives, what a call took that another policy refused. */
@ProtoTypeId(CounterSchema.GIVE_BACK)
public final class GiveBackFunction implements Function<ReadWriteEntryView<String, byte[]>, Boolean> {

    private final byte[] taken;
    private final int cost;
    private final long now;

    @ProtoFactory
    GiveBackFunction(byte[] taken, int cost, long now) {
        this.taken = taken;
        this.cost = cost;
        this.now = now;
    }

    @ProtoField(1)
    byte[] getTaken() {
        return taken;
    }

    @ProtoField(value = 2, defaultValue = "0")
    int getCost() {
        return cost;
    }

    @ProtoField(value = 3, defaultValue = "0")
    long getNow() {
        return now;
    }

    /** Whether the counter still exists. */
    @Override
    public Boolean apply(ReadWriteEntryView<String, byte[]> entry) {
        return entry.find()
                .map(bytes -> {
                    Windows after = PackedWindows.unpack(bytes).giveBack(PackedWindows.unpack(taken), cost);
                    Entries.write(entry, after, now);
                    return true;
                })
                .orElse(false);
    }
}
