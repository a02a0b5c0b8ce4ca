package dev.apikeys.keycloak.directory;

import dev.apikeys.core.verify.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The client and the subject of a key, read when they are asked for and claims made once. */
public final class LivePrincipal implements Principal {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Optional<ClientModel> client;
    private final Optional<UserModel> subject;
    private final Supplier<LiveClaims> renderer;
    private final BiPredicate<String, Set<String>> audienceRule;
    private @Nullable LiveClaims claims;

    LivePrincipal(
            KeycloakSession session,
            RealmModel realm,
            Optional<ClientModel> client,
            Optional<UserModel> subject,
            Supplier<LiveClaims> renderer,
            BiPredicate<String, Set<String>> audienceRule) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.subject = subject;
        this.renderer = renderer;
        this.audienceRule = audienceRule;
    }

    /** Empty when the client no longer exists. */
    public Optional<ClientModel> client() {
        return client;
    }

    /** The service account or the user; empty when it no longer exists. */
    public Optional<UserModel> subject() {
        return subject;
    }

    /** Made by protocol mappers; only for a principal whose client and subject exist. */
    public LiveClaims claims() {
        if (claims == null) {
            claims = renderer.get();
        }
        return claims;
    }

    @Override
    public boolean clientEnabled() {
        return realm.isEnabled()
                && client.filter(ClientModel::isEnabled)
                        .filter(KeyClients::hasKeys)
                        .isPresent();
    }

    @Override
    public boolean subjectEnabled() {
        return subject.filter(UserModel::isEnabled).isPresent();
    }

    @Override
    public Instant notBefore() {
        int ofClient = client.map(ClientModel::getNotBefore).orElse(0);
        int ofSubject = subject.map(user -> session.users().getNotBeforeOfUser(realm, user))
                .orElse(0);
        return Instant.ofEpochSecond(
                IntStream.of(realm.getNotBefore(), ofClient, ofSubject).max().orElse(0));
    }

    @Override
    public boolean accepts(String audience) {
        return client.isPresent() && subject.isPresent() && audienceRule.test(audience, claims().audience());
    }

    @Override
    public Set<String> effectiveScopes() {
        return claims().scopes();
    }
}
