/** The address of a link, or nothing where it is no absolute one of the web. */
export function webAddress(url: string): string | null {
    return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
