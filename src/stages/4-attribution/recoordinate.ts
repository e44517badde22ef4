import { linkTree, type Syntax, UPOS } from "../../core/syntax.ts";
import { child, children, relation } from "../../core/tree.ts";
import { speechIndex } from "../../lexicon/speech.ts";
import { isVerb, type Lexicon } from "./context.ts";

/**
 * "The ministry denied that the base had fallen and *put* the losses at 15": a cue without a subject that the parser joined with what is
 * told is joined with the telling, where the auxiliary of the clause told does not carry over to it. The same object where nothing changes.
 */
export function recoordinate(syntax: Syntax, lexicon: Lexicon): Syntax {
  const { cues, roles } = speechIndex(lexicon);
  const s = withJudged(syntax, cues, roles.document);
  const isCue = (t: number): boolean => cues.get(s.lemma[t]!)?.some((row) => row.pos === "verb") ?? false;
  const isAccount = (t: number): boolean => cues.get(s.lemma[t]!)?.some((row) => row.pos === "noun") ?? false;
  // "said it was looking into *reports that a chief had been abducted*, and called for an inquiry"
  const sayingAbove = (clause: number): number => {
    let up = s.head[clause]!;
    if (!isAccount(up)) return -1;
    while (up >= 0 && !(isVerb(s, up) && isCue(up))) up = s.head[up]!;
    return up;
  };
  let head: Int32Array | null = null;
  const nouns: number[] = [];
  for (let t = 0; t < s.length; t++) {
    if (isNounOfSaying(s, t, isCue)) nouns.push(t);
    if (relation(s, t) !== "conj" || !isVerb(s, t) || s.xpos[t] === "VBN" || !isCue(t)) continue;
    const told = s.head[t]!;
    const telling =
      relation(s, told) === "ccomp" ? s.head[told]! : relation(s, told) === "acl" ? sayingAbove(told) : -1;
    if (telling < 0 || telling > told || !isCue(telling) || isCue(told)) continue;
    const own = children(s, t).some((c) => relation(s, c) === "nsubj" || relation(s, c) === "aux");
    if (own || child(s, told, "aux") < 0) continue;
    head ??= Int32Array.from(s.head);
    head[t] = telling;
  }
  if (nouns.length > 0) return asNouns(s, head ?? Int32Array.from(s.head), nouns);
  return head ? linkTree({ ...s, head }) : s;
}

/** "He rejected Taliban *claims* that …", which the tagger took for a verb: right behind the object of a cue, and without a subject. */
function isNounOfSaying(s: Syntax, t: number, isCue: (t: number) => boolean): boolean {
  if (s.xpos[t] !== "VBZ" || relation(s, t) !== "ccomp" || !isCue(t)) return false;
  const cue = s.head[t]!;
  if (!isCue(cue) || cue > t || children(s, t).some((c) => relation(s, c) === "nsubj" || relation(s, c) === "aux"))
    return false;
  return s.head[t - 1] === cue && s.deprel[t - 1] === "obj";
}

/** The same words with those nouns as objects of their cues, the word before as whose they are, and the clause as what they say. */
function asNouns(s: Syntax, head: Int32Array, nouns: readonly number[]): Syntax {
  const [upos, xpos, deprel] = [Uint8Array.from(s.upos), [...s.xpos], [...s.deprel]];
  for (const t of nouns) {
    [upos[t], xpos[t], deprel[t]] = [UPOS.indexOf("NOUN"), "NNS", "obj"];
    [head[t - 1], deprel[t - 1]] = [t, "compound"];
    for (const c of children(s, t)) if (relation(s, c) === "ccomp") deprel[c] = "acl";
  }
  return linkTree({ ...s, head, upos, xpos, deprel });
}

type Cues = ReturnType<typeof speechIndex>["cues"];

/**
 * "The army said *reports that it had bombed the clinic were false*": the parser hangs the account on the saying and leaves the judgement
 * without a subject, or takes the account for the sentence's root. The account becomes its subject again, and the judgement what is said.
 */
function withJudged(s: Syntax, cues: Cues, documents: ReadonlySet<string>): Syntax {
  const mended: { account: number; clause: number; judgement: number; saying: number }[] = [];
  for (let t = 0; t < s.length; t++) {
    const saying = s.head[t]!;
    const led = saying < 0 || (saying === s.left[t]! - 1 && isVerb(s, saying));
    if (!led || !/^(?:NNS?|VBZ)$/.test(s.xpos[t]!)) continue;
    if (!documents.has(s.lemma[t]!) && !cues.get(s.lemma[t]!)?.some((row) => row.pos === "noun")) continue;
    // "… a message *according to which* it was burned was false"
    const opens = (m: number): boolean =>
      (m === t + 1 && s.xpos[m] === "IN") || (s.left[m] === t + 1 && s.xpos[m] === "WDT" && m > t + 1);
    const clause = children(s, t).find((c) => ["acl", "ccomp"].includes(relation(s, c)) && children(s, c).some(opens));
    if (clause === undefined) continue;
    const end = s.sentenceStart[s.sentence[t]! + 1]!;
    for (let judgement = clause + 1; judgement < end; judgement++) {
      const bare = child(s, judgement, "cop") > clause && child(s, judgement, "nsubj") < 0;
      if (bare) mended.push({ account: t, clause, judgement, saying });
    }
  }
  if (mended.length === 0) return s;
  const [head, upos, xpos, deprel] = [Int32Array.from(s.head), Uint8Array.from(s.upos), [...s.xpos], [...s.deprel]];
  for (const { account, clause, judgement, saying } of mended) {
    if (xpos[account] === "VBZ") [upos[account], xpos[account]] = [UPOS.indexOf("NOUN"), "NNS"];
    [head[account], deprel[account]] = [judgement, "nsubj"];
    [head[clause], deprel[clause]] = [account, deprel[clause] === "acl:relcl" ? "acl:relcl" : "acl"];
    [head[judgement], deprel[judgement]] = [saying, saying < 0 ? "root" : "ccomp"];
    if (saying >= 0) continue;
    // "*Reports that it was bombed* are incorrect.": what hung on the account alone hangs on the judgement
    for (const c of children(s, account))
      if (c > judgement || (relation(s, c) === "cop" && c > clause)) head[c] = judgement;
  }
  return linkTree({ ...s, head, upos, xpos, deprel });
}
