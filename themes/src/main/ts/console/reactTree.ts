/**
 * The console keeps its session in React contexts and exposes no global, so we look into React's own tree: the first
 * context value in it for which the test holds. Null when React, or the console, keeps things elsewhere.
 */
export function findContextValue<T>(app: Element, test: (value: Record<string, unknown>) => T | null): T | null {
    const container = Object.keys(app).find((key) => key.startsWith("__reactContainer$"));
    if (container === undefined) {
        return null;
    }
    const host = (app as unknown as Record<string, Fiber | undefined>)[container];
    const pending: (Fiber | null | undefined)[] = [host?.stateNode?.current];
    while (pending.length > 0) {
        const fiber = pending.pop();
        if (!fiber) {
            continue;
        }
        const value = fiber.memoizedProps?.value;
        if (typeof value === "object" && value !== null) {
            const found = test(value as Record<string, unknown>);
            if (found !== null) {
                return found;
            }
        }
        pending.push(fiber.sibling, fiber.child);
    }
    return null;
}

interface Fiber {
    readonly memoizedProps?: { readonly value?: unknown } | null;
    readonly stateNode?: { readonly current?: Fiber } | null;
    readonly child?: Fiber | null;
    readonly sibling?: Fiber | null;
}
