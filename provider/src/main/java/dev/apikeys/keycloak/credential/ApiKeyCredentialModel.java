package dev.apikeys.keycloak.credential;

import org.keycloak.credential.CredentialModel;

/** A key as Keycloak's credential SPI sees it: its label, never its hash. */
public final class ApiKeyCredentialModel extends CredentialModel {

    /** The credential type. */
    public static final String TYPE = "api-key";

    private static final long serialVersionUID = 1L;

    static ApiKeyCredentialModel of(CredentialModel stored) {
        ApiKeyCredentialModel model = new ApiKeyCredentialModel();
        model.setId(stored.getId());
        model.setType(TYPE);
        model.setUserLabel(stored.getUserLabel());
        model.setCreatedDate(stored.getCreatedDate());
        return model;
    }
}
