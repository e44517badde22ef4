import { describe, expect, test } from "vitest";
import { explain, read, readInFull, whyNot } from "./index.ts";

const report = `---
title: "Soldiers killed near Goma"
outlet: "Lakes Wire"
published: 2026-03-05
---

GOMA, March 5 - Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said.

The rebels denied the attack.
`;

describe("read", () => {
  test("same text, same engine: byte-identical ledger", async () => {
    expect(JSON.stringify(await read(report))).toBe(JSON.stringify(await read(report)));
  });

  test("every value can be walked back to characters", async () => {
    const ledger = await read(report);
    const { text } = ledger.report;
    const inside = ([start, end]: readonly [number, number]) => start >= 0 && start < end && end <= text.length;
    for (const claim of ledger.claims) {
      expect(claim.evidence.length).toBeGreaterThan(0);
      for (const { span } of [...claim.evidence, ...claim.counts]) expect(inside(span)).toBe(true);
      expect(claim.neutral).not.toBe("");
    }
    for (const event of ledger.events) expect(inside(event.trigger)).toBe(true);
  });

  test("explain and why-not answer", async () => {
    const result = await readInFull(report);
    for (const claim of result.ledger.claims) expect(explain(result, claim.id).length).toBeGreaterThan(0);
    expect(explain(result, "c999")).toEqual([]);
    expect(whyNot(result, "near Goma")).toHaveLength(1);
    expect(whyNot(result, "nowhere in the text")).toEqual([]);
  });

  test("the outlet is no relay besides itself", async () => {
    const ledger = await read("Rebels shelled a camp near Goma, an officer told Lakes Wire on Thursday.", {
      outlet: "Lakes Wire",
      published: "2026-03-05",
    });
    const claim = ledger.claims.find((c) => c.via.length > 0)!;
    expect(claim.via).toEqual(["a0"]);
  });
});
