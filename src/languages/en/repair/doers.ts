import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const PROPER = UPOS.indexOf("PROPN");
const PEOPLE = ["person", "group", "military", "wanted"];
/** What a deed is done with or to, and nobody's work: no attack, no book. */
const PLAIN = [...PEOPLE, "weapon", "vehicle", "body", "time"];

/**
 * "Fire was opened on the marchers *by soldiers*", "stabbed with a knife *by raiders*", "the shooting of a student *by police*": who did it hangs on the
 * deed, and not on the man or the knife before it. `by`: the prepositions before a doer.
 */
export function doers(tree: Tree, classes: Readonly<Record<string, readonly string[]>>, by: ReadonlySet<string>): void {
  const { length, upos, head, deprel, lemma } = tree;
  const isOf = (t: number, names: readonly string[]): boolean =>
    upos[t] === PROPER || names.some((name) => classes[lemma[t]!.toLowerCase()]?.includes(name));
  const agents = new Set<number>();
  for (let t = 0; t < length; t++) if (deprel[t] === "case" && by.has(lemma[t]!)) agents.add(head[t]!);
  for (let t = 1; t < length; t++) {
    const noun = head[t]!;
    if (deprel[t] !== "nmod" || noun < 0 || noun > t || !agents.has(t) || !isOf(t, PEOPLE)) continue;
    const deed = head[noun]!;
    if (deed < 0) continue;
    if (deprel[noun] === "nmod" && deed < noun && isOf(noun, PEOPLE)) head[t] = deed;
    else if (isUndone(tree, noun, agents) && isOf(noun, PLAIN)) [head[t], deprel[t]] = [deed, "obl:agent"];
  }
}

/** Whether a phrase stands with a passive of which nobody is named as the doer. */
function isUndone({ length, head, deprel, sentence }: Tree, noun: number, agents: ReadonlySet<number>): boolean {
  const verb = head[noun]!;
  if (!/^(?:obl|nsubj:pass)$/.test(deprel[noun]!)) return false;
  let passive = false;
  let first = noun;
  while (first > 0 && sentence[first - 1] === sentence[noun]) first--;
  for (let c = first; c < length && sentence[c] === sentence[noun]; c++) {
    if (head[c] !== verb) continue;
    if (deprel[c] === "aux:pass") passive = true;
    if (agents.has(c) && deprel[c]!.startsWith("obl")) return false;
  }
  return passive;
}
