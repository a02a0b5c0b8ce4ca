package dev.apikeys.keycloak.store;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak which entities and tables are ours. */
final class ApiKeyEntities implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(ApiKeyEntity.class, ApiKeySecretEntity.class, ApiKeyLastUsedEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/api-keys-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return ApiKeyEntitiesFactory.ID;
    }

    @Override
    public void close() {}
}
