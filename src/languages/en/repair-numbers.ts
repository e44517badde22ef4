import { UPOS } from "../../core/syntax.ts";
import type { Tree } from "./repair.ts";

const NUMBER = UPOS.indexOf("NUM");
const PROPER = UPOS.indexOf("PROPN");
const VERB = UPOS.indexOf("VERB");

/**
 * "In the raid *on Kaga* eight policemen died", "*in Kandahar* five men were hurt": a name between a preposition of place and a number is a
 * phrase of its own, and those counted are the subject of the verb behind them.
 */
export function repairNumbers(tree: Tree): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let name = 1; name + 2 < length; name++) {
    const noun = head[name]!;
    if (upos[name] !== PROPER || deprel[name] !== "compound" || noun < name + 2 || xpos[noun] !== "NNS") continue;
    const [preposition, number] = [name - 1, name + 1];
    if (!PLACING.has(lemma[preposition]!) || deprel[preposition] !== "case") continue;
    if (upos[number] !== NUMBER || head[number] !== noun) continue;
    const isSubject = deprel[noun]!.startsWith("nsubj");
    const verb = isSubject ? head[noun]! : predicateBehind(noun, tree);
    if (verb < 0) continue;
    const before = preposition - 1;
    const attached = before >= 0 && sentence[before] === sentence[name] && /^NNS?$/.test(xpos[before]!);
    [head[preposition], head[name], deprel[name]] = [name, attached ? before : verb, attached ? "nmod" : "obl"];
    if (!isSubject) [head[noun], deprel[noun]] = [verb, hasPassive(verb, tree) ? "nsubj:pass" : "nsubj"];
  }
}

const PLACING: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "on",
  "outside",
  "around",
  "over",
  "against",
  "above",
  "inside",
]);

/** The verb above a noun and behind it that has no subject before it; -1 where there is none. */
function predicateBehind(noun: number, tree: Tree): number {
  const { upos, head } = tree;
  let verb = head[noun]!;
  while (verb >= 0 && (verb < noun || upos[verb] !== VERB)) verb = head[verb]!;
  return verb >= 0 && !hasBefore(verb, "nsubj", tree) ? verb : -1;
}

const hasPassive = (verb: number, tree: Tree): boolean => hasBefore(verb, "aux:pass", tree);

function hasBefore(verb: number, relation: string, { head, deprel, sentence }: Tree): boolean {
  for (let t = verb - 1; t >= 0 && sentence[t] === sentence[verb]; t--)
    if (head[t] === verb && deprel[t]!.startsWith(relation)) return true;
  return false;
}
