import { readFile } from "node:fs/promises";
import type { Gazetteer } from "./core/gazetteer.ts";
import { type English, loadEnglish } from "./languages/en/index.ts";
import type { Neighbours } from "./lexicon/events.ts";
import { openGazetteer } from "./lexicon/gazetteer.ts";
import type { LexiconData } from "./lexicon/index.ts";
import type { Knowledge } from "./read.ts";

let lexicon: Promise<LexiconData> | undefined;

/** Loads what `npm run build:data` made. The only place that knows where data files stand; a browser passes its own. */
export function loadLexicon(): Promise<LexiconData> {
  lexicon ??= readFile(new URL("../dist/data/lexicon.json", import.meta.url), "utf8").then(
    (json) => JSON.parse(json) as LexiconData,
  );
  return lexicon;
}

let neighbours: Promise<Neighbours> | undefined;

/** Words near the event rows in WordNet and in none of them; loaded only to look for candidates. */
export function loadNeighbours(): Promise<Neighbours> {
  neighbours ??= readFile(new URL("../dist/data/neighbours.json", import.meta.url), "utf8").then(
    (json) => JSON.parse(json) as Neighbours,
  );
  return neighbours;
}

let english: Promise<English> | undefined;

/** The English language with its model, loaded once a process. */
export function loadLanguage(): Promise<English> {
  english ??= loadLexicon().then((lexicon) => loadEnglish(readModel, lexicon));
  return english;
}

let gazetteer: Promise<Gazetteer> | undefined;

/** The gazetteer, opened once a process. */
export function loadGazetteer(): Promise<Gazetteer> {
  gazetteer ??= readFile(new URL("../dist/data/gazetteer.bin", import.meta.url)).then(openGazetteer);
  return gazetteer;
}

/** Bytes of a file of the model: what is trained stands in models/, what is compiled in dist/data/. */
function readModel(name: string): Promise<Uint8Array> {
  const place = name.endsWith(".wasm") ? `../dist/data/${name}` : `../models/en/${name}`;
  return readFile(new URL(place, import.meta.url));
}

let knowledge: Promise<Knowledge> | undefined;

/** All the engine knows, loaded once a process. */
export function loadKnowledge(): Promise<Knowledge> {
  knowledge ??= Promise.all([version(), loadLexicon(), loadLanguage(), loadGazetteer()]).then(
    ([version, lexicon, language, gazetteer]) => ({ version, lexicon, language, gazetteer }),
  );
  return knowledge;
}

/** Version of the package. */
export async function version(): Promise<string> {
  const json = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(json) as { version: string }).version;
}
