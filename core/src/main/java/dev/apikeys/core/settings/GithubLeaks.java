package dev.apikeys.core.settings;

/** What happens to keys that GitHub's secret scanning has found. */
public enum GithubLeaks {
    /** Nobody listens to GitHub. */
    OFF,
    /** They are disabled, and an administrator or their owner decides. */
    DISABLE,
    /** They are revoked. */
    REVOKE;

    @Override
    public String toString() {
        return SettingReaders.text(this);
    }
}
