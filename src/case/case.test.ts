import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dossier } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import { type MadeEvent, made } from "../dossier/made.ts";
import { reconcile } from "../dossier/reconcile.ts";
import type { Case } from "./case.ts";
import { openCase } from "./open.ts";
import type { Reader } from "./reader.ts";

let place: string;
let opened: Case;
let version = "1";
let clock = 0;

/** Reads "SOURCE: N killed at PLACE on DAY" lines as claims: what is under test is the case, not the engine. Another version numbers its claims otherwise. */
const reader: Reader = {
  width: 2,
  engine: async () => ({ version, lexicon: "" }),
  read: async (content, options) => {
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    if (text.includes("UNREADABLE")) throw new Error("no words in it");
    const events: MadeEvent[] = [...text.matchAll(/^(.+): (\d+) killed at (\w+) on (\S+)$/gm)].map((m) => ({
      at: m[3]!,
      coordinates: [m[3]!.length, m[3]!.length * 7],
      day: m[4]!,
      type: "violence/bombing",
      claims: [{ source: m[1]!, killed: Number(m[2]) }],
    }));
    const ledger = made({
      id: "0",
      outlet: options.outlet ?? "Wire",
      published: options.published ?? "2026-03-06",
      text: `${text}\n\n`,
      events,
    });
    const hash = [
      ...(await crypto.subtle
        .digest("SHA-256", new TextEncoder().encode(ledger.report.text))
        .then((b) => new Uint8Array(b))),
    ];
    const id = `sha256:${hash.map((b) => b.toString(16).padStart(2, "0")).join("")}`;
    const claims = version === "1" ? ledger.claims : ledger.claims.map((c) => ({ ...c, id: `${c.id}0` }));
    return { ...ledger, claims, report: { ...ledger.report, id } };
  },
  readInFull: () => Promise.reject(new Error("not under test")),
  close: async () => {},
};

const open = () =>
  openCase(join(place, "case.hearsay"), { reader, now: () => new Date(Date.UTC(2026, 2, 7, 0, 0, clock++)) });
const add = (...texts: string[]) => opened.add(texts.map((text) => ({ kind: "text", text })));
const whole = async (c: Case): Promise<Map<string, Dossier>> => {
  const { items } = await c.dossiers({ limit: 1000 });
  return new Map(await Promise.all(items.map(async ({ id }) => [id, await c.dossier(id)] as const)));
};

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "hearsay-case-"));
  version = "1";
  opened = await open();
});
afterEach(async () => {
  await opened.close();
  await rm(place, { recursive: true });
});

const A = "Hospital: 12 killed at Goma on 2026-03-05";
const B = "Army: 15 killed at Goma on 2026-03-05";
const C = "Priest: 3 killed at Butembo on 2026-03-05";
const NEXT = "Colonel: 12 killed at Goma on 2026-03-06";

