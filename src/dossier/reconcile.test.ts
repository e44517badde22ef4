import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision, Dossier } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import { type MadeEvent, made } from "./made.ts";
import { Reconciler, reconcile } from "./reconcile.ts";

const attack = (more: Partial<MadeEvent> = {}): MadeEvent => ({
  at: "Dasht-e-Archi",
  coordinates: [37.13, 69.17],
  day: "2020-01-28",
  by: ["Taliban"],
  on: ["Afghan army"],
  claims: [{ source: "Safiullah Amiri", killed: 13 }],
  ...more,
});
const report = (id: string, ...events: MadeEvent[]) =>
  made({ id, outlet: `Outlet ${id}`, published: "2020-01-30", events });
const groupsOf = (dossiers: readonly Dossier[]) =>
  dossiers.map((d) => d.members.map((m) => `${m.report.slice(7, 9)}/${m.event}`).sort()).sort();
const isOne = (a: MadeEvent, b: MadeEvent) => reconcile([report("a1", a), report("b2", b)]).length === 1;

describe("what is one event", () => {
  it.each<[string, Partial<MadeEvent>]>([
    ["the same told again", {}],
    ["rival figures", { claims: [{ source: "Taliban", killed: 35 }] }],
    ["the doer left out", { by: [] }],
    ["another word for what it was", { type: "violence/armed-clash" }],
    ["a night that falls on two days", { day: "2020-01-28" }],
    ["told without a day", { day: undefined }],
  ])("joins %s", (_, more) => expect(isOne(attack(), attack(more))).toBe(true));

  it.each<[string, Partial<MadeEvent>]>([
    ["the next day at the same place", { day: "2020-01-29", claims: [{ source: "a soldier", killed: 40 }] }],
    ["the same day far away", { at: "Lashkar Gah", coordinates: [31.59, 64.37] }],
    ["the same name in another country", { country: "IRN", coordinates: [35.7, 51.4] }],
    ["the same place years before", { day: "2007-10-21" }],
    ["what is only threatened", { stage: "threatened", day: undefined }],
    ["another kind of thing", { type: "speech/agreement", claims: [{ source: "a mediator" }] }],
  ])("keeps apart %s", (_, more) => expect(isOne(attack(), attack(more))).toBe(false));

  it("does not chain two events through a vague report", () => {
    const monday = report("a1", attack({ day: "2020-01-20" }));
    const friday = report("b2", attack({ day: "2020-01-28" }));
    const vague = report("c3", attack({ day: undefined }));
    const groups = groupsOf(reconcile([monday, vague, friday]));
    expect(groups.some((g) => g.includes("a1/e1") && g.includes("b2/e1"))).toBe(false);
  });

  it("takes for two what two reports each tell apart, and for one what a single report does", () => {
    const shelling: Partial<MadeEvent> = { type: "violence/shelling", claims: [{ source: "a medic", killed: 2 }] };
    const [a, b, c] = ["a1", "b2", "c3"].map((id) => report(id, attack(), attack(shelling))) as [
      Ledger,
      Ledger,
      Ledger,
    ];
    expect(groupsOf(reconcile([a, b, c]))).toEqual([
      ["a1/e1", "b2/e1", "c3/e1"],
      ["a1/e2", "b2/e2", "c3/e2"],
    ]);
  });

  it("takes for one what reports tell as two sides' versions of it", () => {
    const tell = (id: string) =>
      report(
        id,
        attack({ by: ["M23"], on: [], claims: [{ source: "the army", act: "accuse" }] }),
        attack({ by: ["the army"], on: [], claims: [{ source: "M23", act: "accuse" }] }),
      );
    expect(groupsOf(reconcile([tell("a1")]))).toEqual([["a1/e1", "a1/e2"]]);
    expect(groupsOf(reconcile([tell("a1"), tell("b2")]))).toEqual([["a1/e1", "a1/e2", "b2/e1", "b2/e2"]]);
  });

  it("keeps apart two attacks that one report tells of two doers as its own word", () => {
    const [first, second] = [attack({ by: ["M23"], on: [] }), attack({ by: ["the army"], on: [] })];
    expect(groupsOf(reconcile([report("a1", first, second), report("b2", first, second)]))).toEqual([
      ["a1/e1", "b2/e1"],
      ["a1/e2", "b2/e2"],
    ]);
  });

  it("lets near misses wait, with reasons for and against", () => {
    const dossiers = reconcile([report("a1", attack()), report("b2", attack({ day: "2020-01-29", claims: [] }))]);
    expect(dossiers).toHaveLength(2);
    const [waiting] = dossiers[0]!.waiting;
    expect(waiting?.for.map((r) => r.rule)).toContain("place/same");
    expect(waiting?.against.map((r) => r.rule)).toContain("time/next-day");
  });
});

