package dev.apikeys.keycloak.store;

/** What a list can be ordered by; a key that never expires sorts last, one that was never used sorts first. */
public enum KeySort {
    NAME("name", "lower(k.name)", false),
    STATUS("status", KeySort.STATUS_ORDER, false),
    CREATED_AT("createdAt", "k.createdAt", false),
    UPDATED_AT("updatedAt", "k.updatedAt", false),
    EXPIRES_AT("expiresAt", "k.expiresAt", false),
    LAST_USED_AT("lastUsedAt", "u.usedAt", true);

    private static final String STATUS_ORDER =
            "case when k.revokedAt is not null then 3 when k.expiresAt <= :now then 2"
                    + " when k.enabled = false then 1 else 0 end";

    private final String code;
    private final String expression;
    private final boolean absentFirst;

    KeySort(String code, String expression, boolean absentFirst) {
        this.code = code;
        this.expression = expression;
        this.absentFirst = absentFirst;
    }

    /** The name in the query parameter. */
    public String code() {
        return code;
    }

    boolean needsNow() {
        return this == STATUS;
    }

    String orderBy(boolean descending) {
        return expression
                + (descending ? " desc" : " asc")
                + (absentFirst == descending ? " nulls last" : " nulls first")
                + ", k.id";
    }
}
