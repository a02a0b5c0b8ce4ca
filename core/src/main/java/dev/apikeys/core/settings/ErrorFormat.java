package dev.apikeys.core.settings;

/** How the extension's own doors word a denial. */
public enum ErrorFormat {
    /** RFC 9457 problem details. */
    PROBLEM,
    /** {@code {"error":{"code","message"}}}. */
    ERROR_OBJECT;

    @Override
    public String toString() {
        return SettingReaders.text(this);
    }
}
