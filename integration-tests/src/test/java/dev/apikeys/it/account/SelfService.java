package dev.apikeys.it.account;

import dev.apikeys.it.support.TestRealm;

/** Which clients offer self-service. */
final class SelfService {

    private SelfService() {}

    static void offer(TestRealm realm, String clientId, boolean offered) {
        realm.clients().setAttribute(clientId, "api-keys.self-service", Boolean.toString(offered));
    }
}
