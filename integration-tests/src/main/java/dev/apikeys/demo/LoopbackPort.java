package dev.apikeys.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Picks the port that people expect, or leaves the choice to the system. */
final class LoopbackPort {

    private LoopbackPort() {}

    /** Returns {@code preferred} when nothing listens there, else 0. */
    static int preferably(int preferred) {
        try (ServerSocket probe = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException inUse) {
            return 0;
        }
    }
}
