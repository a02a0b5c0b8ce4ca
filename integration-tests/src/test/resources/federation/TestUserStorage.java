package dev.apikeys.it.federation;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.adapter.AbstractUserAdapterFederatedStorage;
import org.keycloak.storage.user.UserLookupProvider;

/** A directory in which every name that begins with "person" is somebody; compiled by the tests that use it. */
public final class TestUserStorage implements UserStorageProviderFactory<TestUserStorage.People> {

    @Override
    public People create(KeycloakSession session, ComponentModel model) {
        return new People(session, model);
    }

    @Override
    public String getId() {
        return "test-users";
    }

    public static final class People implements UserStorageProvider, UserLookupProvider {

        private final KeycloakSession session;
        private final ComponentModel model;

        People(KeycloakSession session, ComponentModel model) {
            this.session = session;
            this.model = model;
        }

        @Override
        public UserModel getUserById(RealmModel realm, String id) {
            return getUserByUsername(realm, StorageId.externalId(id));
        }

        @Override
        public UserModel getUserByUsername(RealmModel realm, String username) {
            return username.startsWith("person") ? new Person(session, realm, model, username) : null;
        }

        @Override
        public UserModel getUserByEmail(RealmModel realm, String email) {
            return null;
        }

        @Override
        public void close() {}
    }

    /** Roles and whether the person is enabled are Keycloak's to know. */
    private static final class Person extends AbstractUserAdapterFederatedStorage {

        private final String username;

        Person(KeycloakSession session, RealmModel realm, ComponentModel model, String username) {
            super(session, realm, model);
            this.username = username;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public void setUsername(String other) {}
    }
}
