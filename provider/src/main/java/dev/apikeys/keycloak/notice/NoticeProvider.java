package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import org.keycloak.provider.Provider;

/** Takes what owners of keys are to be told; somebody else sends it later. */
public interface NoticeProvider extends Provider {

    /** An administrator has revoked the key, in the transaction of the session. */
    void revoked(ApiKey key);
}
