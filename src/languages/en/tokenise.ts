import type { LexiconData } from "../../lexicon/index.ts";
import type { Abbreviation } from "../../lexicon/words.ts";
import { lowered } from "./fold.ts";

/**
 * Words as Universal Dependencies cuts English: "don't" is "do" + "n't", "army's" is "army" + "'s", "car-bomb" is three,
 * "anti-tank" and "U.S." one. Offsets point into the text; white space and zero-width characters between words are nobody's.
 */
export interface Tokens {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly length: number;
}

/** Cuts the text from one offset to another. Linear in its length. */
export type Tokeniser = (text: string, from: number, to: number) => Tokens;

/** Letters with what may stand inside a word: marks, digits, underscores, soft hyphens, apostrophes and "&" between letters. */
const WORD = /[\p{L}\p{M}_][\p{L}\p{M}\d_\u00ad\u200c\u200d]*(?:['’‘`&]\p{L}[\p{L}\p{M}\d_\u00ad]*)*/uy;
const DIGITS = new RegExp(
  [
    String.raw`\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\d/])`, // 16/08/2000
    String.raw`\d\d?/\d\d?(?![\d/])`, // 9/11
    String.raw`(?:1-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}(?!\d)`, // telephones
    String.raw`\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?(?!\d)`, // 2,500
    String.raw`\d+:\d\d(?::\d\d)?`, // 5:30
    String.raw`\d+(?:\.\d+)+`, // 6.30
    String.raw`\d+['’]?(?:st|nd|rd|th|s|ST|ND|RD|TH)(?!\p{L})`, // 3rd, 1930's
    String.raw`\d+(?=(?:km|kg|mm|cm|am|pm|m|k|g|lb|ft|KM|KG|MM|AM|PM|GMT|Z)(?!\p{L}))`, // 10km is two words
    String.raw`\d+\p{L}{0,2}(?![\p{L}\d])`, // 3G
    String.raw`\d+`,
  ].join("|"),
  "uy",
);
const WEB =
  /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:[\p{L}\d_-]{1,63}\.){1,8}(?:com|org|net|gov|edu|mil|int|info|biz|pdf|docx?|xlsx?|jpe?g|png|gif|html?|txt|zip)(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?(?![\p{L}\d])/iuy;
const DOTTED = /\p{L}\.(?:\p{L}\.)+(?:\p{L}(?![\p{L}\p{M}'’]))?|\p{L}\.\p{L}(?![\p{L}\p{M}'’.])/uy;
const MARKS =
  /\[\.{3}\]|\[…\]|\.{2,}|…|-{2,}|[—–]+|[!?]{2,}|``|''|[:;]-?[()DP](?![\p{L}\d])|(?:US|A|C|HK|NZ)?[$€£¥]|\.\d+|[*]+|=+|~+|<<|>>|[@#][\p{L}\d_]+|[^\s\u200b-\u200f\u2060\ufeff]/uy;
const CLITIC = /^(.+?)(n['’`]t|['’`](?:s|re|ve|ll))$/iu;
const PRONOUN_CLITIC = /^(i|you|he|she|it|we|they|who|that|there|how|what|where)(['’`](?:d|m))$/iu;
/** Where words written as one are cut. */
const FUSED: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, wanna: 3, gotta: 3 };

export function makeTokeniser(lexicon: Pick<LexiconData, "abbreviations" | "starters" | "prefixes">): Tokeniser {
  const abbreviations = new Map<string, Abbreviation["before"]>(
    lexicon.abbreviations.map((row) => [row.word, row.before]),
  );
  const starters = new Set(lexicon.starters);
  const prefixes = new Set(lexicon.prefixes);

  return (text, from, to) => {
    const start: number[] = [];
    const end: number[] = [];
    const piece = to < text.length ? text.slice(0, to) : text;
    const match = (pattern: RegExp, at: number): number => {
      pattern.lastIndex = at;
      return pattern.test(piece) ? pattern.lastIndex : -1;
    };
    const push = (a: number, b: number) => {
      start.push(a);
      end.push(b);
    };

    for (let at = from; at < to; ) {
      const code = piece.charCodeAt(at);
      if (code === 32 || code === 10) {
        at++;
        continue;
      }
      const digit = code >= 48 && code <= 57;
      let stop = digit ? match(DIGITS, at) : match(WORD, at);
      if (stop < 0) {
        stop = match(MARKS, at);
        if (stop > 0) push(at, stop);
        // What no pattern takes is white space, a zero-width character, or half of one.
        at = stop > 0 ? stop : at + 1;
        continue;
      }
      at = word(at, stop, digit);
    }
    return { start: Int32Array.from(start), end: Int32Array.from(end), length: start.length };

    /** Pushes the word at [a, b) and what belongs to it; returns where the next may begin. */
    function word(a: number, b: number, digit: boolean): number {
      const next = piece.charCodeAt(b);
      if (next === 46 || next === 64 || next === 58 || next === 43 || (next === 45 && !digit)) {
        const web =
          next === 46 || next === 64 || next === 58 || /^[-+][\w.+-]*@/.test(piece.slice(b, b + 64))
            ? match(WEB, a)
            : -1;
        if (web > b) {
          push(a, web);
          return web;
        }
      }
      if (digit) {
        push(a, b);
        return b;
      }
      if (next === 46) {
        const dotted = b - a <= 2 ? match(DOTTED, a) : -1;
        if (dotted > b) {
          push(a, dotted);
          return dotted;
        }
        if (keepsStop(a, b)) {
          push(a, b + 1);
          return b + 1;
        }
      }
      if (next === 36 && /^(?:US|A|C|HK|NZ)$/.test(piece.slice(a, b))) {
        push(a, b + 1);
        return b + 1;
      }
      const form = piece.slice(a, b);
      const cut = FUSED[form.toLowerCase()] ?? cliticAt(form);
      if (cut > 0) {
        push(a, a + cut);
        push(a + cut, b);
      } else if (!joined(a, b)) push(a, b);
      return b;
    }

    /** "Gen. Haftar", "No. 5", "J. Smith", "Inc. said": whether the stop at b belongs to the word. */
    function keepsStop(a: number, b: number): boolean {
      let n = b + 1;
      while (n < to && isSpace(piece.charCodeAt(n))) n++;
      if (n >= to) return false;
      const spaced = n > b + 1;
      const form = piece.slice(a, b);
      const begins = spaced && beginsSentence(n);
      if (b - a === 1 && spaced && form !== form.toLowerCase() && /\p{Lu}/u.test(piece[n]!)) return !begins;
      const before = abbreviations.get(lowered(form));
      if (before === undefined) return false;
      if (before === "number") return /\d/.test(piece[n]!);
      if (before === "name") return spaced && form !== form.toLowerCase() && !(begins && form.length < 3);
      return /[,;:)]/.test(piece[n]!) || (spaced && !begins && !/["“‘]/.test(piece[n]!));
    }

    /** Whether a capitalised word that opens sentences stands at n. */
    function beginsSentence(n: number): boolean {
      const stop = match(WORD, n);
      if (stop < 0) return false;
      const form = piece.slice(n, stop);
      return form[0] !== form[0]!.toLowerCase() && starters.has(form.toLowerCase());
    }

    /** "anti" "-" "tank": a prefix and its hyphen are joined to the word at [a, b); so are "cease" "-" "fires". */
    function joined(a: number, b: number): boolean {
      const n = end.length;
      if (n < 2 || end[n - 1] !== a || end[n - 2] !== a - 1 || piece.charCodeAt(a - 1) !== 45) return false;
      const before = piece.slice(start[n - 2], end[n - 2]).toLowerCase();
      const whole = `${before}-${piece.slice(a, b).toLowerCase()}`;
      if (!prefixes.has(before) && !prefixes.has(whole) && !prefixes.has(whole.replace(/s$/, ""))) return false;
      start.pop();
      end.pop();
      end[n - 2] = b;
      return true;
    }
  };
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x2009 || code === 0x202f || code === 0x3000
  );
}

/** Length of the word before its clitic; 0 where it has none. "Sana'a" and "Sa'd" have none. */
function cliticAt(form: string): number {
  if (!/['’`]/.test(form)) return 0;
  return (CLITIC.exec(form) ?? PRONOUN_CLITIC.exec(form))?.[1]?.length ?? 0;
}
