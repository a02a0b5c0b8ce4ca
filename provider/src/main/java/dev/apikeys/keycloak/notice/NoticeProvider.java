package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import java.time.Instant;
import org.keycloak.provider.Provider;

/** Takes what owners of keys are to be told; somebody else sends it later. */
public interface NoticeProvider extends Provider {

    /** An administrator has revoked the key, in the transaction of the session. */
    void revoked(ApiKey key);

    /** The key, or a value that it had, was ended because somebody else has it, in the transaction of the session. */
    void leaked(ApiKey key, Instant at);
}
