package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Windows;
import org.infinispan.functional.EntryView.ReadWriteEntryView;
import org.infinispan.functional.MetaParam.MetaLifespan;

/** How a counter is kept: until its last window ends, so that idle keys leave nothing behind. */
final class Entries {

    /** For an owner whose clock is ahead of the caller's. */
    static final long SLACK_MILLIS = 60_000;

    private Entries() {}

    static void write(ReadWriteEntryView<String, byte[]> entry, Windows windows, long now) {
        windows.life(now)
                .filter(life -> life > 0)
                .ifPresentOrElse(
                        life -> entry.set(PackedWindows.pack(windows), new MetaLifespan(life + SLACK_MILLIS)),
                        entry::remove);
    }
}
