import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NUMBER = UPOS.indexOf("NUM");
const PROPER = UPOS.indexOf("PROPN");

/** Those whom an article or a number counts, where the parser takes a word of theirs for another's. `articles`: those that count one. */
export function repairCounted(tree: Tree, articles: ReadonlySet<string>): void {
  for (let t = 1; t < tree.length; t++) {
    joinedNationals(t, tree, articles);
    nationals(t, tree, articles);
    manyAs(t, tree);
    upTo(t, tree);
  }
}

/** "*A German and four Somalis* were killed": behind an article, an adjective of a people before "and" and a number is one of them, and no kind of the others. */
function joinedNationals(t: number, tree: Tree, articles: ReadonlySet<string>): void {
  const { upos, xpos, head, deprel, lemma, length } = tree;
  const [article, and, number] = [t - 1, t + 1, t + 2];
  if (number >= length || !isNational(t, tree) || !articles.has(lemma[article]!) || upos[number] !== NUMBER) return;
  const noun = head[t]!;
  if (deprel[t] !== "amod" || noun <= number || xpos[and] !== "CC" || head[number] !== t) return;
  [head[t], deprel[t], head[article]] = [head[noun]!, deprel[noun]!, t];
  [head[noun], deprel[noun], head[number], deprel[number], head[and]] = [t, "conj", noun, "nummod", noun];
  [upos[t], xpos[t]] = [PROPER, "NNP"];
}

/** "Three Turks and *a Syrian* were wounded": an adjective of a people that stands for a noun behind an article is one of them. */
function nationals(t: number, tree: Tree, articles: ReadonlySet<string>): void {
  const { upos, xpos, head, deprel, lemma } = tree;
  if (!isNational(t, tree) || head[t - 1] !== t || !articles.has(lemma[t - 1]!)) return;
  if (!/^(?:nsubj|obj|conj)/.test(deprel[t]!) || head[t] === t + 1) return;
  [upos[t], xpos[t]] = [PROPER, "NNP"];
}

/** "A German": an adjective with a capital. */
const isNational = (t: number, { xpos, lemma }: Tree): boolean => xpos[t] === "JJ" && /^\p{Lu}/u.test(lemma[t]!);

/** "As *many* as 20 mercenaries": the word belongs to the number, and is no kind of mercenaries. */
function manyAs(t: number, { upos, head, deprel, lemma }: Tree): void {
  const [first, second, number] = [t - 1, t + 1, t + 2];
  if (lemma[t] !== "many" || lemma[first] !== "as" || lemma[second] !== "as" || upos[number] !== NUMBER) return;
  const noun = deprel[number] === "nummod" ? head[number]! : number;
  if (head[noun] === t) [head[noun], deprel[noun]] = [head[t]!, deprel[t]!];
  else if (head[t] !== noun && head[t] !== head[noun]) return;
  for (const word of [first, t, second]) [head[word], deprel[word]] = [number, "advmod"];
}

/** "Two generals, *up to* 50 officers and a driver": behind a comma the words belong to the number, and those it counts stand beside the others. */
function upTo(t: number, { upos, head, deprel, lemma, length }: Tree): void {
  const [to, number] = [t + 1, t + 2];
  if (number >= length || lemma[t] !== "up" || lemma[to] !== "to" || upos[number] !== NUMBER) return;
  const noun = head[number]!;
  if (lemma[t - 1] !== "," || deprel[number] !== "nummod" || deprel[noun] !== "nmod" || head[noun]! > t) return;
  deprel[noun] = "conj";
  for (const word of [t, to]) [head[word], deprel[word]] = [number, "advmod"];
}
