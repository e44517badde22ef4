import { readFile } from "node:fs/promises";
import type { LexiconData } from "./lexicon/index.ts";

/** Loads what `npm run build:data` made. The only place that knows where data files stand; a browser passes its own. */
export async function loadLexicon(): Promise<LexiconData> {
  return JSON.parse(await readFile(new URL("../dist/data/lexicon.json", import.meta.url), "utf8")) as LexiconData;
}
