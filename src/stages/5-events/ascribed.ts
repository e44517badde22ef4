import { surfaceSubject } from "../../core/arguments.ts";
import type { Scope } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, children, conjuncts, relation, tokenAt, upos } from "../../core/tree.ts";
import type { SpeechIndex } from "../../lexicon/speech.ts";

/** The predicate that lays a deed told elsewhere on somebody, and the tokens of those it is laid on. */
export interface Ascribed {
  readonly head: number;
  readonly doers: readonly number[];
  /** Says who it was in so many words; "it was the *army*" does so only of those who bear arms. */
  readonly plain: boolean;
}

/**
 * "Said the army *had done it*", "was *behind it*", "it was *the work* of rebels", "it was *the army*": words that only say who did what is
 * told elsewhere. Null where they say no such thing, or where an operator denies it. "Was responsible for security" speaks of something else.
 */
export function ascribed(
  s: Syntax,
  content: readonly Span[],
  scopes: readonly Scope[],
  words: SpeechIndex,
): Ascribed | null {
  const denied = new Set(scopes.flatMap(({ value }) => (value.polarity && !value.certainty ? value.over : [])));
  const within = (t: number): boolean => content.some(([from, to]) => s.start[t]! >= from && s.end[t]! <= to);
  const [from, to] = [content[0]![0], content.at(-1)![1]];
  for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
    if (!within(t) || denied.has(t)) continue;
    const found = laidOn(s, t, words);
    if (found?.doers.every(within)) return found;
  }
  return null;
}

function laidOn(s: Syntax, t: number, { roles }: SpeechIndex): Ascribed | null {
  const { owning, neuter, deed } = roles;
  const isIt = (c: number): boolean => upos(s, c) === "PRON" && (neuter.has(s.lower[c]!) || s.xpos[c] === "DT");
  const isKnown = (c: number): boolean => isIt(c) || deed.has(s.lemma[c]!);
  const owns = (c: number): boolean => owning.has(s.lemma[c]!) || owning.has(s.lower[c]!);
  const made = (doer: number, plain = true, self = false): Ascribed | null =>
    doer < 0 || (isIt(doer) && !self) ? null : { head: t, doers: conjuncts(s, doer), plain };
  const subject = surfaceSubject(s, t);
  const linked = child(s, t, "cop") >= 0;
  const about = children(s, t).filter((c) => c > t && ["obj", "obl", "nmod"].includes(relation(s, c)));
  if (linked && isKnown(t) && children(s, t).some((c) => relation(s, c) === "case" && owns(c)))
    return made(subject, true, true);
  if (owns(t) && upos(s, t) === "VERB" && !linked) {
    const bare = !children(s, t).some((c) => c > t && relation(s, c) === "advmod");
    return bare && about.some((c) => relation(s, c) === "obj" && isIt(c)) ? made(subject) : null;
  }
  if (!linked || subject < 0) return null;
  if (!isIt(subject)) return owns(t) && about.every(isKnown) ? made(subject) : null;
  const whose = about.find((c) => relation(s, c) === "nmod");
  if (owns(t)) return whose === undefined ? null : made(whose);
  const told = children(s, t).some((c) => c > t && /^(?:acl|advcl|nmod|obl)/.test(s.deprel[c]!));
  return told ? null : made(t, false);
}
