import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const AUXILIARY = UPOS.indexOf("AUX");

/** "*Had* the guards not *fired*, …": where the parser takes the auxiliary before its subject for a verb, the participle behind the subject is the verb. */
export function inverted({ length, upos, xpos, head, deprel, sentence, lemma }: Tree): void {
  for (let t = 0; t + 2 < length; t++) {
    if (lemma[t] !== "have" || xpos[t] !== "VBD" || upos[t] === AUXILIARY) continue;
    if (t > 0 && sentence[t - 1] === sentence[t]) continue;
    const verb = participleOf(t, head, xpos, deprel, sentence);
    const subject = verb < 0 ? -1 : subjectBetween(t, verb, head, deprel);
    if (subject < 0) continue;
    const above = head[t]!;
    [head[verb], deprel[verb]] = [above, above < 0 ? deprel[t]! : "advcl"];
    for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === t) head[c] = verb;
    [head[t], deprel[t], upos[t]] = [verb, "aux", AUXILIARY];
    [head[subject], deprel[subject]] = [verb, "nsubj"];
  }
}

/** The participle that the parser made a complement of the auxiliary; -1 where there is none. */
function participleOf(
  t: number,
  head: Int32Array,
  xpos: readonly string[],
  deprel: readonly string[],
  sentence: Tree["sentence"],
): number {
  for (let c = t + 1; c < head.length && sentence[c] === sentence[t]; c++)
    if (head[c] === t && xpos[c] === "VBN" && /^(?:xcomp|ccomp|advcl)$/.test(deprel[c]!)) return c;
  return -1;
}

/** The subject between the two, whichever it hangs on; -1 where there is none. */
function subjectBetween(t: number, verb: number, head: Int32Array, deprel: readonly string[]): number {
  for (let c = t + 1; c < verb; c++) if ((head[c] === t || head[c] === verb) && /^nsubj/.test(deprel[c]!)) return c;
  return -1;
}
