import { endsSentence } from "./lines.ts";

/** Longest line that can be a credit. */
const LONGEST = 240;

/** "© Northline Wire 2020", "(c) 2020 AFP": a copyright line, wherever it stands. */
const COPYRIGHT = /^(?:[©℗®]|\(c\)\s)/i;
/** "(Reporting by A. Khan; Editing by P. Smith)", "[ends]": a last paragraph wholly in brackets that is no sentence. */
const BRACKETED = /^[([][^()[\]]*[^()[\].!?][)\]]\.?$/;
/** "-- AFP", "— Northline Wire": a long dash and a name; a single hyphen may be a bullet. */
const SIGNED = /^(?:--|[–—])\s*\p{Lu}[^.!?:;,\d\n]*$/u;
/** "ak/jm/cb", "AFP/Reuters": initials of desks and agencies. */
const INITIALS = /^[\p{L}]{1,8}(?:[/-][\p{L}]{1,8})+$/u;
/** "desk@northline.example.org", "@northline", "https://…": an address and nothing else. */
const ADDRESS = /^(?:\S+@\S+\.\S+|@\w+|https?:\/\/\S+)$/;

/**
 * Whether a block is a by-line, an agency credit or a copyright line. Told by form and place alone, so that it works
 * for outlets in any language; `index` and `count` are the block's place in the report.
 */
export function isCredit(words: string, index: number, count: number): boolean {
  if (words.length > LONGEST || count === 1) return false;
  if (COPYRIGHT.test(words) || ADDRESS.test(words)) return true;
  const atFoot = index >= count - 3 && index > 0;
  if (!atFoot) return false;
  if (BRACKETED.test(words) || INITIALS.test(words)) return true;
  return words.length <= 60 && SIGNED.test(words) && !endsSentence(words);
}
