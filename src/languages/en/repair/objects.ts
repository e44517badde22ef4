import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
const ADJECTIVE = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");
const PROPER = UPOS.indexOf("PROPN");
/** Pronouns for things. */
const THINGS: ReadonlySet<string> = new Set(["it", "this", "that"]);
/** What an indirect object stands beside. */
const BESIDE: ReadonlySet<string> = new Set(["obj", "ccomp", "xcomp", "parataxis", "nsubj:pass"]);

/** "claimed the attack": a noun that is a verb's only object is its direct one; "told me" and "…, he told Reuters" are not touched. */
export function onlyObjects({ length, upos, head, deprel, lemma }: Tree): void {
  const other = new Uint8Array(length);
  for (let t = 0; t < length; t++) if (head[t]! >= 0 && BESIDE.has(deprel[t]!)) other[head[t]!] = 1;
  for (let t = 0; t < length; t++) {
    // "claimed it": a thing, and nobody who is told
    if (deprel[t] !== "iobj" || (upos[t] !== NOUN && !THINGS.has(lemma[t]!))) continue;
    if (!other[head[t]!] && deprel[head[t]!] !== "parataxis") deprel[t] = "obj";
  }
}

/** "Took *hostage* six workers": of two objects the first, a bare noun right behind the verb, says what becomes of the second. */
export function predicates({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let t = 1; t + 1 < length; t++) {
    const verb = t - 1;
    if (deprel[t] !== "obj" || xpos[t] !== "NN" || head[t] !== verb || upos[verb] !== VERB) continue;
    for (let c = t + 1; c < length && sentence[c] === sentence[t] && (head[c]! > c || head[c] === verb); c++)
      if (head[c] === verb && deprel[c] === "obj") deprel[t] = "xcomp";
  }
}

/** "Held the army *responsible* for", "left nine gunmen and a guard *dead*": an adjective right behind an object is said of it by the verb. */
export function complements({ length, upos, head, deprel }: Tree): void {
  for (let t = 1; t < length; t++) {
    const noun = t - 1;
    if (upos[t] !== ADJECTIVE || (upos[noun] !== NOUN && upos[noun] !== PROPER)) continue;
    const row = deprel[noun] === "conj" ? head[noun]! : noun;
    if (deprel[row] !== "obj") continue;
    const verb = head[row]!;
    const hung = deprel[t] === "amod" && head[t] === noun;
    const joined = row !== noun && deprel[t] === "conj" && head[t] === verb;
    if (hung || joined) [head[t], deprel[t]] = [verb, "xcomp"];
  }
}
