package dev.apikeys.keycloak.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AllowedWebOriginsProtocolMapper;
import org.keycloak.protocol.oidc.mappers.SubMapper;
import org.keycloak.protocol.oidc.mappers.UserAttributeMapper;
import org.keycloak.protocol.oidc.mappers.UserClientRoleMappingMapper;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What the tokens of the page's client say. */
final class UiClaims {

    private static final String IN_ACCESS_TOKEN = "access.token.claim";
    private static final String CLAIM = "claim.name";

    private UiClaims() {}

    /** Who the administrator is, what they may do, and from where the admin REST API may be called. */
    static List<ProtocolMapperRepresentation> of(String managementClientId) {
        return List.of(
                mapper("subject", SubMapper.PROVIDER_ID, Map.of()),
                mapper("allowed origins", AllowedWebOriginsProtocolMapper.PROVIDER_ID, Map.of()),
                mapper(
                        "administrator roles",
                        UserClientRoleMappingMapper.PROVIDER_ID,
                        Map.of(
                                "usermodel.clientRoleMapping.clientId",
                                managementClientId,
                                CLAIM,
                                "resource_access.${client_id}.roles",
                                "multivalued",
                                "true",
                                "jsonType.label",
                                "String")),
                attribute("username", "preferred_username"),
                attribute("locale", "locale"));
    }

    private static ProtocolMapperRepresentation attribute(String attribute, String claim) {
        return mapper(
                attribute,
                UserAttributeMapper.PROVIDER_ID,
                Map.of("user.attribute", attribute, CLAIM, claim, "jsonType.label", "String"));
    }

    private static ProtocolMapperRepresentation mapper(String name, String type, Map<String, String> config) {
        Map<String, String> all = new HashMap<>(config);
        all.put(IN_ACCESS_TOKEN, "true");
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(type);
        mapper.setConfig(all);
        return mapper;
    }
}
