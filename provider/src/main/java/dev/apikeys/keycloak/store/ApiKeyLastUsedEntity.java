package dev.apikeys.keycloak.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code API_KEY_LAST_USED}, apart from the key so that counting use never touches the key's row. */
@Entity
@Table(name = "API_KEY_LAST_USED")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class ApiKeyLastUsedEntity {

    @Id
    @Column(name = "KEY_ID", length = 36)
    protected String keyId;

    @Column(name = "USED_AT", nullable = false)
    protected long usedAt;

    /** An IP address, when it is kept. */
    @Column(name = "USED_FROM", length = 45)
    protected @Nullable String usedFrom;

    protected ApiKeyLastUsedEntity() {}
}
