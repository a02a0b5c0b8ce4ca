import { Text, TextContent, Title } from "@patternfly/react-core";
import { useLimitText, useT } from "../ui/pages";
import { Rows } from "./Rows";

interface KeyLimitsProps {
    /** The key's own; absent: the realm's default. */
    readonly limits: readonly string[] | undefined;
    readonly defaultLimits: readonly string[];
}

/** Each with an example of a key with 1000 calls per hour. */
const HEADERS = [
    ["RateLimit-Policy", '"key";q=1000;w=3600', "apiKeysDocsHeaderPolicy"],
    ["RateLimit", '"key";r=999;t=3540', "apiKeysDocsHeaderLimit"],
    ["X-RateLimit-Limit", "1000", "apiKeysDocsHeaderCount"],
    ["X-RateLimit-Remaining", "999", "apiKeysDocsHeaderRemaining"],
    ["X-RateLimit-Reset", "1767225600", "apiKeysDocsHeaderReset"],
    ["Retry-After", "30", "apiKeysDocsHeaderRetry"],
] as const;

/** How often a key may call, and how an application learns how often it still may. */
export function KeyLimits({ limits, defaultLimits }: KeyLimitsProps) {
    const t = useT();
    const limitText = useLimitText();
    const words = (limits ?? defaultLimits).map(limitText).join(", ") || t("apiKeysNoLimits");
    return (
        <section data-testid="api-docs-limits">
            <Title headingLevel="h3" className="api-docs-heading">
                {t("apiKeysLimits")}
            </Title>
            <TextContent className="pf-v5-u-mb-md">
                <Text>
                    <strong>{limits === undefined ? t("apiKeysRealmDefault", { limits: words }) : words}</strong>
                </Text>
                <Text>{t("apiKeysDocsLimitsHint")}</Text>
            </TextContent>
            <Rows
                label={t("apiKeysLimits")}
                columns={[t("apiKeysDocsHeader"), t("apiKeysDocsExample"), t("apiKeysDocsMeaning")]}
                rows={HEADERS.map(([name, example, meaning]) => [
                    name,
                    <code key="example">{example}</code>,
                    t(meaning),
                ])}
                named={(name) => <code>{name}</code>}
            />
        </section>
    );
}
