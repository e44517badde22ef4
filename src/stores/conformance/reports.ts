import { expect } from "vitest";
import { bareLedger } from "../bare-ledger.ts";
import { ALL, profileOf, reportOf, type WithStore } from "./made.ts";

/** Reports: kept, listed, found, forgotten. */
export function reports(withStore: WithStore): void {
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
}
