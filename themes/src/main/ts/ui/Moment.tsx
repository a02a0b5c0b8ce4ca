import { dayOf, timeOf } from "../i18n/moments";
import { usePages } from "./pages";

interface MomentProps {
    readonly instant: string | undefined;
    /** What stands there without an instant. */
    readonly otherwise: string;
    /** With the time of day. */
    readonly exact?: boolean;
}

/** An instant in the administrator's language and time zone. */
export function Moment({ instant, otherwise, exact = false }: MomentProps) {
    const { messages } = usePages();
    if (instant === undefined) {
        return <>{otherwise}</>;
    }
    const full = timeOf(instant, messages.locale);
    return (
        <time dateTime={instant} title={full}>
            {exact ? full : dayOf(instant, messages.locale)}
        </time>
    );
}
