import type { Tokens } from "./tokenise.ts";

const DASH = /^(?:-{1,2}|–|—)$/;
const LONGEST = 18;
/** Small words inside place names and dates. */
const SMALL = /^(?:of|de|la|al|el|el|the|and|near|in|st|d|st\.|du|des|do|da)$/;

/**
 * Number of tokens of the dateline that opens a paragraph, its dash included; 0 where there is none.
 *
 * "GOMA, Congo (Reuters) -", "ALGIERS, 23 September -", "SAN SALVADOR, 15 Jan 90 (ACAN-EFE) --", "Baghdad (AFP) –".
 * It is capitalised words and numbers before a dash with space around it, and it shows itself by capitals, an agency in brackets, or a date.
 */
export function datelineEnd(text: string, tokens: Tokens): number {
  const { start, end, length } = tokens;
  const word = (i: number) => text.slice(start[i], end[i]);
  if (length < 4 || !/^\p{Lu}/u.test(word(0))) return 0;
  let dated = false;
  let bracketed = false;
  for (let i = 1; i < Math.min(length - 2, LONGEST); i++) {
    const w = word(i);
    if (DASH.test(w)) {
      const spaced = start[i]! > end[i - 1]! && start[i + 1]! > end[i]!;
      const bound = bracketed && word(i - 1) === ")" && w !== "-";
      if (!spaced && !bound) continue; // "ACAN-EFE", "Al-Hasakah"
      const shouted =
        /^\p{Lu}[\p{Lu}\p{M}'’]+$/u.test(word(0)) && /\p{Ll}/u.test(text.slice(start[i + 1], end[length - 1]));
      return bracketed || dated || shouted ? i + 1 : 0;
    }
    if (w === "(" || w === "[") bracketed = true;
    if (/^\d/.test(w)) dated = true;
    if (/^[\p{Lu}\d,/()[\].'’]/u.test(w) || SMALL.test(w) || (w === "'s" && i > 0)) continue;
    // Inside brackets an agency may be written anyhow.
    if (bracketed && /^[\p{L}.]/u.test(w)) continue;
    return 0;
  }
  return 0;
}
