package dev.apikeys.keycloak.store;

import dev.apikeys.core.key.KeyHash;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A hash as its column has it. In memory it keeps the type that cannot be printed: Hibernate's log names the values of entities. */
@Converter
public class KeyHashColumn implements AttributeConverter<KeyHash, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable KeyHash hash) {
        return hash == null ? null : hash.hex();
    }

    @Override
    public @Nullable KeyHash convertToEntityAttribute(@Nullable String hex) {
        return hex == null ? null : new KeyHash(hex);
    }
}
