import type { AttributionValue, Scope } from "../../core/layers.ts";
import { contains } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, tokenAt, tokenSpan, upos } from "../../core/tree.ts";
import type { SpeechIndex } from "../../lexicon/speech.ts";

/**
 * "The army denied it had shelled the market. Residents said *it had*.": a clause that leaves out what was just told and says, or denies, that it is so.
 * Its predicate; -1 where the words tell anything of themselves. "Said it had not" is read by its operator.
 */
export function elliptical(
  s: Syntax,
  { act, content, form }: AttributionValue,
  scopes: readonly Scope[],
  { roles }: SpeechIndex,
): number {
  const [first, ...more] = content;
  if (!first || more.length > 0 || form !== "indirect" || (act !== "state" && act !== "confirm")) return -1;
  let predicate = -1;
  for (let t = tokenAt(s, first[0]); t < s.length && s.start[t]! < first[1]; t++) {
    const tag = upos(s, t);
    if (EMPTY.has(tag)) continue;
    const subject = child(s, t, "nsubj");
    const carries = tag !== "ADV" && s.lemma[t] !== "be" && roles.light.has(s.lemma[t]!) && isTensed(s, t);
    if (
      carries &&
      predicate < 0 &&
      subject >= 0 &&
      s.xpos[subject] === "PRP" &&
      !roles.firstPerson.has(s.lower[subject]!)
    )
      predicate = t;
    // "had not", "had done so"
    else if (
      tag !== "AUX" &&
      !roles.account.has(s.lower[t]!) &&
      !scopes.some(({ value }) => contains(value.operator, tokenSpan(s, t)))
    )
      return -1;
  }
  // "said it was *not*", cut off by the parser
  const next = tokenAt(s, first[1]);
  return next < s.length && upos(s, next) === "PUNCT" ? predicate : -1;
}

/** Parts of speech that tell nothing of themselves. */
const EMPTY = new Set(["PRON", "PUNCT", "SCONJ", "PART"]);

/** "did", "had", "had done" */
const isTensed = (s: Syntax, t: number): boolean =>
  /^VB[DZP]$/.test(s.xpos[t]!) || (s.xpos[t] === "VBN" && child(s, t, "aux") >= 0 && child(s, t, "obj") < 0);
