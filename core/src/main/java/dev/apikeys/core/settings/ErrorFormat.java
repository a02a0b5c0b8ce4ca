package dev.apikeys.core.settings;

/** How the extension's own doors word a denial. */
public enum ErrorFormat {
    /** RFC 9457 problem details. */
    PROBLEM,
    /** {@code {"error":{"code":"KEY_EXPIRED","message"}}}. */
    ERROR_OBJECT,
    /** {@code {"error":{"code":"401","message"}}}: the status is the code. */
    ERROR_STATUS,
    /** {@code {"error":"key_expired","message"}}. */
    ERROR_TEXT;

    @Override
    public String toString() {
        return SettingReaders.text(this);
    }
}
