import { linkTree, type Syntax } from "../../core/syntax.ts";
import { child, children, relation } from "../../core/tree.ts";
import { speechIndex } from "../../lexicon/speech.ts";
import { isVerb, type Lexicon } from "./context.ts";

/**
 * "The ministry denied that the base had fallen and *put* the losses at 15": a cue without a subject that the parser joined with what is
 * told is joined with the telling, where the auxiliary of the clause told does not carry over to it. The same object where nothing changes.
 */
export function recoordinate(s: Syntax, lexicon: Lexicon): Syntax {
  const { cues } = speechIndex(lexicon);
  const isCue = (t: number): boolean => cues.get(s.lemma[t]!)?.some((row) => row.pos === "verb") ?? false;
  let head: Int32Array | null = null;
  for (let t = 0; t < s.length; t++) {
    if (relation(s, t) !== "conj" || !isVerb(s, t) || s.xpos[t] === "VBN" || !isCue(t)) continue;
    const told = s.head[t]!;
    const telling = relation(s, told) === "ccomp" ? s.head[told]! : -1;
    if (telling < 0 || telling > told || !isCue(telling) || isCue(told)) continue;
    const own = children(s, t).some((c) => relation(s, c) === "nsubj" || relation(s, c) === "aux");
    if (own || child(s, told, "aux") < 0) continue;
    head ??= Int32Array.from(s.head);
    head[t] = telling;
  }
  return head ? linkTree({ ...s, head }) : s;
}
