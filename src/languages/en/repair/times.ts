import { UPOS } from "../../../core/syntax.ts";
import type { Tree } from "./index.ts";

const NOUN = UPOS.indexOf("NOUN");
/** Relations by which a word hangs inside the phrase of a subject. */
const INSIDE = /^(?:nmod:desc|compound|flat)$/;

/**
 * "*Since Thursday* police have searched the tents", "*on Sunday evening* police detained two", "*after Monday's attack* soldiers burned nine
 * houses", "in *2012* rebels burned it", "since the week *of October* brigades have closed the road": what a preposition and a time say before a subject is no part of the subject's name.
 */
export function timesBeforeSubjects(tree: Tree, times: ReadonlySet<string>): void {
  const { length, upos, xpos, head, deprel, lemma, sentence } = tree;
  for (let t = 1; t + 1 < length; t++) {
    const preposition = t - 1;
    if (
      !(times.has(lemma[t]!.toLowerCase()) || isYear(tree, t)) ||
      xpos[preposition] !== "IN" ||
      sentence[preposition] !== sentence[t]
    )
      continue;
    const last = endOfTime(tree, t, times);
    const noun = head[last]!;
    if (last < 0 || noun <= last || upos[noun] !== NOUN) continue;
    const subject = topOf(tree, noun);
    const verb = clauseOf(tree, subject, preposition);
    if (verb < 0) continue;
    if (deprel[subject] === "nmod")
      [head[last], deprel[last], head[subject], deprel[subject]] = [head[subject]!, "nmod", verb, "nsubj"];
    else [head[last], deprel[last]] = [verb, "obl"];
    [head[preposition], deprel[preposition]] = [last, "case"];
  }
}

const isYear = ({ deprel, lemma }: Tree, t: number): boolean =>
  deprel[t] === "nummod" && /^(?:1[89]|20)\d\d$/.test(lemma[t]!);

/** The last word of "Thursday", "Sunday evening", "Monday's attack", which hangs on a noun behind it; -1 where it is none of these. */
function endOfTime({ head, deprel, lemma, upos }: Tree, t: number, times: ReadonlySet<string>): number {
  const within = (last: number): boolean => deprel[last] === "compound" && head[last]! > last;
  if (deprel[t] === "nmod:poss") {
    const [noun, of] = [t + 2, head[t]!];
    if (upos[noun] !== NOUN || !within(noun) || !(of === noun || of === head[noun])) return -1;
    head[t] = noun;
    return noun;
  }
  if (deprel[t] === "nummod") return head[t] === t + 1 ? t : -1;
  if (deprel[t] !== "compound") return -1;
  const part = head[t] === t + 1 && times.has(lemma[t + 1]!.toLowerCase()) ? t + 1 : t;
  return within(part) ? part : -1;
}

function topOf({ head, deprel }: Tree, noun: number): number {
  let t = noun;
  while (INSIDE.test(deprel[t]!) && head[t]! >= 0) t = head[t]!;
  return t;
}

/** The verb whose subject a noun is, or would be, were it not for the preposition; -1 where the preposition may be its own. */
function clauseOf({ head, deprel, sentence }: Tree, subject: number, preposition: number): number {
  if (/^nsubj/.test(deprel[subject]!)) {
    const verb = head[subject]!;
    // "after Monday raids resumed"
    const marks = deprel[preposition] === "mark" && /^(?:advcl|acl)/.test(deprel[verb]!);
    return marks ? -1 : verb;
  }
  const week = head[subject]!;
  if (deprel[subject] !== "nmod" || week < 0 || deprel[week] !== "obl") return -1;
  const verb = head[week]!;
  if (verb < subject) return -1;
  for (let c = verb - 1; c >= 0 && sentence[c] === sentence[verb]; c--)
    if (head[c] === verb && /^nsubj/.test(deprel[c]!)) return -1;
  return verb;
}

/** "*Last week* gunmen burned nine houses", "*the same day* police arrested two men", "*every night* shells fall": a time that opens a sentence is no part of the subject's name. */
export function openingTimes(tree: Tree, spans: ReadonlySet<string>, which: ReadonlySet<string>): void {
  const { length, upos, head, deprel, lemma, sentence } = tree;
  for (let t = 1; t + 1 < length; t++) {
    const noun = head[t]!;
    if (deprel[t] !== "compound" || noun !== t + 1 || upos[noun] !== NOUN || !/^nsubj/.test(deprel[noun]!)) continue;
    if (!spans.has(lemma[t]!.toLowerCase()) || !which.has(lemma[t - 1]!.toLowerCase())) continue;
    const first = t > 1 && deprel[t - 2] === "det" && head[t - 2]! >= t ? t - 2 : t - 1;
    if (sentence[t - 1] !== sentence[t] || (first > 0 && sentence[first - 1] === sentence[t])) continue;
    for (let c = first; c < t; c++) head[c] = t;
    [head[t], deprel[t]] = [head[noun]!, "obl:unmarked"];
  }
}
