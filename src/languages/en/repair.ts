import { type ParsedColumns, UPOS } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { becoming } from "./repair-becoming.ts";
import { contentClauses } from "./repair-content.ts";
import { repairCounted } from "./repair-counted.ts";
import { directions } from "./repair-directions.ts";
import { doers } from "./repair-doers.ts";
import { headlines } from "./repair-headlines.ts";
import { inverted } from "./repair-inverted.ts";
import { markedRoots } from "./repair-marked.ts";
import { repairNumbers } from "./repair-numbers.ts";
import { perfected, performed, relativeRoots, shotDead } from "./repair-performed.ts";
import { planned } from "./repair-planned.ts";
import { repairSpeech } from "./repair-speech.ts";
import { terms } from "./repair-terms.ts";
import { openingTimes, timesBeforeSubjects } from "./repair-times.ts";
import { told } from "./repair-told.ts";

/** The columns of a tree that may be set right. */
export type Tree = Pick<ParsedColumns, "length" | "upos" | "head" | "lemma" | "sentence"> & {
  readonly xpos: string[];
  readonly deprel: string[];
};
export type Repair = (tree: Tree) => void;

const NOUN = UPOS.indexOf("NOUN");
const ADJECTIVE = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");
const NUMBER = UPOS.indexOf("NUM");
const PROPER = UPOS.indexOf("PROPN");
/** Pronouns for things. */
const THINGS: ReadonlySet<string> = new Set(["it", "this", "that"]);
/** What an indirect object stands beside. */
const BESIDE: ReadonlySet<string> = new Set(["obj", "ccomp", "xcomp", "parataxis", "nsubj:pass"]);

/** Classes of calendar rows whose words name a time, and do nothing. */
const TIMES: ReadonlySet<string> = new Set(["part", "weekday", "month"]);

/** Those that say which stretch of time is meant: "last", "same". */
const WHICH: ReadonlySet<string> = new Set(["which", "again", "passed"]);

/** What the parser is known to get wrong, set right in place. Each mend is one a grammarian would make of any text; linear in the text. */
export function makeRepair({
  speech,
  calendar,
  functionWords,
  harms,
  nounClasses,
}: Pick<LexiconData, "speech" | "calendar" | "functionWords" | "harms" | "nounClasses">): Repair {
  const denials = new Set(
    speech.flatMap((row) => (row.pos === "verb" && row.act === "deny" && !row.particle ? [row.cue] : [])),
  );
  const against = new Set(
    speech.flatMap((row) =>
      row.pos === "verb" && row.polarity === "negative" && !row.needs && !row.particle ? [row.cue] : [],
    ),
  );
  const accounts = new Set(speech.flatMap((row) => (row.pos === "noun" ? [row.cue] : [])));
  const sayings = new Set(
    speech.flatMap((row) => (row.pos === "verb" && row.content.includes("clause") ? [row.cue] : [])),
  );
  const verdicts = new Set(
    speech.flatMap((row) => (row.pos === "verb" && row.polarity === "negative" ? (row.needs?.complement ?? []) : [])),
  );
  const cues = new Set(speech.flatMap((row) => (row.pos === "verb" && !row.particle ? [row.cue] : [])));
  const harming = new Set(
    harms.flatMap(({ victim, words }) => (victim === "obj" && words.length === 1 ? words[0]! : [])),
  );
  const charges = new Set(speech.flatMap((row) => (row.pos === "verb" && row.act === "accuse" ? [row.cue] : [])));
  // whom they befall needs no telling apart: "kill", "wound", "kidnap"; but "hold", "lose", "shoot"
  const sure = new Set(
    harms.flatMap(({ victim, words, part, only }) =>
      victim === "obj" && part === "verb" && !only && words.length === 1 ? words[0]! : [],
    ),
  );
  const times = new Set(calendar.flatMap((row) => (TIMES.has(row.class) ? row.words : [])));
  const spans = new Set([...times, ...calendar.flatMap((row) => (row.class === "unit" ? row.words : []))]);
  const which = new Set([
    ...calendar.flatMap((row) => (WHICH.has(row.class) ? row.words : [])),
    ...(functionWords.find(({ id }) => id === "recurring")?.words ?? []),
  ]);
  const until = new Set(functionWords.find(({ id }) => id === "until")?.words);
  const articles = new Set(functionWords.find(({ id }) => id === "article")?.words);
  const determiners = new Set(
    functionWords.flatMap(({ id, words }) => (id === "article" || id === "definite" ? words : [])),
  );
  const by = new Set(functionWords.find(({ id }) => id === "doer")?.words);
  const drives = new Set(functionWords.find(({ id }) => id === "drives")?.words);
  const joining = new Set(functionWords.find(({ id }) => id === "joint")?.words);
  return (tree) => {
    onlyObjects(tree);
    predicates(tree);
    markedRoots(tree);
    becoming(tree);
    planned(tree);
    participles(tree);
    reducedRelatives(tree);
    performed(tree);
    perfected(tree);
    shotDead(tree);
    relativeRoots(tree);
    inverted(tree);
    headlines(tree, sure, charges, nounClasses, { by, articles: determiners });
    gerunds(tree, denials);
    complements(tree);
    deadlines(tree, times);
    terms(tree, spans, until);
    timesBeforeSubjects(tree, times);
    directions(tree);
    openingTimes(tree, spans, which);
    ages(tree);
    doers(tree, nounClasses, by);
    company(tree, joining);
    lists(tree);
    repairCounted(tree, articles);
    repairNumbers(tree, harming, drives);
    contentClauses(tree, accounts, sayings);
    told(tree, { sayings, cues, accounts, verdicts });
    repairSpeech(tree, { accounts, against, sayings });
  };
}

