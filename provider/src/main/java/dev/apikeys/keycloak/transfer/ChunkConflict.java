package dev.apikeys.keycloak.transfer;

/** Somebody else was faster with a key or client of the chunk: the transaction ends, and another may succeed. Says nothing of the key. */
final class ChunkConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChunkConflict() {
        super("somebody else was faster", null, false, false);
    }
}
