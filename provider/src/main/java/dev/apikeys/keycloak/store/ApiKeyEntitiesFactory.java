package dev.apikeys.keycloak.store;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the tables, and what empties them; Liquibase's own changelog table is named after the first ten letters of the id. */
public final class ApiKeyEntitiesFactory implements JpaEntityProviderFactory {

    static final String ID = "api-keys";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new ApiKeyEntities();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new KeyCleanup());
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
