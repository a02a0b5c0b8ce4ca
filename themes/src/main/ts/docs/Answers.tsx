import {
    DescriptionList,
    DescriptionListDescription,
    DescriptionListGroup,
    DescriptionListTerm,
    Title,
} from "@patternfly/react-core";
import { useT } from "../ui/pages";
import { Markdown } from "./Markdown";
import type { Answer } from "./operations";

/** What the API may answer. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
    const t = useT();
    return answers.length === 0 ? null : (
        <>
            <Title headingLevel="h4" className="api-docs-heading">
                {t("apiKeysDocsAnswers")}
            </Title>
            <DescriptionList isHorizontal isCompact className="api-docs-answers">
                {answers.map(({ status, description }) => (
                    <DescriptionListGroup key={status}>
                        <DescriptionListTerm>{status}</DescriptionListTerm>
                        <DescriptionListDescription>
                            <Markdown text={description} />
                        </DescriptionListDescription>
                    </DescriptionListGroup>
                ))}
            </DescriptionList>
        </>
    );
}
