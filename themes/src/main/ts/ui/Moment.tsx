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
    const date = new Date(instant);
    const full = date.toLocaleString(messages.locale, { dateStyle: "medium", timeStyle: "medium" });
    return (
        <time dateTime={instant} title={full}>
            {exact ? full : date.toLocaleDateString(messages.locale, { dateStyle: "medium" })}
        </time>
    );
}
