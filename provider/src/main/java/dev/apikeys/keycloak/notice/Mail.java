package dev.apikeys.keycloak.notice;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.store.NoticeKind;
import dev.apikeys.keycloak.store.NoticeRecipient;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A notice as an e-mail, by templates as Keycloak's own: {@code api-key-expiry.ftl}, {@code api-key-revocation.ftl} and
 * {@code api-key-leak.ftl}, each as html and as text, which a theme may replace. What people have written is a value in them and never part of a message.
 *
 * @param values what the templates of the notice get
 */
record Mail(NoticeKind kind, RealmModel realm, Recipient recipient, String name, Map<String, Object> values) {

    /** Whether the realm says how to send e-mails. */
    static boolean isPossible(RealmModel realm) {
        Map<String, String> smtp = realm.getSmtpConfig();
        return smtp != null && !smtp.getOrDefault("host", "").isBlank();
    }

    /** Everything that may have to be read for it is read here. */
    static Mail about(
            QueuedNotice notice,
            ApiKey key,
            ClientModel client,
            Recipient recipient,
            KeycloakSession session,
            RealmModel realm) {
        Locale locale = session.getContext().resolveLocale(recipient.user(), true);
        String name = oneLine(key.label().name());
        String moment = written(notice.moment(), locale);
        Map<String, Object> values = new HashMap<>();
        values.put(
                "apiKey",
                Map.of(
                        "name",
                        name,
                        "display",
                        key.currentSecret().display().text(),
                        "client",
                        oneLine(client.getClientId()),
                        "moment",
                        moment));
        if (notice.recipient() == NoticeRecipient.USER) {
            new AccountLink(session, realm).find().ifPresent(link -> values.put("link", link));
        }
        return new Mail(notice.kind(), realm, recipient, name, values);
    }

    void send(KeycloakSession session) throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(recipient.user())
                .send(subject(kind), List.of(name), template(kind), values, recipient.address());
    }

    private static String subject(NoticeKind kind) {
        return switch (kind) {
            case EXPIRY -> "apiKeysMailExpirySubject";
            case REVOCATION -> "apiKeysMailRevocationSubject";
            case LEAK -> "apiKeysMailLeakSubject";
        };
    }

    private static String template(NoticeKind kind) {
        return "api-key-" + kind.code() + ".ftl";
    }

    private static String written(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(moment)
                + " UTC";
    }

    /** A subject is a header field: nothing in it may end its line, wherever a name has come from. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    }
}
