/** The import law of ARCHITECTURE.md, checked: which room may see which. Exits 1 and names each breach. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const src = join(root, "src");

/** What each room may import besides itself. `node`: whether `node:` modules and packages that need them are allowed. */
const law: Record<string, { sees: string[]; node: boolean }> = {
  core: { sees: [], node: false },
  lexicon: { sees: ["core"], node: false },
  languages: { sees: ["core", "lexicon"], node: false },
  "stages/1-document": { sees: ["core"], node: true },
  stages: { sees: ["core", "lexicon", "languages"], node: false },
  dossier: { sees: ["core", "lexicon"], node: false },
  formats: { sees: ["core", "lexicon"], node: true },
  stores: { sees: ["core", "formats", "dossier"], node: true },
  intake: { sees: ["core", "stages/1-document", "stores", "formats"], node: true },
  corrections: { sees: ["core"], node: false },
  case: {
    sees: [
      "core",
      "stages/1-document",
      "dossier",
      "formats",
      "stores",
      "intake",
      "corrections",
      "read.ts",
      "resources.ts",
    ],
    node: true,
  },
  faces: { sees: ["index.ts"], node: true },
};

function room(file: string): string {
  const path = relative(src, file);
  const parts = path.split("/");
  if (parts.length === 1) return parts[0]!;
  if (parts[0] === "stages") return parts[1] === "1-document" ? "stages/1-document" : `stages/${parts[1]}`;
  return parts[0]!;
}

const breaches: string[] = [];
for (const entry of readdirSync(src, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const from = room(file);
  const rule = law[from] ?? law[from.split("/")[0]!];
  if (!rule) continue; // read.ts, index.ts, resources.ts: the joints of the house
  for (const [, target] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
    if (target!.startsWith("node:")) {
      if (!rule.node) breaches.push(`${relative(root, file)}: ${target} (this room runs in a browser)`);
    } else if (target!.startsWith(".")) {
      const to = room(resolve(dirname(file), target!));
      if (to !== from && !rule.sees.some((room) => to === room || to.startsWith(`${room}/`))) {
        breaches.push(`${relative(root, file)}: sees ${to}`);
      }
    }
  }
}
for (const breach of breaches) console.error(`import law: ${breach}`);
if (breaches.length > 0) process.exit(1);
console.log("import law: kept");
