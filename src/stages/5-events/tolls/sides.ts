import { fillers, preposition, surfaceSubject } from "../../../core/arguments.ts";
import { children, relation } from "../../../core/tree.ts";
import type { Reading } from "./figure.ts";

/** "*Of the 20 soldiers* …, 14 were killed and six captured": those whom bare numbers are taken out of, told ahead of the clause; none elsewhere. */
export function outOf({ s, trigger, small }: Reading): readonly number[] {
  let clause = trigger.head;
  if (relation(s, clause) === "conj") clause = s.head[clause]!;
  return children(s, clause).filter(
    (c) =>
      c < clause &&
      relation(s, c) === "obl" &&
      small.of!.has(preposition(s, c)) &&
      s.left[c] === s.sentenceStart[s.sentence[c]!],
  );
}

/** "*Government* losses", "on *our side* two men fell", "nine died on the *rebel* side": the side whose harm the words of harm or a phrase beside them tell. */
export function onSide({ s, trigger, who, small }: Reading): string | null {
  const { side } = trigger.harm!;
  const sides = children(s, trigger.head).filter(
    (c) => relation(s, c) === "obl" && small["side-noun"]!.has(s.lemma[c]!) && !trigger.tokens.includes(c),
  );
  const told = sides.flatMap((c) => [c, ...children(s, c).filter((x) => /^(?:compound|amod|nmod)/.test(s.deprel[x]!))]);
  return (
    [...(side ? fillers(s, trigger.head, side) : []), ...told].map((t) => who.at(t)).find((id) => id !== null) ?? null
  );
}

/** "*The army* has lost nineteen dead": the subject of a verb of losing whose object the victims or the word of harm are; null where there is none. */
export function loser({ s, trigger, who, small }: Reading, victims: readonly number[]): string | null {
  for (const t of [trigger.head, ...victims]) {
    const verb = relation(s, t) === "obj" ? s.head[t]! : t;
    if (!small.loses!.has(s.lemma[verb]!)) continue;
    const subject = surfaceSubject(s, verb);
    if (subject >= 0) return who.at(subject);
  }
  return null;
}
