package dev.apikeys.core.settings;

import dev.apikeys.core.limit.RateLimit;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a client lays down for its keys in its own attributes. */
public final class ClientSettings {

    /** The limits that all keys of the client share. */
    public static final Setting<List<RateLimit>> LIMIT = new Setting<>("clientLimit", "", RateLimit::parseList);

    /** Whether anybody may check keys for the client, without authenticating as a gateway. */
    public static final Setting<Boolean> OPEN_CHECK = new Setting<>("openCheck", "false", SettingReaders.flag());

    /** Whether the client is a gateway: one that asks about keys for other APIs than itself. */
    public static final Setting<Boolean> GATEWAY = new Setting<>("gateway", "false", SettingReaders.flag());

    /** Whether users may make personal keys of the client. */
    public static final Setting<Boolean> SELF_SERVICE = new Setting<>("selfService", "false", SettingReaders.flag());

    /** Where the OpenAPI document of the API is that the client's keys open. */
    public static final Setting<Optional<URI>> OPENAPI_URL =
            new Setting<>("openapiUrl", "", SettingReaders.optional(SettingReaders.webAddress()));

    /** The address to which notices about client keys are sent; empty for none. */
    public static final Setting<Optional<String>> CONTACT =
            new Setting<>("contact", "", SettingReaders.optional(SettingReaders::mailAddress));

    private ClientSettings() {}
}
