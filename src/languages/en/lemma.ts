/**
 * Dictionary forms: a table of exceptions (`models/en/lemmas.tsv`, made by `scripts/train/lemmas.ts`) before rules of spelling.
 * Names and numbers keep their form; everything else is lower case, so that wire copy in capitals finds the same entries.
 */
export interface Lemmatiser {
  /** `lower` is the word as in `Syntax.lower`, `xpos` its Penn tag. */
  lemma(form: string, lower: string, xpos: string): string;
}

/** Penn tags that share their exceptions: "killed" has one lemma as VBD and as VBN. */
export function lemmaClass(xpos: string): string {
  if (xpos === "VBN") return "VBD";
  if (xpos === "VBP") return "VB";
  if (xpos === "PRP$") return "PRP";
  return xpos;
}

const KEEPS_FORM = /^(?:NNPS?|CD|SYM|LS|FW|ADD|NFP|GW|XX|[^A-Z]+)$/;

export function makeLemmatiser(table: string): Lemmatiser {
  const exceptions = new Map<string, string>();
  for (const line of table.split("\n")) {
    const [form, tags, lemma] = line.split("\t");
    if (lemma !== undefined) for (const tag of tags!.split(" ")) exceptions.set(`${form}\t${tag}`, lemma);
  }
  return {
    lemma(form, lower, xpos) {
      const known = exceptions.get(`${lower}\t${lemmaClass(xpos)}`);
      if (known !== undefined) return known;
      return KEEPS_FORM.test(xpos) ? form : ruleLemma(lower, xpos);
    },
  };
}

/** What spelling alone says. */
export function ruleLemma(word: string, xpos: string): string {
  switch (lemmaClass(xpos)) {
    case "NNS":
      return singular(word);
    case "VBZ":
      return singular(word);
    case "VBD":
      return word.endsWith("ied") && word.length > 4 ? `${word.slice(0, -3)}y` : bare(word, "ed");
    case "VBG":
      return bare(word, "ing");
    case "JJR":
    case "RBR":
      return word.endsWith("ier") ? `${word.slice(0, -3)}y` : bare(word, "er");
    case "JJS":
    case "RBS":
      return word.endsWith("iest") ? `${word.slice(0, -4)}y` : bare(word, "est");
    default:
      return word;
  }
}

function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2);
  if (/(?:men)$/.test(word)) return `${word.slice(0, -3)}man`;
  if (word.endsWith("s") && !word.endsWith("ss") && word.length > 2) return word.slice(0, -1);
  return word;
}

/** "shelling" -> "shell", "bombing" -> "bomb", "planning" -> "plan", "firing" -> "fire". */
function bare(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word;
  const stem = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(stem)) return ending === "ed" ? `${stem}e` : word;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (
    /(?:[^aeiou][aeiouy][bcdgklmnprtvz]|[aeo][iu][cszv]|[^aeiou][iu]r|[uvz]|[^l]l|[lnr]c|[lnr]s|[aeiou]s|dg|rg|ng|[aeiou]r[v]|th|[^aeiou]l)$/.test(
      stem,
    )
  ) {
    return restoresE(stem) ? `${stem}e` : stem;
  }
  return stem;
}

/** Whether a bare stem lost its "e": "fir", "arriv", "damag", "rais". */
function restoresE(stem: string): boolean {
  if (
    /(?:[aeiou](?:n|r|l)|er|or|on|en|it|om|el|al|ow|op|ip)$/.test(stem) &&
    /[aeiouy].*[aeiouy]/.test(stem.slice(0, -1))
  ) {
    return (
      /(?:[iu]r|[iu]n|quir|[^aeiou]ar|[^aeiou]ol|ain.)$/.test(stem) && !/(?:tur.*ur|[aeiou]in|ear|oar)$/.test(stem)
    );
  }
  if (/(?:[aeiou]{2}[bdgklmnprt]|ll|ng|w|x|y)$/.test(stem)) return false;
  return true;
}
