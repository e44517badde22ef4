/**
 * Turns what people edit (lexicon/, the places tables) into what the engine loads (dist/data/): one JSON of all lexicon
 * sections with their content hash, the parser's kernel, and the compact gazetteer. Rows are validated; a bad row stops the build with its file and id.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { PatternRow } from "../src/lexicon/events.ts";
import { buildKernel } from "./build-kernel.ts";
import { writeGazetteer } from "./gazetteer/build.ts";
import type { CountryRow } from "./gazetteer/countries.ts";
import type { CuratedRow } from "./gazetteer/curated.ts";
import { neighboursOf } from "./lexicon/neighbours.ts";
import { sections } from "./lexicon/sections.ts";

const root = new URL("..", import.meta.url).pathname;
const out = join(root, "dist/data");
mkdirSync(out, { recursive: true });

/** Every .yml and .tsv below lexicon/, in path order. */
function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(yml|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const hash = createHash("sha256");
const contents = new Map<string, string>();
for (const file of files(join(root, "lexicon"))) {
  const text = readFileSync(file, "utf8");
  contents.set(file.slice(join(root, "lexicon").length + 1), text);
  hash.update(`${basename(file)}\0${text}\0`);
}

// Places and countries go into the gazetteer, not into lexicon.json.
const aside = new Map<string, unknown[]>();
const built: Record<string, unknown> = { hash: hash.digest("hex").slice(0, 16) };
for (const section of sections) {
  const rows: unknown[] = [];
  const ids = new Set<string>();
  for (const [path, text] of contents) {
    if (!section.files.test(path)) continue;
    const raw: unknown[] = path.endsWith(".tsv") ? fromTsv(text) : ((parse(text) as unknown[] | null) ?? []);
    raw.forEach((row, i) => {
      const result = section.row.safeParse(row);
      if (!result.success) {
        const id = (row as { id?: string } | null)?.id ?? `row ${i + 1}`;
        const why = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
        throw new Error(`lexicon/${path}, ${id}: ${why}`);
      }
      // of two rows with one id the second would hide the first
      const { id } = result.data as { id?: string };
      if (id !== undefined && ids.has(id)) throw new Error(`lexicon/${path}, ${id}: another row has this id`);
      if (id !== undefined) ids.add(id);
      rows.push(result.data);
    });
  }
  if (section.aside) aside.set(section.name, rows);
  else built[section.name] = section.compile ? section.compile(rows) : rows;
}
await buildKernel();
const places = (aside.get("places") ?? []) as CuratedRow[];
writeGazetteer(root, join(out, "gazetteer.bin"), places, (aside.get("countries") ?? []) as CountryRow[]);
writeFileSync(join(out, "lexicon.json"), JSON.stringify(built));
const eventRows = ["verbs", "nouns", "phrases", "harms", "supports"].flatMap((name) => built[name] as PatternRow[]);
writeFileSync(join(out, "neighbours.json"), JSON.stringify(neighboursOf(eventRows)));
console.log(
  `lexicon ${built.hash}: ${sections.map(({ name }) => `${((aside.get(name) ?? built[name]) as unknown[]).length ?? 0} ${name}`).join(", ")}`,
);

/** Rows of a table with a header line; lines that start with # are comments. */
function fromTsv(text: string): Record<string, string>[] {
  const [header, ...lines] = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const names = (header ?? "").split("\t");
  return lines.map((line) =>
    Object.fromEntries(line.split("\t").map((cell, i) => [names[i] ?? `column ${i + 1}`, cell])),
  );
}
