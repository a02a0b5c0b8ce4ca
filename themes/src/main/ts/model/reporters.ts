const REPORTERS: Readonly<Record<string, string>> = {
    possessor: "apiKeysReporterPossessor",
    github: "apiKeysReporterGithub",
};

/** The message key of who reported that a key has leaked; undefined for everybody else, such as administrators. */
export function reporterKey(code: string | undefined): string | undefined {
    return code !== undefined && Object.hasOwn(REPORTERS, code) ? REPORTERS[code] : undefined;
}

/** The same for what an admin event says, which is kept where the realm keeps details of events. */
export function reporterKeyOf(representation: string | undefined): string | undefined {
    try {
        const { reportedBy } = JSON.parse(representation ?? "{}") as { reportedBy?: unknown };
        return typeof reportedBy === "string" ? reporterKey(reportedBy) : undefined;
    } catch {
        return undefined;
    }
}
