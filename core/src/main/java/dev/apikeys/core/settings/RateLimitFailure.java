package dev.apikeys.core.settings;

/** What happens to calls while the shared state of the rate limits cannot be reached. */
public enum RateLimitFailure {
    /** They are refused. */
    CLOSED,
    /** They are let through, each node counting for itself. */
    OPEN;

    @Override
    public String toString() {
        return SettingReaders.text(this);
    }
}
