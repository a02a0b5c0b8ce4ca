package dev.apikeys.keycloak.transfer;

import java.util.Optional;

/** Why an import reads no further. */
enum ImportEnd {
    /** The body was read to its end. */
    COMPLETE,
    /** There is more, which nobody can read. */
    UNREADABLE,
    /** Record after record could not be written. */
    UNWRITABLE;

    /** For whoever imports; empty when there is nothing wrong. */
    Optional<String> error(ImportCounts counts) {
        return switch (this) {
            case COMPLETE -> Optional.empty();
            case UNREADABLE ->
                Optional.of("the body broke off, is too large, or cannot be read from line " + (counts.read() + 1));
            case UNWRITABLE ->
                Optional.of("the database takes no records at present: nothing was read behind the last refused one");
        };
    }
}
