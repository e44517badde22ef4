/** White space, zero-width characters, soft hyphens: what extractors change and readers do not see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are invisible too
const INVISIBLE = /[\u0000-\u0020\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+/g;

/** The visible characters of a text, to compare texts by. */
export const solid = (text: string): string => text.replace(INVISIBLE, "");
