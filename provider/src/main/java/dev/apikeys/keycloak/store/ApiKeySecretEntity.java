package dev.apikeys.keycloak.store;

import dev.apikeys.core.key.KeyHash;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code API_KEY_SECRET}: one value of a key. */
@Entity
@Table(name = "API_KEY_SECRET")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class ApiKeySecretEntity {

    /** Not the hash: Hibernate names rows by their id, in messages that reach the log. */
    @Id
    @Column(name = "ID", length = 36)
    protected String id;

    @Column(name = "SHA256", nullable = false, updatable = false)
    @Convert(converter = KeyHashColumn.class)
    protected KeyHash hash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "KEY_ID")
    protected ApiKeyEntity key;

    @Column(name = "PREFIX", nullable = false)
    protected String prefix;

    @Column(name = "HINT", nullable = false)
    protected String hint;

    @Column(name = "LAST4", nullable = false)
    protected String last;

    @Column(name = "CREATED_AT", nullable = false)
    protected long createdAt;

    @Column(name = "VALID_UNTIL")
    protected @Nullable Long validUntil;

    protected ApiKeySecretEntity() {}

    ApiKeySecretEntity(KeyHash hash, ApiKeyEntity key) {
        this.id = UUID.randomUUID().toString();
        this.hash = hash;
        this.key = key;
    }
}
