import { Button, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import PlusCircleIcon from "@patternfly/react-icons/dist/esm/icons/plus-circle-icon";
import TrashIcon from "@patternfly/react-icons/dist/esm/icons/trash-icon";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { NO_PREFIX, type PrefixLine } from "../model/prefixes";
import { useT } from "../ui/pages";

interface PrefixesProps {
    readonly lines: readonly PrefixLine[];
    readonly errors: readonly string[];
    readonly disabled: boolean;
    readonly onChange: (lines: readonly PrefixLine[]) => void;
}

/** How keys begin, and the environment that each beginning names. */
export function Prefixes({ lines, errors, disabled, onChange }: PrefixesProps) {
    const t = useT();
    const change = (index: number, part: Partial<PrefixLine>) =>
        onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
    return (
        <div id="api-keys-prefixes">
            <Table variant="compact" aria-label={t("apiKeysSettingPrefixes")} className="api-keys-grid">
                <Thead>
                    <Tr>
                        <Th>{t("apiKeysPrefix")}</Th>
                        <Th>{t("apiKeysEnvironment")}</Th>
                        <Th screenReaderText={t("apiKeysActions")} />
                    </Tr>
                </Thead>
                <Tbody>
                    {lines.map(({ prefix, environment }, index) => (
                        <Tr key={index}>
                            <Td dataLabel={t("apiKeysPrefix")}>
                                <TextInput
                                    id={`api-keys-prefix-${index}`}
                                    aria-label={t("apiKeysPrefixOfLine", { number: index + 1 })}
                                    className="api-keys-mono"
                                    maxLength={32}
                                    value={prefix}
                                    isDisabled={disabled}
                                    aria-describedby="api-keys-prefixes-help"
                                    onChange={(_, text) => change(index, { prefix: text })}
                                />
                            </Td>
                            <Td dataLabel={t("apiKeysEnvironment")}>
                                <TextInput
                                    id={`api-keys-environment-${index}`}
                                    aria-label={t("apiKeysEnvironmentOfLine", { number: index + 1 })}
                                    maxLength={64}
                                    placeholder={t("apiKeysNone")}
                                    value={environment}
                                    isDisabled={disabled}
                                    aria-describedby="api-keys-prefixes-help"
                                    onChange={(_, text) => change(index, { environment: text })}
                                />
                            </Td>
                            <Td isActionCell>
                                <Button
                                    variant="plain"
                                    aria-label={t("apiKeysPrefixRemove", { number: index + 1 })}
                                    isDisabled={disabled || lines.length === 1}
                                    onClick={() => onChange(lines.filter((_, at) => at !== index))}
                                >
                                    <TrashIcon />
                                </Button>
                            </Td>
                        </Tr>
                    ))}
                </Tbody>
            </Table>
            {!disabled && (
                <Button
                    variant="link"
                    isInline
                    className="pf-v5-u-mt-sm"
                    icon={<PlusCircleIcon />}
                    data-testid="api-keys-prefix-add"
                    onClick={() => onChange([...lines, NO_PREFIX])}
                >
                    {t("apiKeysPrefixAdd")}
                </Button>
            )}
            <FormHelperText>
                <HelperText id="api-keys-prefixes-help" isLiveRegion={errors.length > 0}>
                    {errors.map((error) => (
                        <HelperTextItem key={error} variant="error" data-testid="api-keys-prefixes-error">
                            {error}
                        </HelperTextItem>
                    ))}
                    {errors.length === 0 && <HelperTextItem>{t("apiKeysPrefixesHint")}</HelperTextItem>}
                </HelperText>
            </FormHelperText>
        </div>
    );
}
