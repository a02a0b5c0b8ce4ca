package dev.apikeys.keycloak.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.EventOfNobody;
import dev.apikeys.keycloak.store.NoticeKind;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** That an owner was told. */
record NoticeEvent(KeycloakSession session, RealmModel realm, Clock clock) {

    void report(QueuedNotice notice) {
        new EventOfNobody(session, realm, clock, Optional.empty())
                .report(notice.keyId(), "notice", representation(notice));
    }

    /** No address: whose it was can be found out by those who may. */
    private static ObjectNode representation(QueuedNotice notice) {
        ObjectNode json = JsonSerialization.createObjectNode()
                .put("notice", notice.kind().code())
                .put("to", notice.recipient().code());
        if (notice.kind() == NoticeKind.EXPIRY) {
            json.put("days", notice.days()).put("expiresAt", notice.moment().toString());
        }
        return json;
    }
}
