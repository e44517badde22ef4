import { describe, expect, it } from "vitest";
import type { Ledger } from "../core/ledger.ts";
import type { Profile } from "../dossier/profile.ts";
import { bareLedger } from "./bare-ledger.ts";
import type { DossierHead, Store, StoredReport } from "./store.ts";

const reportOf = (ledger: Ledger, more: Partial<StoredReport> = {}): StoredReport => ({
  id: ledger.report.id,
  order: 0,
  name: "a.txt",
  original: `sha256:${ledger.report.text}`,
  mediaType: "text/plain",
  externalId: null,
  added: "2026-03-05T10:00:00.000Z",
  copyOf: null,
  given: {},
  ledger,
  ...more,
});

const profileOf = (report: string, event: string): Profile => ({
  ref: { report, event },
  key: `${report}/${event}`,
  order: 0,
  anchor: `${report}${event}`,
  type: "violence/bombing",
  stage: "accomplished",
  contested: false,
  time: null,
  published: null,
  place: null,
  agents: [],
  targets: [],
  tolls: [],
  things: [],
  nearby: [],
  story: [],
  copyGroup: report,
});

const headOf = (id: string, more: Partial<DossierHead> = {}): DossierHead => ({
  id,
  title: `Bombing ${id}`,
  type: "violence/bombing",
  place: null,
  start: "2026-03-05",
  end: "2026-03-05",
  timePrecision: "day",
  reports: 1,
  independent: 1,
  killedLow: null,
  killedHigh: null,
  verdict: "one-voice",
  waiting: 0,
  actors: [],
  ...more,
});

const ALL = { offset: 0, limit: 100 };

