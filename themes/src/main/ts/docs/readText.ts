/** Text of an answer, and whether it was longer than it may be. */
export interface LimitedText {
    readonly text: string;
    readonly cut: boolean;
}

/** Whether the answer does not already say that it is longer. */
export function isWithin(response: Response, mostBytes: number): boolean {
    return Number(response.headers.get("Content-Length") ?? 0) <= mostBytes;
}

/** Reads no more than so many bytes, whatever the length that was announced. */
export async function readText(response: Response, mostBytes: number): Promise<LimitedText> {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    let bytes = 0;
    while (reader) {
        const { value, done } = await reader.read();
        if (done) {
            break;
        }
        const room = mostBytes - bytes;
        bytes += value.byteLength;
        text += decoder.decode(value.subarray(0, room), { stream: true });
        if (bytes > mostBytes) {
            await reader.cancel();
            return { text: text + decoder.decode(), cut: true };
        }
    }
    return { text: text + decoder.decode(), cut: false };
}
