import { describe, expect, it } from "vitest";
import type { Dossier } from "../core/dossier.ts";
import { type MadeClaim, made } from "./made.ts";
import { reconcile } from "./reconcile.ts";

const event = {
  at: "Jolo",
  coordinates: [6.05, 121],
  country: "PHL",
  day: "2019-01-27",
  type: "violence/bombing",
} as const;
const tell = (id: string, outlet: string, published: string, claims: MadeClaim[], actors = {}) =>
  made({ id, outlet, published, actors, events: [{ ...event, claims }] });
const only = (dossiers: readonly Dossier[]): Dossier => {
  expect(dossiers).toHaveLength(1);
  return dossiers[0]!;
};
const names = (d: Dossier, standing: string) => d.origins.filter((o) => o.standing === standing).map((o) => o.actor);

describe("origins", () => {
  it("one statement in two papers is one origin, by whatever way it came", () => {
    const d = only(
      reconcile([
        tell("a", "Sulu Wire", "2019-01-27", [
          { source: "Islamic State", via: ["Amaq", "SITE"], act: "claim-responsibility", killed: 120 },
        ]),
        tell("b", "Threat Brief", "2019-01-28", [
          { source: "Islamic State", via: ["Nashir"], act: "claim-responsibility", killed: 120 },
        ]),
      ]),
    );
    expect(d.independent).toBe(1);
    expect(d.origins[0]!.carriedBy.map((c) => c.via)).toEqual([
      ["Amaq", "SITE", "Sulu Wire"],
      ["Nashir", "Threat Brief"],
    ]);
  });

  it("a body, its press page and its spokesman are one; an army and its ministry are two", () => {
    const actors = {
      "Army Bulletin": { kind: "media", memberOf: "Philippine army" },
      "Col Besana": { kind: "person", memberOf: "Philippine army" },
      "Philippine army": { kind: "state-forces", memberOf: "Ministry of Defence" },
      "Ministry of Defence": { kind: "government" },
    } as const;
    const d = only(
      reconcile([
        tell("a", "Army Bulletin", "2019-01-27", [{ source: "Army Bulletin", killed: 18 }], actors),
        tell(
          "b",
          "Wire",
          "2019-01-28",
          [{ source: "Col Besana", killed: 18 }, { source: "Ministry of Defence" }],
          actors,
        ),
      ]),
    );
    expect(names(d, "origin").sort()).toEqual(["Ministry of Defence", "Philippine army"]);
  });

  it("an outlet's own voice and those who only deny are no origins", () => {
    const d = only(
      reconcile([
        tell("a", "Wire", "2019-01-27", [
          { source: "Wire", killed: 20 },
          { source: "suspects", act: "deny", negative: true },
        ]),
      ]),
    );
    expect(d.independent).toBe(0);
    expect([names(d, "voice"), names(d, "objector")]).toEqual([["Wire"], ["suspects"]]);
  });

  it("an outlet that another quotes is no origin of what its own report relays", () => {
    const d = only(
      reconcile([
        tell("a", "Sulu Wire", "2019-01-27", [{ source: "the mayor", killed: 20 }]),
        tell("b", "Digest", "2019-01-28", [{ source: "Sulu Wire", killed: 20 }], { "Sulu Wire": { kind: "media" } }),
      ]),
    );
    expect(names(d, "origin")).toEqual(["the mayor"]);
  });

  it("says who is a party and which camp each is in", () => {
    const ledger = made({
      id: "a",
      actors: { "Abu Sayyaf": { kind: "armed-group" }, nurse: { kind: "witness" } },
      events: [
        {
          ...event,
          by: ["Abu Sayyaf"],
          claims: [{ source: "Abu Sayyaf", act: "claim-responsibility" }, { source: "nurse" }],
        },
      ],
    });
    const d = only(reconcile([ledger]));
    expect(d.origins.map((o) => [o.actor, o.camp, o.party])).toEqual([
      ["Abu Sayyaf", "armed-group", true],
      ["nurse", "medical-or-witness", false],
    ]);
  });
});

