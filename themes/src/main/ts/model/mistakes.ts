/** What is wrong in a form before the server is asked: the message key of what is said at the field. */
export interface Mistake {
    readonly field: string;
    readonly key: string;
    readonly values?: Readonly<Record<string, string | number>>;
}