/** What every store must do. `open` opens the same place again and again; `fresh` gives a new place. */
export function conforms(name: string, fresh: () => Promise<{ open: () => Store; end: () => Promise<void> }>): void {
  const withStore = (what: string, work: (store: Store, again: () => Store) => Promise<void>) =>
    it(what, async () => {
      const { open, end } = await fresh();
      const opened: Store[] = [];
      const again = () => {
        const store = open();
        opened.push(store);
        return store;
      };
      try {
        await work(again(), again);
      } finally {
        for (const store of opened) await store.close();
        await end();
      }
    });

  describe(`store: ${name}`, () => {
    withStore("hands back a report as it was kept, also after it is opened again", async (store, again) => {
      const ledger = bareLedger("Rebels shelled a camp near Goma — “at dawn”.", {
        title: "Çamp 🏕",
        outlet: "Wire",
        published: "2026-03-05",
      });
      const report = reportOf(ledger, { given: { title: "Çamp 🏕" }, externalId: "t#1" });
      const order = await store.write((w) => w.putReport(report, null, []));
      const back = await again().report(ledger.report.id);
      expect(back).toEqual({ ...report, order });
      expect(await store.reportByExternalId("t#1")).toBe(ledger.report.id);
      expect(await store.reportByExternalId("t#2")).toBeNull();
      expect(await store.report("sha256:none")).toBeNull();
    });

    withStore("keeps original bytes to the byte, and once", async (store) => {
      const bytes = Uint8Array.from([0, 255, 10, 13, 0, 128]);
      await store.write(async (w) => {
        await w.putOriginal("h", bytes);
        await w.putOriginal("h", bytes);
      });
      expect([...(await store.original("h"))!]).toEqual([...bytes]);
      expect(await store.original("other")).toBeNull();
    });

    withStore("leaves nothing behind when the work throws", async (store) => {
      const ledger = bareLedger("one");
      const work = store.write(async (w) => {
        await w.putReport(reportOf(ledger), null, []);
        throw new Error("half-way");
      });
      await expect(work).rejects.toThrow("half-way");
      expect(await store.reportIds()).toEqual([]);
    });

    withStore("shows a second opener what is committed, and nothing else", async (store, again) => {
      const other = again();
      await store.write(async (w) => {
        await w.putReport(reportOf(bareLedger("seen")), null, []);
      });
      expect(await other.reportIds()).toHaveLength(1);
    });

    withStore(
      "finds words whatever their case and diacritics, phrases, beginnings, and what is left out",
      async (store) => {
        await store.write(async (w) => {
          await w.putReport(reportOf(bareLedger("The army shelled Dağlıca on Sunday.")), null, []);
          await w.putReport(reportOf(bareLedger("On Sunday the shelled army rested.")), null, []);
        });
        const found = async (words: string) => (await store.search(words, ALL)).total;
        expect(await found("daglıca")).toBe(1);
        expect(await found("ARMY sunday")).toBe(2);
        expect(await found('"army shelled"')).toBe(1);
        expect(await found("shell*")).toBe(2);
        expect(await found("sunday -rested")).toBe(1);
        expect(await found("navy")).toBe(0);
        expect(await found('"; DROP TABLE report; --')).toBe(0);
        expect(await found("*")).toBe(0);
      },
    );

    withStore("lists reports by filter and order, with the whole total", async (store) => {
      await store.write(async (w) => {
        for (const [i, outlet] of ["Wire", "Herald", "Wire"].entries()) {
          await w.putReport(reportOf(bareLedger(`text ${i}`, { outlet, published: `2026-03-0${i + 1}` })), null, []);
        }
      });
      const list = await store.listReports({ outlet: "Wire", sort: "published" }, { offset: 0, limit: 1 });
      expect(list.total).toBe(2);
      expect(list.items.map((h) => h.published)).toEqual(["2026-03-03"]);
      expect((await store.listReports({ from: "2026-03-02", until: "2026-03-02" }, ALL)).items).toHaveLength(1);
      expect((await store.listReports({ words: "text" }, ALL)).total).toBe(3);
    });

    withStore("finds events under the keys they were posted under, of a crowded key the latest", async (store) => {
      await store.write(async (w) => {
        for (let i = 0; i < 5; i++)
          await w.putProfiles([{ profile: profileOf("r", `e${i}`), posts: ["crowded", `own${i}`] }]);
      });
      expect((await store.posted(["own3"], 10)).map((p) => p.ref.event)).toEqual(["e3"]);
      expect((await store.posted(["crowded"], 2)).map((p) => p.ref.event)).toEqual(["e3", "e4"]);
      expect(await store.posted(["absent"], 10)).toEqual([]);
      expect((await store.posted(["own1", "own2", "own1"], 10)).length).toBe(2);
    });

    withStore("gives events their order of arrival, and keeps it when they are put anew", async (store) => {
      await store.write((w) =>
        w.putProfiles([
          { profile: profileOf("r", "e1"), posts: ["k"] },
          { profile: profileOf("r", "e2"), posts: ["k"] },
        ]),
      );
      const before = await store.profilesOfReport("r");
      await store.write(async (w) => {
        await w.removeProfiles("r", new Set(["r/e1"]));
        await w.putProfiles([{ profile: profileOf("r", "e1"), posts: ["k2"] }]);
      });
      const after = await store.profilesOfReport("r");
      expect(after.map((p) => [p.key, p.order])).toEqual([["r/e1", before[0]!.order]]);
      expect(await store.posted(["k"], 10)).toEqual([]);
    });

    withStore(
      "keeps pairs, and lists those that wait: across dossiers, unsettled, one a pair of dossiers",
      async (store) => {
        const keys = ["r/a", "s/b", "t/c"];
        await store.write(async (w) => {
          await w.putProfiles(keys.map((key) => ({ profile: profileOf(key[0]!, key[2]!), posts: [] })));
          await w.putEdges([
            { a: "r/a", b: "s/b", score: -0.5 },
            { a: "r/a", b: "t/c", score: -0.2 },
            { a: "s/b", b: "t/c", score: 2 },
          ]);
          await w.setDossiers(
            new Map([
              ["r/a", "d-1"],
              ["s/b", "d-2"],
              ["t/c", "d-2"],
            ]),
          );
        });
        expect((await store.edges(["r/a"])).map((e) => e.score).sort()).toEqual([-0.2, -0.5]);
        const waiting = await store.waiting(ALL);
        expect(waiting).toEqual({ total: 1, items: [{ a: "r/a", b: "t/c", score: -0.2 }] });
        await store.write((w) =>
          w.settle(
            [
              ["t/c", "r/a"],
              ["r/a", "s/b"],
            ],
            true,
          ),
        );
        expect((await store.waiting(ALL)).total).toBe(0);
        await store.write((w) => w.settle([["r/a", "s/b"]], false));
        expect((await store.waiting(ALL)).items).toEqual([{ a: "r/a", b: "s/b", score: -0.5 }]);
      },
    );

    withStore("knows which dossiers are out of date", async (store) => {
      await store.write(async (w) => {
        await w.putProfiles([{ profile: profileOf("r", "e1"), posts: [] }]);
        await w.setDossiers(new Map([["r/e1", "d-1"]]));
      });
      expect(await store.stale(10)).toEqual(["d-1"]);
      await store.write((w) => w.putDossier("d-1", headOf("d-1")));
      expect(await store.stale(10)).toEqual([]);
      await store.write((w) => w.setDossiers(new Map([["r/e1", "d-1"]])));
      expect(await store.stale(10)).toEqual([]);
      await store.write((w) => w.setDossiers(new Map([["r/e1", "d-2"]])));
      expect([...(await store.stale(10))].sort()).toEqual(["d-1", "d-2"]);
      await store.write((w) => w.putDossier("d-1", null));
      expect(await store.stale(10)).toEqual(["d-2"]);
      expect(await store.members(["d-2"])).toHaveLength(1);
    });

    withStore("lists dossiers by filter; a per cent sign is a per cent sign", async (store) => {
      await store.write(async (w) => {
        await w.putDossier("d-1", headOf("d-1", { actors: ["taliban"], reports: 3 }));
        await w.putDossier(
          "d-2",
          headOf("d-2", {
            type: "violence/bombing/suicide",
            start: "2026-03-09",
            end: "2026-03-10",
            title: "100% cotton",
          }),
        );
        await w.putDossier("d-3", headOf("d-3", { type: "force/raid", start: null, end: null }));
      });
      const ids = async (filter: Parameters<Store["listDossiers"]>[0]) =>
        (await store.listDossiers(filter, ALL)).items.map((d) => d.id);
      expect(await ids({})).toEqual(["d-2", "d-1", "d-3"]);
      expect(await ids({ type: "violence/bombing" })).toEqual(["d-2", "d-1"]);
      expect(await ids({ actor: "talib" })).toEqual(["d-1"]);
      expect(await ids({ from: "2026-03-09", until: "2026-03-09" })).toEqual(["d-2"]);
      expect(await ids({ words: "100%" })).toEqual(["d-2"]);
      expect(await ids({ words: "%" })).toEqual(["d-2"]);
      expect(await ids({ words: "cotton 100%" })).toEqual(["d-2"]);
      expect(await ids({ minReports: 2 })).toEqual(["d-1"]);
      expect(await ids({ ids: ["d-3"] })).toEqual(["d-3"]);
      expect(await store.dossierIds("d-", 2)).toEqual(["d-1", "d-2"]);
    });

    withStore("keeps decisions and corrections after they are taken back, and takes back once", async (store) => {
      const ref = (event: string) => ({ report: "r", event });
      const decision = {
        id: "D-1",
        author: "ana",
        time: "2026-03-05T10:00:00Z",
        reason: "same day",
        kind: "join",
        a: ref("e1"),
        b: ref("e2"),
      } as const;
      await store.write((w) => w.putDecision(decision));
      expect((await store.decisions()).map((k) => k.item)).toEqual([decision]);
      const undone = { author: "ben", time: "2026-03-06T10:00:00Z" };
      expect(await store.write((w) => w.undo("D-1", undone))).toBe(true);
      expect(await store.write((w) => w.undo("D-1", undone))).toBe(false);
      expect(await store.decisions()).toEqual([]);
      expect(await store.decisions(true)).toEqual([{ item: decision, undone }]);
    });

    withStore("knows which reports name an actor, as they were last read", async (store) => {
      const actor = (name: string, entry: string | null = null) =>
        ({
          id: name,
          name,
          entry,
          kind: "armed-group",
          country: null,
          memberOf: null,
          mentions: [],
          epithets: [],
        }) as const;
      const [one, two] = [bareLedger("one"), bareLedger("two")];
      await store.write(async (w) => {
        await w.putReport(reportOf({ ...one, actors: [actor("Jund"), actor("M23", "m23")] }), null, []);
        await w.putReport(reportOf({ ...two, actors: [actor("Jund")] }, { original: "o2" }), null, []);
      });
      const named = { kind: "armed-group", country: null };
      expect(await store.actorNames(["armed-group"])).toEqual([
        { name: "Jund", entry: null, ...named, reports: 2 },
        { name: "M23", entry: "m23", ...named, reports: 1 },
      ]);
      expect(await store.actorNames(["media"])).toEqual([]);
      expect(await store.reportsNaming(["Jund"])).toEqual([one.report.id, two.report.id]);
      expect(await store.reportsNaming(["M23"])).toEqual([]);
      expect(await store.reportsNaming(["M23"], true)).toEqual([one.report.id]);
      await store.write(async (w) => {
        await w.putReport(reportOf(two, { original: "o2" }), null, []);
        await w.removeReport(one.report.id);
      });
      expect(await store.actorNames(["armed-group"])).toEqual([]);
    });

    withStore("forgets a report with all that hangs on it, and its original when no other needs it", async (store) => {
      const [one, two] = [bareLedger("one"), bareLedger("two")];
      await store.write(async (w) => {
        await w.putOriginal("o", Uint8Array.of(1));
        await w.putReport(reportOf(one, { original: "o" }), Uint8Array.of(1, 2, 3, 4), ["b"]);
        await w.putReport(reportOf(two, { original: "o" }), null, []);
        await w.putProfiles([{ profile: profileOf(one.report.id, "e1"), posts: ["k"] }]);
      });
      expect((await store.signatures(["b"])).map((s) => [...s.signature])).toEqual([[1, 2, 3, 4]]);
      await store.write((w) => w.removeReport(one.report.id));
      expect(await store.signatures(["b"])).toEqual([]);
      expect(await store.posted(["k"], 10)).toEqual([]);
      expect(await store.original("o")).not.toBeNull();
      expect((await store.search("one", ALL)).total).toBe(0);
      await store.write((w) => w.removeReport(two.report.id));
      expect(await store.original("o")).toBeNull();
    });
  });
}