describe("adding", () => {
  it("takes what it can, says what failed and why, and goes on where it was", async () => {
    const folder = join(place, "in");
    await mkdir(join(folder, "deep"), { recursive: true });
    await writeFile(join(folder, "a.txt"), A);
    await writeFile(join(folder, "bad.txt"), "UNREADABLE");
    await writeFile(join(folder, "deep", "b.txt"), B);
    await writeFile(join(folder, "picture.jpg"), "no report");
    const progress: number[] = [];
    const first = await opened.add(
      [
        { kind: "path", path: folder },
        { kind: "path", path: join(place, "nowhere") },
      ],
      { onProgress: (p) => progress.push(p.done) },
    );
    expect(first.read.map((r) => r.name.slice(folder.length))).toEqual(["/a.txt", "/deep/b.txt"]);
    expect(first.failed.map((f) => [f.name.slice(place.length), f.code])).toEqual(
      expect.arrayContaining([
        ["/in/bad.txt", "E-INTAKE-99"],
        ["/nowhere", "E-INTAKE-03"],
      ]),
    );
    expect(progress).toEqual([1, 2, 3, 4]);
    await writeFile(join(folder, "c.txt"), C);
    const second = await opened.add([{ kind: "path", path: folder }]);
    expect([second.read.length, second.skipped.map((s) => s.why)]).toEqual([1, ["known", "known"]]);
  });

  it("updates the rows of a table by their id instead of adding them again", async () => {
    const table = (rows: string) =>
      ({ kind: "bytes", name: "table.csv", bytes: new TextEncoder().encode(`id,text,date,source\n${rows}`) }) as const;
    expect(
      (await opened.add([table(`1,"${A}",2026-03-06,Herald\n2,"${C}",2026-03-06,Post\n3,,2026-03-06,Post\n`)])).failed,
    ).toMatchObject([{ code: "E-INTAKE-15" }]);
    const again = await opened.add([
      table(`1,"${A.replace("12", "14")}",2026-03-07,Herald\n2,"${C}",2026-03-06,Post\n`),
    ]);
    expect([again.read.length, again.updated.length, again.skipped.length]).toEqual([0, 1, 1]);
    const { items, total } = await opened.reports();
    expect(total).toBe(2);
    expect(items.map((r) => r.outlet).sort()).toEqual(["Herald", "Post"]);
    expect((await opened.dossiers()).items.map((d) => d.killed?.low).sort()).toEqual([14, 3]);
  });

  it("--offline refuses an address", async () => {
    const { failed } = await opened.add([{ kind: "url", url: "https://example.org/report" }], { offline: true });
    expect(failed).toMatchObject([{ code: "E-INTAKE-01" }]);
  });

  it("verify finds nothing wrong, and a changed original", async () => {
    await add(A);
    expect((await opened.verify()).faults).toEqual([]);
    const { default: Libsql } = await import("libsql");
    const raw = new Libsql(join(place, "case.hearsay"));
    raw.exec("UPDATE original SET bytes = x'00'");
    raw.close();
    expect((await opened.verify()).faults).toMatchObject([{ what: expect.stringContaining("its hash differs") }]);
  });
});

describe("dossiers of a case", () => {
  it("are what a batch run over the same ledgers gives, whatever the order and the portions", async () => {
    const texts = [A, C, NEXT, B, `${A}\n${C}`];
    for (const text of texts) await add(text);
    const ledgers: Ledger[] = await Promise.all(
      (await opened.reports({ limit: 100 })).items.map(async (r) => (await opened.report(r.id)).machine),
    );
    const groups = (all: Iterable<Dossier>) =>
      [...all]
        .map((d) =>
          d.members
            .map((m) => `${m.report}/${m.event}`)
            .sort()
            .join(),
        )
        .sort();
    expect(groups((await whole(opened)).values())).toEqual(groups(reconcile(ledgers)));
  });

  it("grouped anew, are the same whatever the order of adding, also in a crowd; decisions stay in force", async () => {
    const days = ["2020-01-27", "2020-01-28", undefined];
    const crowd = Array.from({ length: 90 }, (_, i) =>
      made({
        id: `${i}x`,
        published: "2020-01-30",
        events: [{ at: "Jolo", day: days[i % 3], claims: [{ source: `s${i % 7}`, killed: i % 5 }] }],
      }),
    );
    const groups = async () =>
      [...(await whole(opened)).values()].map((d) => d.members.map((m) => m.report).sort().join()).sort(); // biome-ignore format: one thought
    await opened.addLedgers(crowd);
    await opened.regroup();
    const once = await groups();
    expect(once).toEqual(
      reconcile(crowd).map((d) => d.members.map((m) => m.report).sort().join()).sort(), // biome-ignore format: one thought
    );
    for (const { id } of (await opened.reports({ limit: 1000 })).items) await opened.remove(id);
    await opened.addLedgers([...crowd].reverse());
    await opened.regroup();
    expect(await groups()).toEqual(once);
    const [a, b] = [crowd[0]!, crowd[3]!].map((l) => ({ report: l.report.id, event: "e1" }));
    await opened.decide({ kind: "never", a: a!, b: b!, author: "ana", reason: "" });
    await opened.regroup();
    expect((await opened.dossierOf(a!)).id).not.toBe((await opened.dossierOf(b!)).id);
  });

  it("find a pair that waits, and forget it when it is decided", async () => {
    await add(A, NEXT);
    const { items } = await opened.queue();
    expect(items).toHaveLength(1);
    const { id } = await opened.decide({
      kind: "hold",
      a: items[0]!.a.ref,
      b: items[0]!.b.ref,
      author: "ana",
      reason: "ask the stringer",
    });
    expect((await opened.queue()).total).toBe(0);
    await opened.undo(id, "ana");
    expect((await opened.queue()).total).toBe(1);
  });

  it("a join, a never and a split are undone exactly", async () => {
    await add(A, B, NEXT);
    const before = await whole(opened);
    const ref = async (words: string) => ({ report: (await opened.search(words)).items[0]!.report, event: "e1" });
    const [a, b, next] = [await ref("Hospital"), await ref("Army"), await ref("Colonel")];
    for (const body of [
      { kind: "join", a, b: next },
      { kind: "never", a, b },
      { kind: "split", members: [a], rest: [b] },
      {
        kind: "value",
        member: a,
        field: "killed:people",
        rule: "ana's count",
        value: { kind: "toll", low: 12, high: 12, bound: "exact", who: "people" },
      },
    ] as const) {
      const { id } = await opened.decide({ ...body, author: "ana", reason: "" });
      expect(await whole(opened)).not.toEqual(before);
      await opened.undo(id, "ben");
      expect(await whole(opened)).toEqual(before);
      await expect(opened.undo(id, "ben")).rejects.toMatchObject({ code: "E-CASE-06" });
    }
    expect((await opened.history()).items.map((i) => i.undone?.author)).toEqual(["ben", "ben", "ben", "ben"]);
  });

  it("lose what a removed report told", async () => {
    await add(A, B);
    const { items } = await opened.search("12");
    await opened.remove(items[0]!.report);
    const [only] = (await whole(opened)).values();
    expect(only!.members).toHaveLength(1);
    expect((await opened.counts()).reports).toBe(1);
  });
});

