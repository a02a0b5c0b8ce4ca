import { FormSection, Text, TextContent } from "@patternfly/react-core";
import type { Settings } from "../api/types";
import { Limits } from "../create/Limits";
import type {
    ChoiceSetting,
    FlagSetting,
    LimitSetting,
    NumberSetting,
    SettingsDraft,
    TextSetting,
} from "../model/settings";
import { useLimitText, useT } from "../ui/pages";
import { ChoiceField, DurationField, FlagField, NumberField, TextField } from "./fields";
import { Prefixes } from "./Prefixes";

interface SettingsFieldsProps {
    readonly draft: SettingsDraft;
    readonly defaults: Settings;
    readonly errorsOf: (name: string) => string[];
    readonly disabled: boolean;
    readonly onChange: (draft: SettingsDraft) => void;
}

/** The settings in their sections. */
export function SettingsFields({ draft, defaults, errorsOf, disabled, onChange }: SettingsFieldsProps) {
    const t = useT();
    const limitText = useLimitText();
    return (
        <>
            <FormSection title={t("apiKeysSettingPrefixes")} titleElement="h2">
                <TextContent>
                    <Text component="small">{t("apiKeysSettingPrefixesHelp")}</Text>
                </TextContent>
                <Prefixes
                    lines={draft.prefixes}
                    errors={errorsOf("prefixes")}
                    disabled={disabled}
                    onChange={(prefixes) => onChange({ ...draft, prefixes })}
                />
            </FormSection>
            <FormSection title={t("apiKeysSectionLimits")} titleElement="h2">
                {limits("defaultLimit", t("apiKeysSettingDefaultLimit"), t("apiKeysSettingDefaultLimitHelp"))}
                {limits("realmLimit", t("apiKeysSettingRealmLimit"), t("apiKeysSettingRealmLimitHelp"))}
                {choice("rateLimitFailure", t("apiKeysSettingFailure"), t("apiKeysSettingFailureHelp"), [
                    ["closed", t("apiKeysSettingFailureClosed")],
                    ["open", t("apiKeysSettingFailureOpen")],
                ])}
                {number(
                    "maxActivePerClient",
                    t("apiKeysSettingPerClient"),
                    t("apiKeysSettingPerClientHelp"),
                    UNITS.keys,
                )}
                {number("maxActivePerUser", t("apiKeysSettingPerUser"), t("apiKeysSettingPerUserHelp"), UNITS.keys)}
            </FormSection>
            <FormSection title={t("apiKeysSectionPolicies")} titleElement="h2">
                <DurationField
                    id="api-keys-setting-maxLifetime"
                    label={t("apiKeysSettingLifetime")}
                    help={t("apiKeysSettingLifetimeHelp")}
                    value={draft.maxLifetime}
                    errors={errorsOf("maxLifetime")}
                    disabled={disabled}
                    onChange={(maxLifetime) => onChange({ ...draft, maxLifetime })}
                />
                {flag("requireExpiry", t("apiKeysSettingRequireExpiry"), t("apiKeysSettingRequireExpiryHelp"))}
                {flag("requireIp", t("apiKeysSettingRequireIp"), t("apiKeysSettingRequireIpHelp"))}
                {number(
                    "selfServiceMaxAuthAge",
                    t("apiKeysSettingRecentLogin"),
                    t("apiKeysSettingRecentLoginHelp"),
                    UNITS.seconds,
                )}
                {flag("acceptForeign", t("apiKeysSettingForeign"), t("apiKeysSettingForeignHelp"))}
            </FormSection>
            <FormSection title={t("apiKeysSectionAnswers")} titleElement="h2">
                {number("freshness", t("apiKeysSettingFreshness"), t("apiKeysSettingFreshnessHelp"), UNITS.seconds)}
                {number("claimsMaxAge", t("apiKeysSettingClaims"), t("apiKeysSettingClaimsHelp"), UNITS.seconds)}
                {flag("discloseReason", t("apiKeysSettingDisclose"), t("apiKeysSettingDiscloseHelp"))}
                {choice("errorFormat", t("apiKeysSettingErrors"), t("apiKeysSettingErrorsHelp"), [
                    ["problem", t("apiKeysSettingErrorsProblem")],
                    ["error-object", t("apiKeysSettingErrorsObject")],
                ])}
            </FormSection>
            <FormSection title={t("apiKeysSectionNotices")} titleElement="h2">
                {text("expiryNotice", t("apiKeysSettingNotice"), t("apiKeysSettingNoticeHelp"), "30,7,1")}
                {flag("revocationNotice", t("apiKeysSettingRevocation"), t("apiKeysSettingRevocationHelp"))}
                {text(
                    "outcomes",
                    t("apiKeysSettingOutcomes"),
                    t("apiKeysSettingOutcomesHelp"),
                    "sent,delivered,read,failed",
                )}
                {text(
                    "outcomeRates",
                    t("apiKeysSettingRates"),
                    t("apiKeysSettingRatesHelp"),
                    "delivered=(delivered+read)/sent,read=read/sent",
                )}
                {number("usageRetention", t("apiKeysSettingRetention"), t("apiKeysSettingRetentionHelp"), UNITS.days)}
                {flag("recordLastIp", t("apiKeysSettingLastIp"), t("apiKeysSettingLastIpHelp"))}
                {number("revokedRetention", t("apiKeysSettingRevoked"), t("apiKeysSettingRevokedHelp"), UNITS.days)}
            </FormSection>
        </>
    );

    function number(name: NumberSetting, label: string, help: string, unit: string) {
        const standard = defaults[name];
        return (
            <NumberField
                id={`api-keys-setting-${name}`}
                label={label}
                help={help}
                unit={t(unit)}
                value={draft[name]}
                placeholder={standard === null ? t("apiKeysUnlimited") : String(standard)}
                errors={errorsOf(name)}
                disabled={disabled}
                onChange={(value) => onChange({ ...draft, [name]: value })}
            />
        );
    }

    function text(name: TextSetting, label: string, help: string, example: string) {
        return (
            <TextField
                id={`api-keys-setting-${name}`}
                label={label}
                help={help}
                placeholder={t("apiKeysExample", { text: example })}
                value={draft[name]}
                errors={errorsOf(name)}
                disabled={disabled}
                onChange={(value) => onChange({ ...draft, [name]: value })}
            />
        );
    }

    function flag(name: FlagSetting, label: string, help: string) {
        return (
            <FlagField
                id={`api-keys-setting-${name}`}
                label={label}
                help={help}
                value={draft[name]}
                disabled={disabled}
                onChange={(value) => onChange({ ...draft, [name]: value })}
            />
        );
    }

    function choice(name: ChoiceSetting, label: string, help: string, choices: readonly (readonly [string, string])[]) {
        return (
            <ChoiceField
                id={`api-keys-setting-${name}`}
                label={label}
                help={help}
                choices={choices}
                value={draft[name]}
                errors={errorsOf(name)}
                disabled={disabled}
                onChange={(value) => onChange({ ...draft, [name]: value })}
            />
        );
    }

    function limits(name: LimitSetting, label: string, help: string) {
        const standard = defaults[name];
        return (
            <Limits
                id={`api-keys-setting-${name}`}
                label={label}
                help={help}
                hint={
                    standard === ""
                        ? t("apiKeysLimitsHint")
                        : t("apiKeysLimitsHintDefault", { limits: standard.split(",").map(limitText).join(", ") })
                }
                lines={draft[name]}
                errors={errorsOf(name)}
                disabled={disabled}
                onChange={(lines) => onChange({ ...draft, [name]: lines })}
            />
        );
    }
}

const UNITS = { keys: "apiKeysUnitKeys", seconds: "apiKeysUnitSeconds", days: "apiKeysUnitDays" } as const;
