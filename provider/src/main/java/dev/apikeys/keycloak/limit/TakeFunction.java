package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Windows;
import java.util.function.Function;
import org.infinispan.functional.EntryView.ReadWriteEntryView;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoTypeId;

/**
 * Counts a call where the counter lives. It runs on each node that has a copy of the counter and must come to the same
 * there, so the time is the caller's. What changes nothing writes nothing: refusing a call costs the other owner nothing.
 */
@ProtoTypeId(CounterSchema.TAKE)
public final class TakeFunction implements Function<ReadWriteEntryView<String, byte[]>, byte[]> {

    private final byte[] limits;
    private final int cost;
    private final long now;

    @ProtoFactory
    TakeFunction(byte[] limits, int cost, long now) {
        this.limits = limits;
        this.cost = cost;
        this.now = now;
    }

    @ProtoField(1)
    byte[] getLimits() {
        return limits;
    }

    @ProtoField(value = 2, defaultValue = "0")
    int getCost() {
        return cost;
    }

    @ProtoField(value = 3, defaultValue = "0")
    long getNow() {
        return now;
    }

    /** The windows after the call; {@link Answer} says whether it was permitted. */
    @Override
    public byte[] apply(ReadWriteEntryView<String, byte[]> entry) {
        Windows before = entry.find().map(PackedWindows::unpack).orElse(Windows.NONE);
        Windows.Outcome outcome = before.take(PackedWindows.unpackLimits(limits), cost, now);
        if (outcome.changed()) {
            Entries.write(entry, outcome.windows(), now);
        }
        return Answer.pack(outcome);
    }
}