describe("corrections in a case", () => {
  const claim = async () => {
    const { items } = await opened.reports({ words: "Hospital" });
    return {
      report: items[0]!.id,
      finding: { kind: "claim", id: "c1" } as const,
      author: "ana",
      reason: "read it again",
    };
  };

  it("change dossiers and exports, survive a re-reading by another engine, and are undone exactly", async () => {
    await add(A, B);
    const before = await whole(opened);
    const counts = [{ harm: "killed", whoText: "people", low: 11, high: 11, bound: "exact" }];
    const { id } = await opened.correct({ ...(await claim()), verdict: "correct", field: "counts", value: counts });
    const low = async () => (await opened.dossiers()).items[0]!.killed!.low;
    expect(await low()).toBe(11);
    expect((await opened.export({ format: "csv" })).text).toMatch(/,11,11,exact,.*corrected/);
    version = "2";
    expect((await opened.reread()).failed).toEqual([]);
    expect(await low()).toBe(11);
    const view = await opened.report((await claim()).report);
    expect(view.unanchored).toEqual([]);
    expect([view.reviews[0]!.finding.id, view.machine.claims[0]!.counts[0]!.low]).toEqual(["c10", 12]);
    version = "1";
    await opened.reread();
    await opened.undo(id, "ana");
    expect(await whole(opened)).toEqual(before);
  });

  it("a decision on events survives a re-reading too", async () => {
    await add(A, NEXT);
    const [item] = (await opened.queue()).items;
    await opened.decide({ kind: "join", a: item!.a.ref, b: item!.b.ref, author: "ana", reason: "" });
    version = "2";
    await opened.reread();
    expect((await opened.dossiers()).items.map((d) => d.reports)).toEqual([2]);
  });

  it("a note stands beside a claim and a report, in exports too, changes nothing read, and is undone", async () => {
    await add(A, B);
    const before = await whole(opened);
    const { report } = await claim();
    const { id } = await opened.correct({ ...(await claim()), reason: "their own list", verdict: "note" });
    await opened.correct({
      ...(await claim()),
      finding: { kind: "report", id: report },
      reason: "seen in print",
      verdict: "note",
    });
    const view = await opened.report(report);
    expect(view.notes.map((n) => [n.finding.kind, n.words])).toEqual([
      ["claim", "their own list"],
      ["report", "seen in print"],
    ]);
    expect(view.reviews).toEqual([]);
    expect(await whole(opened)).toEqual(before);
    expect((await opened.export({ format: "csv" })).text).toContain("ana: their own list,ana: seen in print");
    expect((await opened.export({ format: "html" })).text).toContain("Note, ana: their own list");
    await opened.undo(id, "ana");
    expect((await opened.report(report)).notes).toHaveLength(1);
    await expect(opened.correct({ ...(await claim()), reason: " ", verdict: "note" })).rejects.toMatchObject({
      code: "E-CORRECT-04",
    });
  });

  it("leave a pair that a coder put off out of the queue", async () => {
    await add(A, NEXT);
    const [item] = (await opened.queue()).items;
    await opened.decide({ kind: "hold", a: item!.a.ref, b: item!.b.ref, author: "ana", reason: "" });
    await opened.correct({ ...(await claim()), verdict: "correct", field: "certainty", value: "possible" });
    expect((await opened.queue()).total).toBe(0);
  });

  it("a rejected claim leaves the dossier and stays in the history", async () => {
    await add(A, B);
    await opened.correct({ ...(await claim()), verdict: "reject" });
    const [dossier] = (await whole(opened)).values();
    expect(dossier!.origins.map((o) => o.actor)).toEqual(["Army"]);
    expect((await opened.history()).total).toBe(1);
  });
});