describe("matrix", () => {
  const row = (d: Dossier, field: string) => d.matrix.find((r) => r.field === field)!;

  it("joins the revisions of one origin and keeps both figures", () => {
    const d = only(
      reconcile([
        tell("a", "Wire", "2019-01-27", [{ source: "police", killed: 27 }]),
        tell("b", "Wire", "2019-01-29", [{ source: "police", killed: 20 }]),
      ]),
    );
    const [first, second] = row(d, "killed:people").cells;
    expect([first!.value, second!.value].map((v) => (v?.kind === "toll" ? v.low : null))).toEqual([27, 20]);
    expect(second!.supersedes).toBe(first!.id);
    expect(row(d, "killed:people").verdict).toBe("one-voice");
  });

  it.each<[string, NonNullable<MadeClaim["besides"]>, string[]]>([
    [
      "an earlier figure is the one replaced",
      [{ killed: 12, role: "earlier" }],
      ["people 12", "people 18 for people 12"],
    ],
    ["a part of the people is no version of them", [{ killed: 5, whose: "children", role: "part" }], ["people 18"]],
    [
      "a part of another side has its own row",
      [{ killed: 2, whose: "soldiers", role: "part" }],
      ["people 18", "soldiers 2"],
    ],
    ["two figures that both stand", [{ killed: 2, whose: "soldiers", role: "revised" }], ["people 18", "soldiers 2"]],
  ])("%s", (_, besides, expected) => {
    const d = only(reconcile([tell("a", "Wire", "2019-01-27", [{ source: "police", killed: 18, besides }])]));
    const cells = d.matrix.flatMap(({ cells }) => cells.filter(({ value }) => value?.kind === "toll"));
    const words = (id: string | null): string => {
      const { value, supersedes } = cells.find((cell) => cell.id === id)!;
      const toll = value as { who: string; low: number };
      return `${toll.who} ${toll.low}${supersedes ? ` for ${words(supersedes)}` : ""}`;
    };
    expect(cells.map(({ id }) => words(id)).sort()).toEqual(expected);
  });

  it.each<[string, MadeClaim[], string]>([
    [
      "two numbers only differ",
      [
        { source: "police", killed: 20 },
        { source: "hospital", killed: 23 },
      ],
      "differ",
    ],
    [
      "a bound that holds the number agrees",
      [
        { source: "police", killed: 20 },
        { source: "hospital", killed: [10, null] },
      ],
      "agree",
    ],
    [
      "a denial contradicts",
      [
        { source: "police", killed: 20 },
        { source: "army", act: "deny", negative: true, killed: 20 },
      ],
      "contradict",
    ],
    [
      "own revision of a denial does not",
      [
        { source: "army", act: "deny", negative: true, killed: 100 },
        { source: "army", act: "confirm", killed: 23 },
      ],
      "one-voice",
    ],
    [
      "a doubt makes it differ",
      [
        { source: "police", killed: 20 },
        { source: "monitor", act: "doubt", killed: 20 },
      ],
      "differ",
    ],
    ["one is one voice", [{ source: "police", killed: 20 }], "one-voice"],
  ])("%s", (_, claims, verdict) => {
    const d = only(reconcile([tell("a", "Wire", "2019-01-27", claims)]));
    expect(row(d, "killed:people").verdict).toBe(verdict);
  });

  it("silence is a value, and does not make anybody agree", () => {
    const d = only(
      reconcile([tell("a", "Wire", "2019-01-27", [{ source: "police", killed: 20 }, { source: "mayor" }])]),
    );
    expect(row(d, "killed:people").cells.map((c) => c.stance)).toEqual(["asserts", "silent"]);
    expect(row(d, "killed:people").verdict).toBe("one-voice");
  });

  it("a source that only counts the dead is not made to name the killers", () => {
    const ledger = made({
      id: "a",
      events: [
        {
          ...event,
          by: ["Abu Sayyaf"],
          claims: [
            { source: "hospital", killed: 20 },
            { source: "Abu Sayyaf", act: "claim-responsibility" },
          ],
        },
      ],
    });
    const cells = row(only(reconcile([ledger])), "agent").cells;
    expect(cells.map((c) => [c.origin, c.stance])).toEqual([
      ["hospital", "silent"],
      ["abu-sayyaf", "asserts"],
    ]);
  });

  it("who denies or doubts an event says nothing of its day and place", () => {
    const claims: MadeClaim[] = [
      { source: "police" },
      { source: "army", act: "deny", negative: true },
      { source: "monitor", act: "doubt" },
    ];
    const d = only(reconcile([tell("a", "Wire", "2019-01-27", claims)]));
    for (const field of ["place", "time"]) {
      expect(row(d, field).cells.map((c) => c.stance)).toEqual(["asserts", "silent", "silent"]);
      expect(row(d, field).verdict).toBe("one-voice");
    }
    expect(row(d, "what").verdict).toBe("contradict");
  });

  it("who says that others did it denies his part, not the event", () => {
    const told = (id: string, by: string, claims: MadeClaim[]) =>
      made({ id, published: "2019-01-27", events: [{ ...event, by: [by], claims }] });
    const d = only(
      reconcile([
        told("a", "army", [
          { source: "army", act: "deny", negative: true, naming: ["army"] },
          { source: "police", naming: ["army"] },
        ]),
        told("b", "rebels", [{ source: "army", act: "accuse", naming: ["rebels"] }]),
      ]),
    );
    const stances = (field: string) => row(d, field).cells.map((c) => `${c.origin} ${c.stance}`);
    expect(stances("what")).toEqual(["army asserts", "police asserts"]);
    expect(row(d, "what").verdict).toBe("agree");
    expect(stances("agent")).toEqual(["army denies", "army asserts", "police asserts"]);
    expect(row(d, "agent").verdict).toBe("contradict");
  });

  it("a denial that its source takes back later is revised", () => {
    const d = only(
      reconcile([
        tell("a", "Wire", "2019-01-27", [{ source: "army", act: "deny", negative: true }, { source: "police" }]),
        tell("b", "Wire", "2019-01-29", [{ source: "army", act: "confirm" }]),
      ]),
    );
    const [denied, confirmed] = row(d, "what").cells;
    expect([denied!.stance, confirmed!.stance, confirmed!.supersedes]).toEqual(["denies", "asserts", denied!.id]);
    expect(row(d, "what").verdict).toBe("agree");
  });

  it("swapping the names of two sides changes the names and nothing else", () => {
    const told = (x: string, y: string) =>
      made({
        id: "a",
        actors: { [x]: { kind: "armed-group" }, [y]: { kind: "armed-group" } },
        events: [
          {
            ...event,
            by: [x],
            on: [y],
            claims: [
              { source: x, killed: 3, whose: y },
              { source: y, act: "deny", negative: true },
            ],
          },
        ],
      });
    const swap = (s: string) =>
      s.replace(
        /Alpha|Omega|alpha|omega/g,
        (n) => ({ Alpha: "Omega", Omega: "Alpha", alpha: "omega", omega: "alpha" })[n]!,
      );
    const plain = (l: ReturnType<typeof told>) => JSON.stringify(reconcile([l]));
    expect(swap(plain(told("Alpha", "Omega")))).toBe(plain(told("Omega", "Alpha")));
  });

  it("names a side neutrally, whatever a report calls those who were killed", () => {
    const told = tell("a", "Wire", "2019-01-27", [{ source: "army", killed: 11, whose: "rats" }]);
    const text = `${told.report.text}rats`;
    const d = only(
      reconcile([
        {
          ...told,
          report: { ...told.report, text },
          loaded: [{ span: [text.length - 4, text.length], kind: "dehumanising", neutral: "opponents" }],
        },
      ]),
    );
    expect(JSON.stringify(d.matrix)).not.toContain("rats");
    expect(JSON.stringify(d.matrix)).toContain("opponents");
  });
});
