/**
 * Nouns for people that nobody wrote a row for: "mason", "skipper", "apothecary". Taken from WordNet 3.1: single words whose first
 * (commonest) sense, names left out, stands in the lexicographer file noun.person. Rows written by hand come first and win.
 */
import { type PersonNounRow, WORDNET_PERSON } from "../../src/lexicon/actors.ts";
import { wordNet } from "./wordnet-files.ts";

const NOUN_PERSON = 18;
/** First sense a person, but in reports of conflict mostly something else. */
const NOT_PEOPLE = new Set(
  "case character figure star target model cut light stiff drip card screw arm hand head back cell guide lead double extra subject object principal plant ram bull gem jewel rock pillar tower stock seed support supply fox snake rat pig dog cat bird eagle beast animal monster plug crack shot sight fright scream riot blast bomb bit charge mark match name first second third lot post press rest".split(
    " ",
  ),
);

export function personNounsOfWordNet(own: readonly PersonNounRow[]): PersonNounRow[] {
  const { senses, synsets } = wordNet("noun");
  const known = new Set(own.flatMap((row) => row.words));
  const words: string[] = [];
  for (const [word, offsets] of senses) {
    if (!/^[a-z]{3,}$/.test(word) || known.has(word) || NOT_PEOPLE.has(word)) continue;
    const first = offsets.map((offset) => synsets.get(offset)!).find((synset) => !synset.isName);
    if (first?.file === NOUN_PERSON) words.push(word);
  }
  return [{ id: WORDNET_PERSON, role: "person", kind: "person", words }];
}
