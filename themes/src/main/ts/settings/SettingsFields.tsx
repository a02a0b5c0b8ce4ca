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
import { ChoiceField, DurationField, FlagField, LinesField, NumberField, TextField } from "./fields";
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
    const formats = [
        ["problem", t("apiKeysSettingErrorsProblem")],
        ["error-object", t("apiKeysSettingErrorsObject")],
        ["error-status", t("apiKeysSettingErrorsStatus")],
        ["error-text", t("apiKeysSettingErrorsText")],
    ] as const;
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
                    {...of("maxLifetime")}
                    label={t("apiKeysSettingLifetime")}
                    help={t("apiKeysSettingLifetimeHelp")}
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
                {choice("errorFormat", t("apiKeysSettingErrors"), t("apiKeysSettingErrorsHelp"), formats)}
                {choice("limitErrorFormat", t("apiKeysSettingLimitErrors"), t("apiKeysSettingLimitErrorsHelp"), [
                    ["", t("apiKeysSettingLimitErrorsSame")],
                    ...formats,
                ])}
                <LinesField
                    {...of("errorMessages")}
                    label={t("apiKeysSettingMessages")}
                    help={t("apiKeysSettingMessagesHelp")}
                />
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
            <FormSection title={t("apiKeysSectionLeaks")} titleElement="h2">
                {flag("revokeByPossession", t("apiKeysSettingPossession"), t("apiKeysSettingPossessionHelp"))}
                {choice("githubLeaks", t("apiKeysSettingGithub"), t("apiKeysSettingGithubHelp"), [
                    ["off", t("apiKeysSettingGithubOff")],
                    ["disable", t("apiKeysSettingGithubDisable")],
                    ["revoke", t("apiKeysSettingGithubRevoke")],
                ])}
                {text("githubKeys", t("apiKeysSettingGithubKeys"), t("apiKeysSettingGithubKeysHelp"))}
            </FormSection>
        </>
    );

    /** What every field has: where it stands in the draft, and what is wrong with it. */
    function of<Name extends keyof SettingsDraft>(name: Name) {
        return {
            id: `api-keys-setting-${name}`,
            value: draft[name],
            errors: errorsOf(name),
            disabled,
            onChange: (value: SettingsDraft[Name]) => onChange({ ...draft, [name]: value }),
        };
    }

    function number(name: NumberSetting, label: string, help: string, unit: string) {
        const standard = defaults[name];
        const placeholder = standard === null ? t("apiKeysUnlimited") : String(standard);
        return <NumberField {...of(name)} {...{ label, help, placeholder }} unit={t(unit)} />;
    }

    /** Without an example there is a default, which shows in its place. */
    function text(name: TextSetting, label: string, help: string, example?: string) {
        const placeholder = example === undefined ? defaults[name] : t("apiKeysExample", { text: example });
        return <TextField {...of(name)} {...{ label, help, placeholder }} />;
    }

    function flag(name: FlagSetting, label: string, help: string) {
        return <FlagField {...of(name)} {...{ label, help }} />;
    }

    function choice(name: ChoiceSetting, label: string, help: string, choices: readonly (readonly [string, string])[]) {
        return <ChoiceField {...of(name)} {...{ label, help, choices }} />;
    }

    function limits(name: LimitSetting, label: string, help: string) {
        const { value: lines, ...field } = of(name);
        const standard = defaults[name];
        const hint =
            standard === ""
                ? t("apiKeysLimitsHint")
                : t("apiKeysLimitsHintDefault", { limits: standard.split(",").map(limitText).join(", ") });
        return <Limits {...field} {...{ label, help, hint, lines }} />;
    }
}

const UNITS = { keys: "apiKeysUnitKeys", seconds: "apiKeysUnitSeconds", days: "apiKeysUnitDays" } as const;
