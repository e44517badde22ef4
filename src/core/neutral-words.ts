import type { LoadedTerm } from "./ledger.ts";

/** Words of a report with the loaded ones among them read neutrally: "eleven rats" -> "eleven opponents". `text`: the report's. "" where nothing is left. */
export function neutralWords(words: string, loaded: readonly LoadedTerm[], text: string): string {
  const read = loaded.reduce((said, { span, neutral }) => said.replace(text.slice(...span), neutral ?? ""), words);
  return read.replace(/\s+/g, " ").trim();
}
