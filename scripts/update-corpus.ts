/** `npm run corpus`: rewrites the golden lines of every report in corpus/. Review the diff as you would code. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ledgerLines } from "../eval/corpus/lines.ts";
import { corpus, corpusReports, goldenOf } from "../eval/corpus/reports.ts";
import { read } from "../src/index.ts";

for (const report of corpusReports) {
  const lines = ledgerLines(await read(readFileSync(new URL(report, corpus)), { name: report }));
  const golden = goldenOf(report);
  const before = existsSync(golden) ? readFileSync(golden, "utf8") : null;
  if (before !== lines) console.log(`${before === null ? "new" : "changed"}: ${report}`);
  writeFileSync(golden, lines);
}
