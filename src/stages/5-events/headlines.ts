import { linkTree, type Syntax } from "../../core/syntax.ts";
import { children, relation, upos } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";

/**
 * "*Mayor kidnapped in Cauca*": a headline tells in the present tense of who does a thing; a past form without an object there is a passive
 * whose auxiliary is left out. The same object where there are none.
 */
export function passiveHeadlines(s: Syntax, know: Pick<EventKnowledge, "events" | "harms">): Syntax {
  let deprel: string[] | null = null;
  let xpos: string[] | null = null;
  for (let n = 0; n + 1 < s.sentenceStart.length; n++) {
    const last = s.sentenceStart[n + 1]! - 1;
    if (upos(s, last) === "PUNCT" || (n + 2 < s.sentenceStart.length && s.block[n + 1] === s.block[n])) continue;
    for (let verb = s.sentenceStart[n]!; verb <= last; verb++) {
      const subject = s.head[verb] === -1 ? leftOut(s, verb, know) : -1;
      if (subject < 0) continue;
      deprel ??= [...s.deprel];
      xpos ??= [...s.xpos];
      deprel[subject] = "nsubj:pass";
      xpos[verb] = "VBN";
    }
  }
  return deprel && xpos ? linkTree({ ...s, deprel, xpos }) : s;
}

/** The bare subject of a past form that wants an object and has none; -1 where there is none. */
function leftOut(s: Syntax, verb: number, { events, harms }: Pick<EventKnowledge, "events" | "harms">): number {
  if (!/^VB[DN]$/.test(s.xpos[verb]!)) return -1;
  const parts = children(s, verb);
  if (parts.some((c) => WHOLE.test(s.deprel[c]!))) return -1;
  const lemma = s.lemma[verb]!.toLowerCase();
  const undergone = [
    ...(events.get(lemma) ?? []).map((row) => (row.part === "verb" ? row.roles.target : undefined)),
    ...(harms.get(lemma) ?? []).map((row) => (row.part === "verb" ? row.victim : undefined)),
  ];
  if (!undergone.some((path) => path?.split("|").some((one) => one.trim() === "obj"))) return -1;
  const subject = parts.find((c) => s.deprel[c] === "nsubj") ?? -1;
  const bare = subject >= 0 && children(s, subject).every((c) => relation(s, c) !== "det");
  return bare && upos(s, subject) !== "PRON" ? subject : -1;
}

/** What shows that a clause has its object or auxiliary. */
const WHOLE = /^(?:obj|iobj|aux|aux:pass|nsubj:pass|ccomp|cop|expl)$/;
