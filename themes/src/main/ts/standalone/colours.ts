const DARK = "pf-v5-theme-dark";

/** Light or dark as the system is, now and when that changes. */
export function followColours(document: Document): void {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => document.documentElement.classList.toggle(DARK, media.matches);
    media.addEventListener("change", follow);
    follow();
}
