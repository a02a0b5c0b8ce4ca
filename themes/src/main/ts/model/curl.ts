/**
 * A line that works as it stands: the key gets its client a token. A personal key has no such door, so its line shows how
 * an API is called.
 */
export function curlLine(value: string, tokenUrl: string, personal: boolean): string {
    return personal
        ? `curl -H "X-API-Key: ${value}" https://api.example.com/`
        : `curl -H "X-API-Key: ${value}" -d grant_type=client_credentials "${tokenUrl}"`;
}

export function tokenUrl(authServerUrl: string, realm: string): string {
    return `${authServerUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`;
}
