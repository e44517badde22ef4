import { type ParsedColumns, UPOS } from "../../../core/syntax.ts";
import type { LexiconData } from "../../../lexicon/index.ts";
import { becoming } from "./becoming.ts";
import { ages, company, lists } from "./beside.ts";
import { contentClauses } from "./content.ts";
import { repairCounted } from "./counted.ts";
import { directions } from "./directions.ts";
import { doers } from "./doers.ts";
import { headlines } from "./headlines.ts";
import { inverted } from "./inverted.ts";
import { markedRoots } from "./marked.ts";
import { repairNumbers } from "./numbers.ts";
import { complements, onlyObjects, predicates } from "./objects.ts";
import { participles, reducedRelatives } from "./participles.ts";
import { perfected, performed, relativeRoots, shotDead } from "./performed.ts";
import { planned } from "./planned.ts";
import { repairSpeech } from "./speech.ts";
import { terms } from "./terms.ts";
import { openingTimes, timesBeforeSubjects } from "./times.ts";
import { told } from "./told.ts";

/** The columns of a tree that may be set right. */
export type Tree = Pick<ParsedColumns, "length" | "upos" | "head" | "lemma" | "sentence"> & {
  readonly xpos: string[];
  readonly deprel: string[];
};
export type Repair = (tree: Tree) => void;

const _NOUN = UPOS.indexOf("NOUN");
const _ADJECTIVE = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");
const _NUMBER = UPOS.indexOf("NUM");
const _PROPER = UPOS.indexOf("PROPN");
/** Pronouns for things. */
const _THINGS: ReadonlySet<string> = new Set(["it", "this", "that"]);
/** What an indirect object stands beside. */
const _BESIDE: ReadonlySet<string> = new Set(["obj", "ccomp", "xcomp", "parataxis", "nsubj:pass"]);

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

/** "Admitted by *nightfall*": a time does nothing. */
function deadlines({ length, deprel, lemma }: Tree, times: ReadonlySet<string>): void {
  for (let t = 0; t < length; t++)
    if (deprel[t] === "obl:agent" && times.has(lemma[t]!.toLowerCase())) deprel[t] = "obl";
}
