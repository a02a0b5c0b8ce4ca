let warned = false;

/** Runs what must never disturb the console: an exception ends in one warning, and in nothing else. */
export function softly(action: () => unknown): void {
    try {
        const result = action();
        if (result instanceof Promise) {
            result.catch(warn);
        }
    } catch (error) {
        warn(error);
    }
}

/** The same for an answer: when it cannot be had, the other one is given. Whoever gives up its own request is told so. */
export async function softlyOr<T>(otherwise: T, action: () => Promise<T>): Promise<T> {
    try {
        return await action();
    } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") {
            throw error;
        }
        warn(error);
        return otherwise;
    }
}

function warn(error: unknown): void {
    if (!warned) {
        warned = true;
        console.warn("API keys: this console is not as expected, its own pages are untouched.", error);
    }
}
