package dev.apikeys.keycloak;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyShapes;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.PolicyLimiter;
import dev.apikeys.core.limit.Taking;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.settings.RateLimitFailure;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.KeyLookup;
import dev.apikeys.core.verify.KeyVerifier;
import dev.apikeys.core.verify.VerdictObserver;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.directory.PrincipalMemory;
import dev.apikeys.keycloak.directory.TokenTie;
import dev.apikeys.keycloak.keys.KeyAdministration;
import dev.apikeys.keycloak.keys.KeyRequests;
import dev.apikeys.keycloak.keys.Strictness;
import dev.apikeys.keycloak.limit.CountersProvider;
import dev.apikeys.keycloak.limit.KeyLimits;
import dev.apikeys.keycloak.notice.NoticeProvider;
import dev.apikeys.keycloak.store.KeyRepository;
import dev.apikeys.keycloak.store.StoredKey;
import dev.apikeys.keycloak.store.UsageReader;
import dev.apikeys.keycloak.usage.DoorName;
import dev.apikeys.keycloak.usage.UsageProvider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;

/** Everything about the keys of one realm, put together for one request: the only place that knows how. */
public final class RealmKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final boolean remembering;
    private final Clock clock = Clock.systemUTC();
    private @Nullable KeycloakDirectory directory;

    public RealmKeys(KeycloakSession session, RealmModel realm) {
        this(session, realm, false);
    }

    private RealmKeys(KeycloakSession session, RealmModel realm, boolean remembering) {
        this.session = session;
        this.realm = realm;
        this.remembering = remembering;
    }

    /** For a request that changes nothing: what this node has read of clients and subjects need not be read again. */
    public static RealmKeys forChecks(KeycloakSession session, RealmModel realm) {
        return new RealmKeys(session, realm, true);
    }

    public Clock clock() {
        return clock;
    }

    public RealmSettings settings() {
        return new RealmSettings(attribute -> Optional.ofNullable(realm.getAttribute(attribute)));
    }

    /** Made when it is asked for: a token that is no key comes past here as well. */
    public KeycloakDirectory directory() {
        if (directory == null) {
            directory = new KeycloakDirectory(
                    session,
                    realm,
                    Duration.ofSeconds(settings().get(RealmSettings.CLAIMS_MAX_AGE)),
                    remembering ? PrincipalMemory.of(session) : Optional.empty());
        }
        return directory;
    }

    public KeyRepository repository() {
        return KeyRepository.of(session, realm);
    }

    /** Who tells owners what was done to their keys. */
    public NoticeProvider notices() {
        return session.getProvider(NoticeProvider.class);
    }

    public UsageReader usage() {
        return UsageReader.of(session);
    }

    /** The key that the token was made from, when the key and the value behind the token are good. */
    public Optional<ApiKey> keyBehind(AccessToken token) {
        Instant now = clock.instant();
        return TokenTie.keyId(token)
                .flatMap(repository()::findById)
                .map(StoredKey::key)
                .filter(key -> key.status(now) == KeyStatus.ACTIVE)
                .filter(key -> directory().principalOf(key).clientEnabled()
                        && directory().principalOf(key).subjectEnabled())
                .filter(key -> TokenTie.isMadeFrom(token, key, directory().principalOf(key), now));
    }

    /** Whether the text is a key, or was meant to be: well-formed ones whatever their prefix, and those of other systems where they are accepted. */
    public boolean looksLikeKey(KeyValue value) {
        return shapes().looksLikeKey(value);
    }

    /**
     * Whether what may as well be the secret of a client is a key: our own by their shape, those of other systems only when
     * there is one.
     */
    public boolean isKeyAmongSecrets(KeyValue value) {
        return shapes().isOwn(value) || lookup().find(value).isPresent();
    }

    private KeyShapes shapes() {
        RealmSettings settings = settings();
        return new KeyShapes(settings.get(RealmSettings.PREFIXES), settings.get(RealmSettings.ACCEPT_FOREIGN));
    }

    /**
     * The key that a value belongs to, also where the realm's settings do not let the value be used now. Read from the database:
     * what nobody uses is not worth remembering.
     */
    public Optional<ApiKey> holder(KeyValue value) {
        return shapes().canEverBeKey(value) ? repository().findByHash(KeyHash.of(value)) : Optional.empty();
    }

    private KeyLookup lookup() {
        return new KeyLookup(shapes(), this::find);
    }

    public KeyAdministration administration() {
        return administration(Strictness.ADMINISTRATORS);
    }

    public KeyRequests requests() {
        return new KeyRequests(administration());
    }

    /** For owners of keys, who keep to what administrators have laid down. */
    public KeyRequests ownersRequests() {
        return new KeyRequests(administration(Strictness.OWNERS));
    }

    private KeyAdministration administration(Strictness strictness) {
        return new KeyAdministration(repository(), settings(), RANDOM, clock, strictness);
    }

    /** For one question at one door: how long the answer takes is measured from here. */
    public KeyVerifier verifier(DoorName door) {
        VerdictObserver observer = session.getProvider(UsageProvider.class)
                .observer(door, settings().get(RealmSettings.RECORD_LAST_IP));
        return new KeyVerifier(lookup(), directory(), this::take, observer, clock);
    }

    private Taking take(ApiKey key, int cost) {
        RealmSettings settings = settings();
        CountersProvider counters = session.getProvider(CountersProvider.class);
        Optional<Counters> fallback = settings.get(RealmSettings.RATE_LIMIT_FAILURE) == RateLimitFailure.OPEN
                ? Optional.of(counters.local())
                : Optional.empty();
        return new PolicyLimiter(counters.shared(), fallback)
                .take(new KeyLimits(realm, settings).of(key), cost, clock.instant());
    }

    /** A key that this node remembers costs no database read. */
    private Optional<ApiKey> find(KeyHash hash) {
        return session.getProvider(KeyCacheProvider.class).cache().get(realm.getId(), hash, () -> repository()
                .findByHash(hash));
    }
}
