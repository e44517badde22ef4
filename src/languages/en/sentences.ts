import type { BlockKind } from "../../core/document.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { type BoundaryModel, wordCodes } from "./boundary.ts";
import { datelineEnd } from "./dateline.ts";
import type { Tokens } from "./tokenise.ts";

const STOP = /^(?:\.+|…|[!?]+)$/;
const CLOSER = /^(?:["”’')\]»*]|'')$/;
const OPENER = /^[["“‘'(«•*–—-]|^``/;
/** Longer "sentences" are cut into windows: parsing takes time quadratic in the sentence. */
export const LONGEST_SENTENCE = 200;

/** Index after the last token of each sentence of one block, in order. */
export type Splitter = (text: string, tokens: Tokens, kind: BlockKind) => number[];

/** What the rules say of the place after each word: no end, an end, or one that nothing may overrule (a dateline's). */
export const Cut = { none: 0, likely: 1, sure: 2 } as const;

/**
 * Log odds from which the model cuts where the rules do not: after a stop, between words with none, as in mail and lists,
 * and in mail after a comma, a colon or a semicolon ("Dear Mr. Horton, I have …"): elsewhere "Army: 20 killed" must keep its speaker.
 */
const AFTER_STOP = 0;
const WITHOUT_STOP = 1.5;
const AFTER_HELD = 0.5;
/** Log odds below which it keeps together what the rules part after an abbreviation ("the U.S. and …" in capitals). */
const AFTER_ABBREVIATION = -2;

/** Cuts the words of a block into sentences: by rule, and where those are unsure by the model. */
export function makeSplitter(lexicon: Pick<LexiconData, "starters">, model: BoundaryModel): Splitter {
  const ruled = makeRules(lexicon);
  return (text, tokens, kind) => {
    const { start, end, length } = tokens;
    const cuts = ruled(text, tokens, kind);
    const codes = wordCodes(text, tokens);
    const ends: number[] = [];
    let first = 0;
    let previous = -1;
    for (let at = 0; at < length; at++) {
      if (at + 1 < length && !endsAt(at)) {
        if (at - first + 1 < LONGEST_SENTENCE) continue;
        at = windowEnd(text, tokens, first, at);
      }
      ends.push(at + 1);
      previous = first;
      first = at + 1;
    }
    return ends;

    function endsAt(at: number): boolean {
      if (cuts[at] === Cut.sure) return true;
      const ruled = cuts[at] === Cut.likely;
      const word = text.slice(start[at], end[at]);
      const stopped = /[.!?…]["”’')\]]*$/.test(text.slice(Math.max(start[first]!, end[at]! - 4), end[at]));
      if (ruled && !/\p{L}\.$/u.test(word)) return true;
      if (!ruled && !isOpen(text, end[at]! - 1, start[at + 1]!)) return false;
      const held = /^[,;:]$/.test(word);
      if (held && !ruled && !codes.mail) return false;
      const odds = model(codes, { at, first, previous, spaced: start[at + 1]! > end[at]!, ruled });
      return odds > (ruled ? AFTER_ABBREVIATION : held ? AFTER_HELD : stopped ? AFTER_STOP : WITHOUT_STOP);
    }
  };
}

/** Whether a sentence may end between two words that no rule parts: not between two words in small letters. */
export function isOpen(text: string, before: number, after: number): boolean {
  return !(/[\p{L},]/u.test(text[before]!) && /\p{Ll}/u.test(text[after]!));
}

/** The rules alone: stops, and what may stand around them. A dateline ("GOMA, Congo (Reuters) -") is a sentence of its own. */
export function makeRules(lexicon: Pick<LexiconData, "starters">) {
  const starters = new Set(lexicon.starters);

  return (text: string, tokens: Tokens, kind: BlockKind): Uint8Array => {
    const { start, end, length } = tokens;
    const word = (i: number) => (i >= 0 && i < length ? text.slice(start[i], end[i]) : "");
    const touches = (i: number) => i + 1 < length && start[i + 1] === end[i];
    const cuts = new Uint8Array(length);
    let first = kind === "paragraph" ? datelineEnd(text, tokens) : 0;
    if (first > 0) cuts[first - 1] = Cut.sure;
    for (let note = noteEnd(first); note > 0; note = noteEnd(first)) {
      cuts[note - 1] = Cut.sure;
      first = note;
    }
    for (let i = first; i < length; i++) {
      const last = lastOfSentence(i);
      if (last < 0) continue;
      cuts[last] = Cut.likely;
      i = last;
      first = last + 1;
    }
    return cuts;

    /** Last token of the sentence that the stop at i ends, closing marks and footnote marks included; -1 where it ends none. */
    function lastOfSentence(i: number): number {
      if (text.charCodeAt(end[i]! - 1) > 63 && text[end[i]! - 1] !== "…") return -1;
      const mark = word(i);
      const stop = STOP.test(mark);
      if (!stop && !(mark.length > 2 && mark.endsWith("."))) return -1;
      if (!stop && /^\d/.test(mark)) return -1;
      let last = i;
      while (touches(last) && CLOSER.test(word(last + 1)) && !opensQuote(last + 1)) last++;
      const closed = last > i;
      while (word(last + 1) === "[" && /^\d+$/.test(word(last + 2)) && word(last + 3) === "]") last += 3;
      if (last + 1 >= length) return last;
      // "nations.com" typed without a space is two sentences only where a capital follows a word: "died.The".
      if (touches(last))
        return mark === "." && /^\p{Lu}\p{Ll}/u.test(word(last + 1)) && /\p{Ll}{2}$/u.test(word(i - 1)) ? last : -1;
      if (first === i - 1 && /^(?:\d{1,3}|[A-Za-z]|[ivxIVX]+)$/.test(word(i - 1)) && mark === ".") return -1; // "1. The army"
      const next = word(last + 1);
      if (!stop) return starters.has(next.toLowerCase()) && isCapital(next) ? last : -1;
      if (/^[\p{Ll}]/u.test(next)) return lowerAfter(i, last, mark, next, closed);
      if (/^[,;:)\]%]/.test(next)) return -1;
      if (/^\p{L}|^\d/u.test(next) || OPENER.test(next)) return last;
      return mark === "." || mark.startsWith("...") || mark === "…" ? (/^[@#&$€£]/.test(next) ? last : -1) : last;
    }

    /** Token after the editor's note in capitals that opens a paragraph ("[COMMUNIQUE] [TEXT] THE ARMY …"); 0 where there is none. */
    function noteEnd(i: number): number {
      if (word(i) !== "[") return 0;
      for (let j = i + 1; j < Math.min(i + 20, length - 1); j++) {
        if (word(j) === "]") return j + 1;
        if (/\p{Ll}/u.test(word(j))) return 0;
      }
      return 0;
    }

    /** A small letter after a stop: a careless writer, an Arabic name, or no end at all ("…?" he asked). */
    function lowerAfter(i: number, last: number, mark: string, next: string, closed: boolean): number {
      if (closed) return -1;
      if (/^(?:al|el|as|ash|ad|an|ar|at|az|de|bin)$/.test(next) && word(last + 2) === "-") return last;
      if (mark.startsWith("?") || (mark.startsWith("!") && mark.length > 1)) return last;
      const before = word(i - 1);
      if (mark === "." && /^(?:\p{Ll}{3,}|\d+|\))$/u.test(before)) return last;
      return -1;
    }

    /** A quotation mark that touches a stop but opens what follows: `said. "We` written without the space before. */
    function opensQuote(i: number): boolean {
      return touches(i) && /^["'“‘]$/.test(word(i)) && /^\p{L}/u.test(word(i + 1));
    }
  };
}

/** Where to cut an endless sentence: after the last comma or semicolon of its second half, else where it reached the limit. */
function windowEnd(text: string, tokens: Tokens, from: number, to: number): number {
  for (let i = to; i > from + LONGEST_SENTENCE / 2; i--) {
    if (/^[,;:]$/.test(text.slice(tokens.start[i], tokens.end[i]))) return i;
  }
  return to;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
