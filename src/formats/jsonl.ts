import type { Format } from "./format.ts";

/** One dossier a line, as `contract/dossier.md` has it, with its figures and claims. */
export const jsonl: Format = {
  name: "jsonl",
  title: "Dossiers, one JSON object a line",
  mediaType: "application/x-ndjson",
  extension: "jsonl",
  rule: null,
  write: ({ stories, redact }) => {
    const lines = stories.map(({ dossier, claims, reports }) =>
      JSON.stringify({ ...dossier, claims, reports }, (_, value) =>
        typeof value === "string" ? redact.words(value) : value,
      ),
    );
    return { files: [{ name: "dossiers.jsonl", text: lines.map((line) => `${line}\n`).join("") }], rows: lines.length };
  },
};
