package dev.apikeys.keycloak.store;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who is told. */
public enum NoticeRecipient {
    /** Whom a personal key acts for. */
    USER,
    /** The client's contact. */
    CONTACT;

    /** Lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Client keys are told to the contact, whether or not there is one once it is sent. */
    static Set<NoticeRecipient> of(boolean personal, boolean hasContact) {
        if (!personal) {
            return EnumSet.of(CONTACT);
        }
        return hasContact ? EnumSet.allOf(NoticeRecipient.class) : EnumSet.of(USER);
    }
}
