import { Bullseye, Spinner } from "@patternfly/react-core";
import { useT } from "./pages";

export function Loading() {
    const t = useT();
    return (
        <Bullseye style={{ minHeight: "10rem" }}>
            <Spinner aria-label={t("apiKeysLoading")} />
        </Bullseye>
    );
}
