import { isPassive } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { conjuncts, relation, upos } from "../../core/tree.ts";
import type { ActorIndex } from "../../lexicon/actor-index.ts";

/** Whether somebody at this token is said to say something: subject of a verb with content. */
export function speaks(s: Syntax, head: number): boolean {
  if (relation(s, head) !== "nsubj") return false;
  const verb = s.head[head]!;
  if (verb < 0 || upos(s, verb) !== "VERB") return false;
  // "Kyiv: a missile strike kills nine": who stands before the colon says it
  if (relation(s, verb) === "parataxis") return s.lower[s.left[verb]!] !== ":" && s.lower[s.left[verb]! - 1] !== ":";
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!) {
    const rel = relation(s, c);
    // "there is no truth in it"
    if (rel === "expl") return false;
    // "the blast wrecked a school; the clinic was spared"
    if (rel === "ccomp" || (rel === "parataxis" && !isAfterSemicolon(s, c))) return true;
  }
  return false;
}

const isAfterSemicolon = (s: Syntax, clause: number): boolean =>
  s.lower[s.left[clause]!] === ";" || s.lower[s.left[clause]! - 1] === ";";

/** Whether somebody at this token is subject of a verb of saying, whatever is said. */
export function says(s: Syntax, head: number, verbs: ReadonlySet<string>): boolean {
  const rel = s.deprel[head]!;
  const verb = s.head[head]!;
  if (verb < 0 || (relation(s, head) !== "nsubj" && rel !== "obl:agent")) return false;
  if (upos(s, verb) !== "VERB" || (rel === "obl:agent") !== isPassive(s, verb)) return false;
  // "did not comment, but has denied it"
  return conjuncts(s, verb).some((t) => verbs.has(s.lemma[t]!) && upos(s, t) === "VERB");
}

/** Whether a set phrase brings somebody at this token as who says it: "*according to* the panel". */
export function isCited(s: Syntax, head: number, phrases: ActorIndex["speaking"]["phrases"]): boolean {
  for (let c = s.firstChild[head]!; c >= 0; c = s.nextSibling[c]!) {
    if (relation(s, c) !== "case") continue;
    if (
      phrases
        .get(s.lower[c]!)
        ?.some(({ words, row }) => !row.needs && words.every((word, i) => s.lower[c + i] === word))
    )
      return true;
  }
  return false;
}
