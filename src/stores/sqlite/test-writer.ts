/** Run by `sqlite.test.ts` as a process of its own: adds reports and prints the id of each one once it is kept. */
import { bareLedger } from "../bare-ledger.ts";
import { openSqlite } from "./index.ts";

const [path, name, count] = process.argv.slice(2);
const store = openSqlite(path!);
for (let i = 0; i < Number(count); i++) {
  const ledger = bareLedger(
    `${name} ${i}: rebels shelled a camp near Goma, killing at least ${i} civilians, the army said.`,
  );
  const original = `sha256:${name}${i}`;
  await store.write(async (w) => {
    await w.putOriginal(original, new TextEncoder().encode(ledger.report.text));
    const report = {
      id: ledger.report.id,
      order: 0,
      name: `${name}${i}.txt`,
      original,
      mediaType: "text/plain",
      externalId: null,
      added: "2026-03-05T10:00:00Z",
      copyOf: null,
      given: {},
      ledger,
    };
    await w.putReport(report, null, []);
  });
  process.stdout.write(`${ledger.report.id}\n`);
}
await store.close();
