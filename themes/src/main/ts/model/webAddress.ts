const ADDRESS = /^https?:\/\/([a-z0-9._-]+|\[[0-9a-f:.]+])(:[0-9]{1,5})?([/?][a-z0-9/?:@!$&'()*+,;=._~%-]*)?$/i;
const LONGEST = 2_000;

/** Whether the server takes the text as the address of a document: the same rule as there. */
export function isWebAddress(text: string): boolean {
    return text.length <= LONGEST && ADDRESS.test(text) && !/%(?![0-9a-f]{2})/i.test(text) && URL.canParse(text);
}
