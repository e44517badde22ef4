import { expect } from "vitest";
import { bareLedger } from "../bare-ledger.ts";
import { reportOf, type WithStore } from "./made.ts";

/** Decisions, corrections and the names of actors. */
export function decisions(withStore: WithStore): void {
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
}
