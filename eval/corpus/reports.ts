import { readdirSync } from "node:fs";

export const corpus = new URL("../../corpus/", import.meta.url);

/** Reports of the corpus, by path below it: "story/bunagana-1-wire.txt". */
export const corpusReports: readonly string[] = ["reports", "story"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, corpus))
    .filter((name) => /\.(txt|html)$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`),
);

/** Where a report's golden lines stand. */
export const goldenOf = (report: string): URL => new URL(report.replace(/\.[a-z]+$/, ".ledger"), corpus);