/** "claimed the attack": a noun that is a verb's only object is its direct one; "told me" and "…, he told Reuters" are not touched. */
function onlyObjects({ length, upos, head, deprel, lemma }: Tree): void {
  const other = new Uint8Array(length);
  for (let t = 0; t < length; t++) if (head[t]! >= 0 && BESIDE.has(deprel[t]!)) other[head[t]!] = 1;
  for (let t = 0; t < length; t++) {
    // "claimed it": a thing, and nobody who is told
    if (deprel[t] !== "iobj" || (upos[t] !== NOUN && !THINGS.has(lemma[t]!))) continue;
    if (!other[head[t]!] && deprel[head[t]!] !== "parataxis") deprel[t] = "obj";
  }
}

/** "Took *hostage* six workers": of two objects the first, a bare noun right behind the verb, says what becomes of the second. */
function predicates({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let t = 1; t + 1 < length; t++) {
    const verb = t - 1;
    if (deprel[t] !== "obj" || xpos[t] !== "NN" || head[t] !== verb || upos[verb] !== VERB) continue;
    for (let c = t + 1; c < length && sentence[c] === sentence[t] && (head[c]! > c || head[c] === verb); c++)
      if (head[c] === verb && deprel[c] === "obj") deprel[t] = "xcomp";
  }
}

/**
 * "The number of people *killed* … rose", "said in a statement *released* on Friday": a bare participle behind a noun is no clause that
 * somebody says, and does not reach out of the noun's phrase; it says something of the noun.
 */
