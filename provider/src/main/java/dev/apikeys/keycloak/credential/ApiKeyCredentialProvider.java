package dev.apikeys.keycloak.credential;

import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.verify.Check;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.KeyVerifier;
import dev.apikeys.core.verify.Presented;
import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.store.KeyRepository;
import dev.apikeys.keycloak.usage.DoorName;
import java.util.Optional;
import java.util.Set;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keys as credentials of the user or service account they act for. */
public final class ApiKeyCredentialProvider
        implements CredentialProvider<ApiKeyCredentialModel>, CredentialInputValidator {

    private static final int ONE_CALL = 1;

    private final KeycloakSession session;

    public ApiKeyCredentialProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return ApiKeyCredentialModel.TYPE;
    }

    @Override
    public boolean supportsCredentialType(String credentialType) {
        return ApiKeyCredentialModel.TYPE.equals(credentialType);
    }

    /** A key belongs to a client and its value is made here: it cannot be stored from outside. */
    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, ApiKeyCredentialModel credential) {
        throw new ModelException("API keys are made by the api-keys REST resources");
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        KeyRepository keys = new RealmKeys(session, realm).repository();
        boolean ofUser = keys.lockById(credentialId)
                .flatMap(stored -> stored.key().owner().userId())
                .filter(user.getId()::equals)
                .isPresent();
        if (ofUser) {
            keys.delete(credentialId);
        }
        return ofUser;
    }

    @Override
    public ApiKeyCredentialModel getCredentialFromModel(CredentialModel model) {
        return ApiKeyCredentialModel.of(model);
    }

    /** Whether the user, or the client behind the service account, has an active key. */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        if (!supportsCredentialType(credentialType)) {
            return false;
        }
        RealmKeys realmKeys = new RealmKeys(session, realm);
        KeyRepository keys = realmKeys.repository();
        String client = user.getServiceAccountClientLink();
        return client == null
                ? keys.countActiveOfUser(user.getId(), realmKeys.clock().instant()) > 0
                : keys.countActiveBeside(
                                new KeyOwner(realm.getId(), client, Optional.empty()),
                                realmKeys.clock().instant())
                        > 0;
    }

    /** Whether the challenge response is a key that is good now, from this address, and acts for the user. */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String response = input.getChallengeResponse();
        if (!supportsCredentialType(input.getType()) || response == null) {
            return false;
        }
        RealmKeys realmKeys = new RealmKeys(session, realm);
        KeyVerifier verifier = realmKeys.verifier(DoorName.CREDENTIAL);
        return check(verifier, KeyValue.of(response)) instanceof Passed passed
                && actsFor(user, passed.found(), realmKeys)
                && verifier.count(passed, ONE_CALL) instanceof Verdict.Allowed;
    }

    private static boolean actsFor(UserModel user, Found found, RealmKeys realmKeys) {
        return realmKeys
                .directory()
                .principalOf(found.key())
                .subject()
                .map(UserModel::getId)
                .filter(user.getId()::equals)
                .isPresent();
    }

    /** What the pipeline says of a key that is used as a credential for Keycloak itself; nothing is counted yet. */
    public Check check(KeyVerifier verifier, KeyValue value) {
        return verifier.check(new Presented(value, Optional.empty(), CallerIp.ofConnection(session), Set.of()));
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext metadataContext) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.BASIC_AUTHENTICATION)
                .displayName("apiKeysCredentialDisplayName")
                .helpText("apiKeysCredentialHelpText")
                .iconCssClass("kcAuthenticatorDefaultClass")
                .removeable(true)
                .build(session);
    }
}
