/** Calls by what became of them. */
export interface UsageCounts {
    readonly total: number;
    readonly allowed: number;
    readonly denied: number;
    readonly deniedBy: Readonly<Record<string, number>>;
    /** What resource servers reported, where the realm has names for it. */
    readonly outcomes?: Readonly<Record<string, number>>;
}

/** The use of a key in some time. */
export interface Usage extends UsageCounts {
    readonly from: string;
    readonly to: string;
    readonly bucket: "hour" | "day";
    /** One for each hour or day, the oldest first. */
    readonly series: readonly (UsageCounts & { readonly start: string })[];
    /** What the realm makes of outcomes, usually from 0 to 1. */
    readonly rates?: Readonly<Record<string, number>>;
    readonly lastUsedAt?: string;
    readonly lastUsedIp?: string;
    /** When the latest outcome that was reported happened, whatever the time that is asked about. */
    readonly lastOutcomeAt?: string;
}
