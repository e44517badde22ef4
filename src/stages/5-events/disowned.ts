import type { Scope } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, children, isBelow, relation, tokenAt, upos } from "../../core/tree.ts";
import type { SpeechIndex } from "../../lexicon/speech.ts";

/**
 * "Said it *had* nothing to do with it", "said the rebels *had* no hand in the attack": words that only say that somebody had no part in what is
 * told elsewhere. The negated predicate by which they do; -1 where they do not. "Had no role in the talks" speaks of something else.
 */
export function disowned(s: Syntax, content: readonly Span[], scopes: readonly Scope[], words: SpeechIndex): number {
  const within = (t: number): boolean => content.some(([from, to]) => s.start[t]! >= from && s.end[t]! <= to);
  const { disowning, deed, account, neuter } = words.roles;
  const denied = new Set(scopes.flatMap(({ value }) => (value.polarity && !value.certainty ? value.over : [])));
  const [from, to] = [content[0]![0], content.at(-1)![1]];
  for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
    if (!within(t) || upos(s, t) === "AUX" || !(disowning.has(s.lemma[t]!) || disowning.has(s.lower[t]!))) continue;
    const chain = [t, s.head[t]!, s.head[Math.max(0, s.head[t]!)]!].filter((a) => a >= 0 && within(a));
    // "did nothing" has no part in anything
    const object = child(s, t, "obj");
    if (object > t && upos(s, object) === "PRON" && s.xpos[object] !== "DT" && !neuter.has(s.lower[object]!)) continue;
    const negated = chain.find((a) => denied.has(a) && (a === t || isBelow(s, t, a)));
    if (negated === undefined) continue;
    const about = children(s, t).find(
      (c) => c > t && ["nmod", "obl"].includes(relation(s, c)) && child(s, c, "case") >= 0,
    );
    const known =
      about === undefined ||
      upos(s, about) === "PRON" ||
      upos(s, about) === "DET" ||
      deed.has(s.lemma[about]!) ||
      account.has(s.lemma[about]!);
    if (known) return negated;
  }
  return -1;
}