describe("aliases", () => {
  const JUND = "Jund al Khilafa: 12 killed at Goma on 2026-03-05";
  const BRIGADE = "Jund al-Khilafah Brigade: 12 killed at Goma on 2026-03-05";
  const origins = async () => [...(await whole(opened)).values()].map((d) => d.origins.map((o) => o.actor));

  it("join two names for the whole case, later reports too, and are undone exactly", async () => {
    await add(JUND, A);
    await add(BRIGADE);
    const before = await whole(opened);
    const { items, total } = await opened.aliases();
    expect([total, items[0]!.a.name, items[0]!.b.name]).toEqual([1, "Jund al Khilafa", "Jund al-Khilafah Brigade"]);
    expect(items[0]!.for.map((r) => r.rule)).toContain("alias/contained");
    expect(items[0]!.a.quote).toContain("Jund al Khilafa");
    const { a, b } = items[0]!;
    const pick = ({ name, entry }: typeof a) => ({ name, entry });
    const body = { kind: "alias", a: pick(a), b: pick(b), author: "ana", reason: "same flag" } as const;
    const joined = await opened.decide({ ...body, verdict: "one" });
    const apart = (await origins()).flat().length;
    expect([...before.values()].flatMap((d) => d.origins)).toHaveLength(apart + 1);
    expect((await opened.aliases()).total).toBe(0);
    await add("Soldiers: 3 killed at Beni on 2026-03-01\nJund al-Khilafah Brigade: 4 killed at Beni on 2026-03-01");
    const [latest] = (await opened.reports()).items;
    await opened.remove(latest!.id);
    await opened.undo(joined.id, "ben");
    expect(await whole(opened)).toEqual(before);
    await opened.decide({ ...body, verdict: "never" });
    expect((await opened.aliases()).total).toBe(0);
    expect(await whole(opened)).toEqual(before);
    expect((await opened.history()).items.map((i) => i.undone?.author)).toEqual([undefined, "ben"]);
  });

  it("refuse a name that no report has, and an actor with itself", async () => {
    await add(JUND);
    const a = { name: "Jund al Khilafa", entry: null };
    const decide = (b: string) =>
      opened.decide({ kind: "alias", verdict: "one", a, b: { name: b, entry: null }, author: "ana", reason: "" });
    await expect(decide("Nobody")).rejects.toMatchObject({ code: "E-CASE-08" });
    await expect(decide("the Jund al-Khilafa")).rejects.toMatchObject({ code: "E-CASE-09" });
  });
});

describe("comparing and finding", () => {
  it("diff sets two outlets side by side", async () => {
    await opened.add([
      { kind: "text", text: A, outlet: "Herald" },
      { kind: "text", text: `${B}\n${C}`, outlet: "Post" },
    ]);
    const diff = await opened.diff("herald", "Post");
    const killed = diff.shared[0]!.rows.find((r) => r.field === "killed:people");
    expect(killed).toMatchObject({ verdict: "differ", a: ["Hospital: 12"], b: ["Army: 15"] });
    expect([diff.onlyA.length, diff.onlyB.length]).toEqual([0, 1]);
    await expect(opened.diff("Herald", "Nobody")).rejects.toMatchObject({ code: "E-CASE-01" });
  });

  it("search marks its hits in the excerpt", async () => {
    await add(A);
    const [hit] = (await opened.search("GOMA killed")).items;
    expect(hit!.hits.map(([s, e]) => hit!.excerpt.slice(s, e))).toEqual(expect.arrayContaining(["killed", "Goma"]));
    expect(hit!.dossiers).toHaveLength(1);
  });
});
