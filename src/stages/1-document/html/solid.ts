/** White space, zero-width characters, soft hyphens: what extractors change and readers do not see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are invisible too
const INVISIBLE = /[\u0000-\u0020\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+/g;

/** The visible characters of a text, to compare texts by. */
export const solid = (text: string): string => text.replace(INVISIBLE, "");

/** Whether `solid` leaves this UTF-16 unit out. */
export function isInvisible(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0xad ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
