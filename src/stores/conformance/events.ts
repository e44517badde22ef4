import { expect } from "vitest";
import type { Store } from "../store.ts";
import { ALL, headOf, profileOf, type WithStore } from "./made.ts";

/** Events and dossiers: posted, paired, grouped, listed. */
export function events(withStore: WithStore): void {
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
}
