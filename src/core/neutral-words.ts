import type { Count, Ledger, LoadedTerm } from "./ledger.ts";

/** Words of a report with the loaded ones among them read neutrally: "eleven rats" -> "eleven opponents". `text`: the report's. "" where nothing is left. */
export function neutralWords(words: string, loaded: readonly LoadedTerm[], text: string): string {
  const read = loaded.reduce((said, { span, neutral }) => withWords(said, text.slice(...span), neutral ?? ""), words);
  // "Lions of Steadfastness of the Resistance", of which a word is left out
  return read
    .replace(/\s+/g, " ")
    .replace(/\b(\p{Ll}+) \1\b/gu, "$1")
    .trim();
}

/** Puts other words for the first place where these stand as whole words, in either case: "rat" is not in "narrative". */
function withWords(said: string, words: string, other: string): string {
  const [low, wanted] = [said.toLowerCase(), words.toLowerCase()];
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
    const end = at + words.length;
    if (!LETTER.test(said[at - 1] ?? "") && !LETTER.test(said[end] ?? ""))
      return said.slice(0, at) + other + said.slice(end);
  }
  return said;
}
const LETTER = /[\p{L}\p{N}]/u;

/** Who suffered a toll: the side's name, else the report's words, read neutrally. */
export const sufferer = (
  count: Count,
  { actors, loaded, report }: Pick<Ledger, "actors" | "loaded" | "report">,
): string => actors.find((actor) => actor.id === count.who)?.name ?? neutralWords(count.whoText, loaded, report.text);
