/**
 * Dictionary forms: a table of what spelling does not tell (`models/en/lemmas.tsv`, made by `scripts/train/lemmas.ts`) before rules of
 * spelling. Names keep their form (plural names lose their "s"); everything else is lower case, so that copy in capitals finds the same entries.
 */
import type { Upos } from "../../core/syntax.ts";

/** How a word stands in its sentence. */
export interface LemmaContext {
  readonly upos: Upos;
  /** The whole sentence is in capitals. */
  readonly shouted: boolean;
}

export interface Lemmatiser {
  /** `lower` is the word as in `Syntax.lower`, `xpos` its Penn tag. */
  lemma(form: string, lower: string, xpos: string, context: LemmaContext): string;
}

/** Tags that share their exceptions: "killed" has one lemma as VBD and as VBN. Verbs inside names are a class of their own. */
export function lemmaClass(xpos: string, upos: Upos): string {
  if (xpos === "VBN") return "VBD";
  if (xpos === "VBP") return "VB";
  if (xpos === "NNP" && upos === "VERB") return "NNP-VERB";
  return xpos;
}

export function makeLemmatiser(table: string): Lemmatiser {
  const classes = new Map<string, Map<string, string>>();
  for (const line of table.split("\n")) {
    const [form, tags, lemma] = line.split("\t");
    if (lemma === undefined) continue;
    for (const tag of tags!.split(" ")) {
      const exceptions = classes.get(tag) ?? new Map<string, string>();
      classes.set(tag, exceptions.set(form!, lemma));
    }
  }
  return {
    lemma(form, lower, xpos, context) {
      const known = classes.get(lemmaClass(xpos, context.upos))?.get(lower);
      return known ?? bySpelling(form, lower, xpos, context);
    },
  };
}

function bySpelling(form: string, lower: string, xpos: string, context: LemmaContext): string {
  switch (xpos) {
    case "NNP":
      return /^\p{Ll}{4,}$/u.test(form) ? capitalised(form) : form;
    case "NNPS":
      return form === lower ? capitalised(singularName(lower)) : withCase(form, singularName(lower));
    case "CD":
      if (/^\d{1,3}(?:,\d{3})+/.test(form)) return form.replaceAll(",", "");
      return /^[IVXLC]+$/.test(form) && !context.shouted ? form : lower;
    case "NNS":
      return /^[\p{Lu}\d]{2,}s$/u.test(form) ? form.slice(0, -1) : singular(lower);
    case "VBZ":
      return singular(lower);
    case "VBD":
    case "VBN":
      // "freed", "decreed": past forms in "eed" have an "e" of their own
      if (/[^aeiou]eed$/.test(lower) && lower.length > 4) return lower.slice(0, -1);
      return lower.endsWith("ied") && lower.length > 4 ? `${lower.slice(0, -3)}y` : bare(lower, "ed");
    case "VBG":
      return bare(lower, "ing");
    case "JJR":
    case "RBR":
      return lower.endsWith("ier") ? `${lower.slice(0, -3)}y` : bare(lower, "er");
    case "JJS":
    case "RBS":
      return lower.endsWith("iest") ? `${lower.slice(0, -4)}y` : bare(lower, "est");
    case ":":
      return form === "--" || form === "–" ? "-" : form === "..." ? "…" : form;
    case ",":
    case "SYM":
      return /^[–—]$/.test(form) ? "-" : form;
    case "NN":
      return (form.length === 1 && !context.shouted) || MIXED.test(form) ? form : lower;
    case "JJ":
      return MIXED.test(form) ? form : lower;
    case "FW":
    case "LS":
    case "ADD":
    case "NFP":
    case "XX":
      return form;
    default:
      return lower;
  }
}

const capitalised = (word: string) => (word === "" ? word : word[0]!.toUpperCase() + word.slice(1));
/** A capital behind a small letter or a hyphen behind one: "iPhone", "pro-Beijing". */
const MIXED = /\p{Ll}-?\p{Lu}/u;
const isShouted = (form: string) => form === form.toUpperCase() && form !== form.toLowerCase();

/** The lemma in the case of the form: "AMERICANS" "AMERICAN", "States" "State". */
function withCase(form: string, lemma: string): string {
  if (form.toLowerCase().startsWith(lemma)) return form.slice(0, lemma.length);
  return isShouted(form) ? lemma.toUpperCase() : capitalised(lemma);
}

/** Plurals of names: those of peoples may end in "is" ("Pakistanis", "Houthis"), which are singulars among other words. */
const singularName = (word: string) => (/[a-z]{2}is$/.test(word) ? word.slice(0, -1) : singular(word));

/** Plurals, and third persons: "armies" "army", "clashes" "clash", "forces" "force". */
export function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|[^c]ch|x|zz|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  if (/[^i]men$/.test(word)) return `${word.slice(0, -2)}an`;
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word) && word.length > 2) return word.slice(0, -1);
  return word;
}

/** "shelling" "shell", "bombed" "bomb", "planning" "plan", "firing" "fire", "larger" "large". */
export function bare(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word;
  const stem = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(stem)) return ending === "ed" ? `${stem}e` : word;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return losesE(stem) ? `${stem}e` : stem;
}

/** Whether a stem lost its "e": "fir-ing", "arriv-ed", "damag-ed", "larg-er". */
function losesE(stem: string): boolean {
  if (/(?:ll|ss|ff|zz|[aeo]w|[wxy]|[^i]sh|ch|ck|nk|lk|rk|sk)$/.test(stem)) return false;
  if (/(?:[cuvz]|[^aeiou]l|[^l]ls|[nr]s|[aeiou]s|[dlnr]g|[^aeiou][aeiu]g)$/.test(stem)) return true;
  if (/(?:[aeiou]{2}[bdfgkmnprt]|[^aeiou]{2})$/.test(stem)) return false;
  // One vowel and one consonant: short verbs double it ("planning"), so one that is not doubled lost its "e"; long ones may be unstressed.
  if (/^[^aeiouy]*[aeiouy][bdgkmnprt]$/.test(stem)) return true;
  return (
    /(?:at|iz|ir|ur|ud|id|od|ak|ok|ik|ap|op|ip|im|am|um|un|ut)$/.test(stem) && !/(?:rat|[^u]ir|our|om)$/.test(stem)
  );
}
