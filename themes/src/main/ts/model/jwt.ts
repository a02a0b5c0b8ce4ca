/** The realm that issued the token: the last part of its issuer. Null when it is no token of a Keycloak. */
export function issuingRealm(token: string): string | null {
    try {
        const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
        const { iss } = JSON.parse(atob(payload)) as { iss?: unknown };
        const realm = typeof iss === "string" ? iss.split("/").filter(Boolean).at(-1) : undefined;
        return realm === undefined ? null : decodeURIComponent(realm);
    } catch {
        return null;
    }
}
