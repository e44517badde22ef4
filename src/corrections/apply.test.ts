import { describe, expect, it } from "vitest";
import type { Correction, CorrectionBody, FindingKind } from "../core/correction.ts";
import type { Ledger } from "../core/ledger.ts";
import { made } from "../dossier/made.ts";
import { anchorOf, likenessOf } from "./anchors.ts";
import { applyCorrections } from "./apply.ts";
import { checkedValue } from "./fields.ts";

const read = (more: { text?: string; act?: "state" | "deny" } = {}): Ledger =>
  made({
    id: "a",
    text: more.text,
    actors: { Taliban: { kind: "armed-group", entry: "taliban" } },
    events: [
      {
        at: "Kunduz",
        by: ["Taliban"],
        claims: [
          { source: "the army", killed: 13 },
          { source: "Taliban", act: more.act ?? "claim-responsibility", killed: 35 },
        ],
      },
      { type: "violence/bombing", at: "Herat", claims: [{ source: "police", killed: 2 }] },
    ],
  });

let n = 0;
function word(ledger: Ledger, kind: FindingKind, id: string, body: CorrectionBody): Correction {
  const checked =
    body.verdict === "correct" ? { ...body, value: checkedValue(ledger, kind, body.field, body.value) } : body;
  n++;
  const time = `2026-03-05T10:00:${String(n).padStart(2, "0")}Z`;
  return {
    id: `C-${n}`,
    report: ledger.report.id,
    finding: { kind, id },
    anchor: anchorOf(ledger, kind, id),
    likeness: likenessOf(ledger, kind, id),
    author: "ana",
    time,
    reason: "",
    ...checked,
  };
}

describe("corrections", () => {
  it("change what they say, keep what was before, and leave the machine's reading alone", () => {
    const machine = read();
    const frozen = JSON.stringify(machine);
    const { ledger, reviews } = applyCorrections(machine, [
      word(machine, "claim", "c1", { verdict: "correct", field: "act", value: "confirm" }),
    ]);
    expect(ledger.claims[0]!.act).toBe("confirm");
    expect(reviews).toMatchObject([
      { finding: { kind: "claim", id: "c1" }, state: "corrected", before: { act: "state" } },
    ]);
    expect(JSON.stringify(machine)).toBe(frozen);
  });

  it("a rejected event takes its claims along; a rejected actor its roles and claims", () => {
    const machine = read();
    const noEvent = applyCorrections(machine, [word(machine, "event", "e2", { verdict: "reject" })]).ledger;
    expect(noEvent.claims.map((c) => c.id)).toEqual(["c1", "c2"]);
    const taliban = machine.actors.find((a) => a.name === "Taliban")!.id;
    const noActor = applyCorrections(machine, [word(machine, "actor", taliban, { verdict: "reject" })]).ledger;
    expect(noActor.events[0]!.agent).toEqual([]);
    expect(noActor.claims.map((c) => c.id)).toEqual(["c1", "c3"]);
  });

  it("the last word on a finding holds", () => {
    const machine = read();
    const words = [
      word(machine, "claim", "c1", { verdict: "reject" }),
      word(machine, "claim", "c1", { verdict: "accept" }),
    ];
    expect(applyCorrections(machine, words).reviews[0]!.state).toBe("accepted");
    expect(applyCorrections(machine, [...words].reverse()).ledger.claims).toHaveLength(3);
  });

  it("a source may be given by id, by name, or be new", () => {
    const machine = read();
    const police = machine.actors.find((a) => a.name === "police")!.id;
    const source = (value: unknown) => {
      const { ledger } = applyCorrections(machine, [
        word(machine, "claim", "c1", { verdict: "correct", field: "source", value }),
      ]);
      return ledger.actors.find((a) => a.id === ledger.claims[0]!.source)!.name;
    };
    expect(source(police)).toBe("police");
    expect(source({ name: "Taliban", entry: "taliban" })).toBe("Taliban");
    expect(source({ name: "District council" })).toBe("District council");
  });

  it.each<[FindingKind, string, string, unknown, string]>([
    ["claim", "c1", "act", "shouts", "E-CORRECT-03"],
    ["claim", "c1", "colour", "red", "E-CORRECT-02"],
    ["event", "e1", "time", { start: "yesterday", end: "today", precision: "day" }, "E-CORRECT-03"],
    [
      "claim",
      "c1",
      "counts",
      [{ harm: "killed", whoText: "", low: "ten", high: null, bound: "exact" }],
      "E-CORRECT-03",
    ],
    ["claim", "c9", "act", "deny", "E-CORRECT-01"],
  ])("refuses %s %s %s", (kind, id, field, value, code) => {
    const machine = read();
    expect(() => word(machine, kind, id, { verdict: "correct", field, value })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe("after a re-reading", () => {
  it("finds its finding though ids changed", () => {
    const before = read();
    const correction = word(before, "claim", "c2", { verdict: "correct", field: "certainty", value: "probable" });
    const fresh = { ...before, claims: before.claims.map((c, i) => ({ ...c, id: `c${[7, 5, 6][i]}` })) };
    const { ledger, unanchored } = applyCorrections(fresh, [correction]);
    expect(unanchored).toEqual([]);
    expect(ledger.claims.find((c) => c.id === "c5")!.certainty).toBe("probable");
  });

  it("finds its words though the text was cut differently", () => {
    const before = read();
    const correction = word(before, "event", "e2", {
      verdict: "correct",
      field: "type",
      value: "violence/bombing/suicide",
    });
    const { ledger, unanchored } = applyCorrections(read({ text: "ADVERTISEMENT. Read more on page two. " }), [
      correction,
    ]);
    expect(unanchored).toEqual([]);
    expect(ledger.events.map((e) => e.type)).toEqual(["violence/armed-attack", "violence/bombing/suicide"]);
  });

  it("of two findings on the same words takes the one that is like it", () => {
    const before = read();
    const correction = word(before, "claim", "c2", { verdict: "reject" });
    const twin = { ...before.claims[1]!, id: "c8", source: before.claims[0]!.source, act: "state" as const };
    const { ledger } = applyCorrections({ ...before, claims: [twin, ...before.claims] }, [correction]);
    expect(ledger.claims.map((c) => c.id)).toEqual(["c8", "c1", "c3"]);
  });

  it("says so when nothing stands on its words any more", () => {
    const before = read();
    const correction = word(before, "claim", "c3", { verdict: "reject" });
    const fresh = { ...before, claims: before.claims.slice(0, 2) };
    const { ledger, unanchored } = applyCorrections(fresh, [correction]);
    expect(unanchored).toEqual([correction]);
    expect(ledger.claims).toHaveLength(2);
  });
});
