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

function warn(error: unknown): void {
    if (!warned) {
        warned = true;
        console.warn("API keys: this console is not as expected, its own pages are untouched.", error);
    }
}
