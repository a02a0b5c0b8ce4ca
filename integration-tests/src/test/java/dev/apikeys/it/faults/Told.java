package dev.apikeys.it.faults;

/** What came of a question about a key. */
enum Told {
    ACCEPTED,
    /** With the protocol's own words for no. */
    REFUSED,
    /** 503. */
    UNAVAILABLE,
    /** Any other status from 500. */
    FAILED,
    /** The connection broke or nothing came in time. */
    SILENT
}
