import { type ParsedColumns, UPOS } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";

/** The columns of a tree that may be set right. */
export type Tree = Pick<ParsedColumns, "length" | "upos" | "head" | "lemma" | "sentence"> & {
  readonly xpos: string[];
  readonly deprel: string[];
};
export type Repair = (tree: Tree) => void;

const NOUN = UPOS.indexOf("NOUN");
const ADJECTIVE = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");
/** What an indirect object stands beside. */
const BESIDE: ReadonlySet<string> = new Set(["obj", "ccomp", "xcomp", "parataxis", "nsubj:pass"]);

/** Classes of calendar rows whose words name a time, and do nothing. */
const TIMES: ReadonlySet<string> = new Set(["part", "weekday", "month"]);

/** What the parser is known to get wrong, set right in place. Each mend is one a grammarian would make of any text; linear in the text. */
export function makeRepair({ speech, calendar }: Pick<LexiconData, "speech" | "calendar">): Repair {
  const denials = new Set(speech.flatMap((row) => (row.pos === "verb" && row.act === "deny" ? [row.cue] : [])));
  const times = new Set(calendar.flatMap((row) => (TIMES.has(row.class) ? row.words : [])));
  return (tree) => {
    onlyObjects(tree);
    participles(tree);
    gerunds(tree, denials);
    complements(tree);
    deadlines(tree, times);
  };
}

/** "claimed the attack": a noun that is a verb's only object is its direct one; "told me" and "…, he told Reuters" are not touched. */
function onlyObjects({ length, upos, head, deprel }: Tree): void {
  const other = new Uint8Array(length);
  for (let t = 0; t < length; t++) if (head[t]! >= 0 && BESIDE.has(deprel[t]!)) other[head[t]!] = 1;
  for (let t = 0; t < length; t++) {
    if (deprel[t] !== "iobj" || upos[t] !== NOUN) continue;
    if (!other[head[t]!] && deprel[head[t]!] !== "parataxis") deprel[t] = "obj";
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

/** "Held the army *responsible* for": an adjective right behind an object is said of it by the verb. */
function complements({ length, upos, head, deprel }: Tree): void {
  for (let t = 1; t < length; t++) {
    const noun = t - 1;
    if (upos[t] !== ADJECTIVE || deprel[t] !== "amod" || head[t] !== noun || deprel[noun] !== "obj") continue;
    [head[t], deprel[t]] = [head[noun]!, "xcomp"];
  }
}

/** "Admitted by *nightfall*": a time does nothing. */
function deadlines({ length, deprel, lemma }: Tree, times: ReadonlySet<string>): void {
  for (let t = 0; t < length; t++)
    if (deprel[t] === "obl:agent" && times.has(lemma[t]!.toLowerCase())) deprel[t] = "obl";
}