function participles({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  const clausal = new Uint8Array(length);
  for (let t = 0; t < length; t++) if (head[t]! >= 0 && /^(?:aux|nsubj)/.test(deprel[t]!)) clausal[head[t]!] = 1;
  for (let t = 1; t < length; t++) {
    const noun = t - 1;
    if (xpos[t] !== "VBN" || clausal[t] || upos[noun] !== NOUN || head[t]! < 0 || head[t] === noun) continue;
    if (sentence[noun] !== sentence[t] || head[noun] === t) continue;
    if (deprel[t] === "ccomp" || crosses(head, t, noun)) [head[t], deprel[t]] = [noun, "acl"];
  }
}

/**
 * "The number of people *killed* in a strike *rose* to 46": the first of two finite verbs, right behind the last noun of its subject, is a
 * participle; what the parser hung on it as subject is that of the second, which nothing joins to the first.
 */
function reducedRelatives({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  const first: number[] = [];
  for (let t = 1; t < length; t++) {
    if (!FINITE_PAST.has(xpos[t]!) || upos[t - 1] !== NOUN || sentence[t - 1] !== sentence[t]) continue;
    if (head[t - 1] !== t && upTo(head, t - 1, t) >= 0) first.push(t);
  }
  for (const t of first) {
    const subject = upTo(head, t - 1, t);
    if (!/^nsubj/.test(deprel[subject]!)) continue;
    const second = loose(t, { length, upos, xpos, head, deprel, sentence });
    if (second < 0) continue;
    [head[second], deprel[second]] = [head[t]!, deprel[t]!];
    [head[subject], deprel[subject]] = [second, "nsubj"];
    for (let c = second + 1; c < length && sentence[c] === sentence[t]; c++) if (head[c] === t) head[c] = second;
    [head[t], deprel[t], xpos[t]] = [t - 1, "acl", "VBN"];
  }
}

const FINITE_PAST: ReadonlySet<string> = new Set(["VBD", "VBN"]);

/** The token just below `top` on the way up from `below`; -1 where `top` is not above it. */
function upTo(head: Int32Array, below: number, top: number): number {
  for (let t = below; t >= 0; t = head[t]!) if (head[t] === top) return t;
  return -1;
}

/** A finite verb after `t` in its sentence that nothing subordinates or joins to it and that has no subject: "…, rose"; -1 where there is none. */
function loose(
  t: number,
  {
    length,
    upos,
    xpos,
    head,
    deprel,
    sentence,
  }: Pick<Tree, "length" | "upos" | "xpos" | "head" | "deprel" | "sentence">,
): number {
  for (let v = t + 1; v < length && sentence[v] === sentence[t]; v++) {
    if (upos[v] !== VERB || !(head[v] === t || head[v] === head[t])) continue;
    if (!/^(?:ccomp|parataxis|advcl|conj)$/.test(deprel[v]!)) continue;
    let free = xpos[v] === "VBD" || xpos[v] === "VBZ" || xpos[v] === "VBP";
    for (let c = t + 1; c < length && sentence[c] === sentence[t]; c++) {
      if (head[c] !== v) continue;
      if (/^(?:nsubj|mark|cc|csubj)/.test(deprel[c]!)) return -1;
      if (deprel[c] === "aux") free = true;
    }
    if (free) return v;
  }
  return -1;
}

/** Whether the arc of `t` crosses one of those that lead up from `noun`. */
function crosses(head: Int32Array, t: number, noun: number): boolean {
  for (let below = noun; head[below]! >= 0; below = head[below]!) {
    const up = head[below]!;
    if (up === t) return false;
    const [low, high] = below < up ? [below, up] : [up, below];
    if (low < t && t < high && (head[t]! < low || head[t]! > high)) return true;
  }
  return false;
}

/** "Has denied *targeting civilians*", "denied *having targeted* them": what is denied is the doing, not people of a kind. */
function gerunds({ length, upos, xpos, head, deprel, lemma }: Tree, denials: ReadonlySet<string>): void {
  for (let t = 1; t < length; t++) {
    const noun = head[t]!;
    if (deprel[t] !== "amod" || noun < t || deprel[noun] !== "obj") continue;
    const perfect = xpos[t] === "VBN" && xpos[t - 1] === "VBG" && head[t - 1] === t;
    const denial = perfect ? t - 2 : t - 1;
    if ((!perfect && xpos[t] !== "VBG") || head[noun] !== denial || !denials.has(lemma[denial]!)) continue;
    [head[t], upos[t], deprel[t]] = [denial, VERB, "xcomp"];
    head[noun] = t;
  }
}

/** "Held the army *responsible* for", "left nine gunmen and a guard *dead*": an adjective right behind an object is said of it by the verb. */
function complements({ length, upos, head, deprel }: Tree): void {
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

/** "Admitted by *nightfall*": a time does nothing. */
function deadlines({ length, deprel, lemma }: Tree, times: ReadonlySet<string>): void {
  for (let t = 0; t < length; t++)
    if (deprel[t] === "obl:agent" && times.has(lemma[t]!.toLowerCase())) deprel[t] = "obl";
}

/** "A girl *of four* and eight others": the years of one person, and others counted beside her. */
function ages({ length, upos, xpos, head, deprel, sentence }: Tree): void {
  for (let t = 2; t + 3 < length; t++) {
    const [person, of, others] = [t - 2, t - 1, t + 3];
    if (upos[t] !== NUMBER || upos[t + 2] !== NUMBER || deprel[t + 1] !== "cc" || sentence[others] !== sentence[t])
      continue;
    if (xpos[person] !== "NN" || xpos[others] !== "NNS" || deprel[of] !== "case") continue;
    if (head[others] !== person || head[of] !== others || head[t] !== others) continue;
    [head[t], deprel[t], head[of]] = [person, "nmod", t];
    [head[others], deprel[others]] = [person, "conj"];
    [head[t + 1], head[t + 2], deprel[t + 2]] = [others, others, "nummod"];
  }
}

/** "Killed a general *together with six fighters*": those who share what befalls an object stand beside it. */
function company({ length, head, deprel, lemma }: Tree, joining: ReadonlySet<string>): void {
  for (let t = 1; t + 1 < length; t++) {
    if (!joining.has(lemma[t]!) || deprel[t + 1] !== "case") continue;
    const other = head[t + 1]!;
    const verb = head[other]!;
    const object = head[t] === verb || head[t] === other ? objectBefore(t, verb, head, deprel) : -1;
    if (deprel[other] !== "obl" || other < t || object < 0) continue;
    [head[other], deprel[other]] = [object, "conj"];
    [head[t], deprel[t], head[t + 1], deprel[t + 1]] = [other, "cc", t, "fixed"];
  }
}

function objectBefore(t: number, verb: number, head: Int32Array, deprel: readonly string[]): number {
  for (let c = t - 1; c > verb && verb >= 0; c--) if (head[c] === verb) return deprel[c] === "obj" ? c : -1;
  return -1;
}

/**
 * "15 dead, *25 wounded* and three children", "*a Marine* and fifteen civilians": what a conjunction parts from the noun behind it does not
 * describe that noun; it stands beside it.
 */
function lists({ length, upos, xpos, head, deprel }: Tree): void {
  for (let t = 0; t < length; t++) {
    const noun = head[t]!;
    if (deprel[t] !== "amod" || noun < t + 2) continue;
    const [conjunction, number] = [t + 1, t + 2];
    if (deprel[conjunction] !== "cc" || upos[number] !== NUMBER || !(head[number] === noun || head[number] === t))
      continue;
    const own = t - 1;
    const counted = upos[own] === NUMBER && head[own] === t;
    const named = deprel[own] === "det" && (xpos[t] === "NNP" || xpos[t] === "NN");
    if (!counted && !named) continue;
    [head[t], deprel[t]] = [head[noun]!, deprel[noun]!];
    [head[noun], deprel[noun], head[conjunction]] = [t, "conj", noun];
    [head[number], deprel[number]] = [noun, "nummod"];
    if (named) head[own] = t;
    const verb = head[t]!;
    const object = deprel[t] === "conj" && upos[verb] === VERB ? objectBefore(t, verb, head, deprel) : -1;
    if (object >= 0) head[t] = object;
  }
}