const anyEvent: fc.Arbitrary<MadeEvent> = fc.record({
  at: fc.constantFrom("Goma", "Sake", "Kiwanja"),
  day: fc.option(fc.constantFrom("2020-01-27", "2020-01-28", "2020-01-29"), { nil: undefined }),
  type: fc.constantFrom("violence/armed-attack", "violence/armed-clash", "violence/bombing"),
  by: fc.constantFrom(["M23"], ["FDLR"], []),
  claims: fc.array(fc.record({ source: fc.constantFrom("the army", "a priest", "M23"), killed: fc.nat(40) }), {
    minLength: 1,
    maxLength: 2,
  }),
});
const anyLedgers = fc
  .array(fc.array(anyEvent, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 7 })
  .map((reports) => reports.map((events, i) => report(`${i}x`, ...events)));

describe("grouping", () => {
  it("does not depend on the order in which reports come in", () => {
    fc.assert(
      fc.property(
        anyLedgers.chain((ledgers) =>
          fc.tuple(fc.constant(ledgers), fc.shuffledSubarray(ledgers, { minLength: ledgers.length })),
        ),
        ([ledgers, shuffled]) => {
          expect(groupsOf(reconcile(shuffled))).toEqual(groupsOf(reconcile(ledgers)));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it("nor in a crowd, where more hang together than are regrouped at once", () => {
    const days = ["2020-01-27", "2020-01-28", undefined];
    const crowd = Array.from({ length: 130 }, (_, i) =>
      report(
        `${i}x`,
        attack({ day: days[i % 3], by: i % 2 ? ["Taliban"] : [], claims: [{ source: `s${i % 7}`, killed: i % 5 }] }),
      ),
    );
    const expected = groupsOf(reconcile(crowd));
    for (const seed of [1, 2, 3]) {
      const [shuffled] = fc.sample(fc.shuffledSubarray(crowd, { minLength: crowd.length }), { numRuns: 1, seed });
      expect(groupsOf(reconcile(shuffled!))).toEqual(expected);
    }
  });

  it("puts every event in exactly one dossier", () => {
    fc.assert(
      fc.property(anyLedgers, (ledgers) => {
        const members = reconcile(ledgers).flatMap((d) => d.members.map((m) => `${m.report}/${m.event}`));
        const all = ledgers.flatMap((l) => l.events.map((e) => `${l.report.id}/${e.id}`));
        expect(members.sort()).toEqual(all.sort());
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it("keeps the id of a dossier when later reports join it", () => {
    const first = report("a1", attack());
    const [before] = reconcile([first]);
    const [after] = reconcile([first, report("b2", attack())]);
    expect(after!.id).toBe(before!.id);
  });
});

describe("a coder's word", () => {
  const ledgers: readonly Ledger[] = [
    report("a1", attack()),
    report("b2", attack()),
    report("c3", attack({ day: "2020-01-29", claims: [] })),
  ];
  const ref = (i: number) => ({ report: ledgers[i]!.report.id, event: "e1" });
  const by = { author: "ana", time: "2020-02-01T00:00:00Z", reason: "" };
  const decide = (...decisions: Decision[]) => groupsOf(reconcile(ledgers, decisions));

  it("joins, and joins what hangs together with both", () => {
    expect(decide({ ...by, id: "1", kind: "join", a: ref(1), b: ref(2) })).toEqual([["a1/e1", "b2/e1", "c3/e1"]]);
  });
  it("parts for good", () => {
    expect(decide({ ...by, id: "1", kind: "never", a: ref(0), b: ref(1) })).toHaveLength(3);
  });
  it("splits members off", () => {
    expect(decide({ ...by, id: "1", kind: "split", members: [ref(0)], rest: [ref(1)] })).toHaveLength(3);
  });
  it("the later of two words on a pair wins", () => {
    const never = { ...by, id: "1", kind: "never", a: ref(0), b: ref(1) } as const;
    expect(
      decide(never, { ...by, id: "2", time: "2020-02-02T00:00:00Z", kind: "join", a: ref(0), b: ref(1) }),
    ).toContainEqual(["a1/e1", "b2/e1"]);
  });
  it("is undone exactly", () => {
    const reconciler = new Reconciler();
    for (const ledger of ledgers) reconciler.add(ledger);
    const byId = new Map(ledgers.map((l) => [l.report.id, l]));
    const before = reconciler.dossiers(byId);
    for (const decision of [
      { ...by, id: "1", kind: "join", a: ref(1), b: ref(2) },
      { ...by, id: "1", kind: "never", a: ref(0), b: ref(1) },
      { ...by, id: "1", kind: "split", members: [ref(0)], rest: [ref(1)] },
      { ...by, id: "1", kind: "hold", a: ref(0), b: ref(2) },
    ] as Decision[]) {
      reconciler.decide([decision]);
      reconciler.decide([]);
      const after = reconciler.dossiers(byId);
      expect(new Map(after.map((d) => [d.id, d]))).toEqual(new Map(before.map((d) => [d.id, d])));
    }
  });
});
