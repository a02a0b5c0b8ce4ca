package dev.apikeys.keycloak.introspection;

/** Makes {@code token_type_hint=api_key} a hint that Keycloak knows; a hint only, as RFC 7662 §2.1 has it. */
public final class ApiKeyHintIntrospectionFactory extends KeyAwareIntrospectionFactory {

    @Override
    public String getId() {
        return "api_key";
    }
}
