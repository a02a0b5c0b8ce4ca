package dev.apikeys.keycloak.store;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A row of {@code API_KEY} with what hangs from it. Instants are milliseconds since the epoch. */
@Entity
@Table(name = "API_KEY")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class ApiKeyEntity {

    @Id
    @Column(name = "ID", length = 36)
    protected String id;

    @Column(name = "REALM_ID", nullable = false)
    protected String realmId;

    @Column(name = "CLIENT_ID", nullable = false)
    protected String clientId;

    @Column(name = "USER_ID")
    protected @Nullable String userId;

    @Column(name = "NAME", nullable = false)
    protected String name;

    @Column(name = "DESCRIPTION")
    protected @Nullable String description;

    @Column(name = "METADATA", nullable = false)
    protected String metadata;

    @Column(name = "ENVIRONMENT")
    protected @Nullable String environment;

    @Column(name = "FULL_ACCESS", nullable = false)
    protected boolean fullAccess;

    @Column(name = "ENABLED", nullable = false)
    protected boolean enabled;

    @Column(name = "CREATED_AT", nullable = false)
    protected long createdAt;

    @Column(name = "UPDATED_AT", nullable = false)
    protected long updatedAt;

    @Column(name = "EXPIRES_AT")
    protected @Nullable Long expiresAt;

    @Column(name = "REVOKED_AT")
    protected @Nullable Long revokedAt;

    @Column(name = "REVOKED_BY")
    protected @Nullable String revokedBy;

    @Column(name = "ALLOWED_IPS")
    protected @Nullable String allowedIps;

    @Column(name = "RATE_LIMITS")
    protected @Nullable String limits;

    @Column(name = "EXTERNAL_ID")
    protected @Nullable String externalId;

    @Column(name = "EXTERNAL_DIGEST")
    protected @Nullable String externalDigest;

    @Version
    @Column(name = "VERSION", nullable = false)
    protected long version;

    @OneToMany(mappedBy = "key", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = 100)
    protected Set<ApiKeySecretEntity> secrets = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "API_KEY_SCOPE", joinColumns = @JoinColumn(name = "KEY_ID"))
    @Column(name = "SCOPE_ID")
    @BatchSize(size = 100)
    protected Set<String> scopeIds = new HashSet<>();

    protected ApiKeyEntity() {}

    ApiKeyEntity(String id) {
        this.id = id;
    }
}
