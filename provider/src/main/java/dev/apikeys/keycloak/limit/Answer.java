package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.Windows;
import java.util.Arrays;

/** What {@link TakeFunction} answers across the network: one byte for the permission, then the windows. */
final class Answer {

    private static final byte PERMITTED = 1;

    private Answer() {}

    static byte[] pack(Windows.Outcome outcome) {
        byte[] windows = PackedWindows.pack(outcome.windows());
        byte[] answer = new byte[1 + windows.length];
        answer[0] = outcome.permitted() ? PERMITTED : 0;
        System.arraycopy(windows, 0, answer, 1, windows.length);
        return answer;
    }

    static Counted unpack(byte[] answer) {
        return new Counted(answer[0] == PERMITTED, PackedWindows.unpack(Arrays.copyOfRange(answer, 1, answer.length)));
    }
}
