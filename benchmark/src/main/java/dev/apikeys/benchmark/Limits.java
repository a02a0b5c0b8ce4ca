package dev.apikeys.benchmark;

/** The rate-limit policies of a realm; none of them is ever reached. */
enum Limits {
    OFF("limits-off", "", "", ""),
    KEY("limits-on", Limits.NEVER_REACHED, "", ""),
    ALL("limits-all", Limits.NEVER_REACHED, Limits.NEVER_REACHED, Limits.NEVER_REACHED);

    private static final String NEVER_REACHED = "1000000000/hour";

    final String realm;
    final String ofKey;
    final String ofClient;
    final String ofRealm;

    Limits(String realm, String ofKey, String ofClient, String ofRealm) {
        this.realm = realm;
        this.ofKey = ofKey;
        this.ofClient = ofClient;
        this.ofRealm = ofRealm;
    }
}
