import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkLedger, read } from "../../src/index.ts";
import { ledgerLines } from "./lines.ts";
import { corpus, corpusReports, goldenOf } from "./reports.ts";

describe("the corpus reads as its golden lines say", () => {
  test.each(corpusReports)("%s", async (report) => {
    const golden = goldenOf(report);
    expect(existsSync(golden), `no golden for ${report}: run npm run corpus and review it`).toBe(true);
    const ledger = await read(readFileSync(new URL(report, corpus)), { name: report });
    await checkLedger(ledger);
    expect(ledgerLines(ledger)).toBe(readFileSync(golden, "utf8"));
  });
});

describe("same text, same bytes", () => {
  test("in whatever order reports are read, and however often", async () => {
    const first = new Map<string, string>();
    for (const report of corpusReports) {
      first.set(report, JSON.stringify(await read(readFileSync(new URL(report, corpus)), { name: report })));
    }
    for (const report of corpusReports.toReversed()) {
      const again = JSON.stringify(await read(readFileSync(new URL(report, corpus)), { name: report }));
      expect(again === first.get(report), report).toBe(true);
    }
  });

  test("the report's name, line ends and byte order mark play no part", async () => {
    const report = corpusReports.find((name) => name.endsWith(".txt"))!;
    const text = readFileSync(new URL(report, corpus), "utf8");
    const plain = JSON.stringify(await read(text));
    expect(JSON.stringify(await read(text.replace(/\n/g, "\r\n"), { name: "other.txt" }))).toBe(plain);
    expect(JSON.stringify(await read(Buffer.from(`\uFEFF${text}`)))).toBe(plain);
  });

  test("the time zone and language of the machine play no part", async () => {
    const report = corpusReports[0]!;
    const text = readFileSync(new URL(report, corpus));
    const before = JSON.stringify(await read(text));
    const zone = process.env.TZ;
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = other;
        expect(JSON.stringify(await read(text))).toBe(before);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
