import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Dossier } from "../../index.ts";
import { hearsay, type Ran } from "./try-out.ts";

const WIRE = `---
title: "Ten killed at camp near Goma"
outlet: "Lakes Wire"
published: 2026-03-04
---

GOMA, March 4 - Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said.
`;
const RADIO = `---
title: "Rebels deny shelling camp near Goma"
outlet: "Radio Virunga"
published: 2026-03-05
---

GOMA, March 5 - Rebels shelled a camp near Goma on Tuesday and killed 14 civilians, the governor said.

The rebels denied that they shelled the camp near Goma on Tuesday.
`;

let folder: string;
const at = (name: string): string => join(folder, name);
const on = (...argv: string[]): Promise<Ran> => hearsay([...argv, "--case", at("case.hearsay")]);
const done = async (...argv: string[]): Promise<string> => {
  const ran = await on(...argv);
  expect(ran.err, argv.join(" ")).toBe("");
  expect(ran.code, argv.join(" ")).toBe(0);
  return ran.out;
};
interface Row {
  readonly id: string;
  readonly reports: number;
}
const dossiers = async (): Promise<Dossier[]> => {
  const { items } = JSON.parse(await done("events", "--json")) as { items: Row[] };
  return Promise.all(items.map(async ({ id }) => JSON.parse(await done("event", id, "--json")) as Dossier));
};
const members = (all: readonly Dossier[]): string[] =>
  all.map((d) => d.members.map((m) => `${m.report}/${m.event}`).sort().join(" ")).sort(); // biome-ignore format: one thought
const shared = async (): Promise<Dossier> =>
  (await dossiers()).find((d) => new Set(d.members.map((m) => m.report)).size === 2)!;
const undoOf = (out: string): string => out.match(/hearsay undo (\S+)/)![1]!;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-cases-"));
  writeFileSync(at("wire.txt"), WIRE);
  writeFileSync(at("radio.txt"), RADIO);
  writeFileSync(at("bad.pdf"), "%PDF-1.4");
  const ran = await on("add", at("wire.txt"), at("radio.txt"), at("bad.pdf"));
  expect(ran.out + ran.err).toMatch(/2 read/);
  expect(ran.out + ran.err).toContain("bad.pdf");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("taking in", () => {
  test("what is in is skipped", async () => {
    const summary = JSON.parse(await done("add", at("wire.txt"), "--json"));
    expect(summary.read).toHaveLength(0);
    expect(summary.skipped).toMatchObject([{ why: "known" }]);
  });

  test("--offline forbids addresses and feeds", async () => {
    const ran = await on("add", "https://example.org/report.html", "--offline");
    expect(ran.code).not.toBe(0);
    expect(ran.out + ran.err).toContain("E-INTAKE-01");
    expect(await done("feed", "list")).not.toContain("http");
  });

  test("read and grouped anew, a case with no newer engine stays as it is", async () => {
    const before = members(await dossiers());
    expect(JSON.parse(await done("reread", "--json"))).toMatchObject({ updated: [{}, {}], failed: [] });
    expect(await done("regroup")).toMatch(/\d+ events in \d+ dossiers?, \d+ before/);
    expect(members(await dossiers())).toEqual(before);
  });

  test("a folder: what is left out is named, and why", async () => {
    mkdirSync(at("folder"));
    for (const name of ["README.md", "picture.jpg", "wire.txt"]) writeFileSync(at(`folder/${name}`), WIRE);
    const ran = await on("add", at("folder"));
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/1 \.jpg, of kinds that are not read/);
    expect(ran.out).toMatch(/README\.md, about the folder/);
    expect(ran.out).toContain("1 skipped, 2 left out");
  });

  test("reports, and verify", async () => {
    const listed = await done("reports");
    expect(listed).toContain("Lakes Wire");
    expect(listed).toContain("Radio Virunga");
    expect(await done("verify")).toContain("2");
  });
});

describe("dossiers", () => {
  test("events lists them; event shows one in every view, within the terminal", async () => {
    expect(await done("events")).toMatch(/goma/i);
    const { id } = await shared();
    for (const columns of [80, 140]) {
      for (const view of [[], ["--matrix"], ["--timeline"], ["--why"]]) {
        const { code, out } = await hearsay(["event", id, ...view, "--case", at("case.hearsay")], { columns });
        expect(code).toBe(0);
        for (const line of out.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(columns);
      }
    }
    expect(await done("event", id, "--matrix")).toMatch(/10[\s\S]*14|14[\s\S]*10/);
    const timeline = await done("event", id, "--timeline");
    expect(timeline).toMatch(/army[\s\S]*Lakes Wire[\s\S]*governor[\s\S]*Radio Virunga/);
    expect(await done("event", id, "--why")).toMatch(/goma/i);
    expect((await on("event", "d-none")).err).toContain("E-CASE-02");
  });

  test("diff and search", async () => {
    const diff = JSON.parse(await done("diff", "Lakes Wire", "Radio Virunga", "--json"));
    expect(diff.shared).toHaveLength(1);
    expect(await done("diff", "Lakes Wire", "Radio Virunga")).toContain("14");
    expect(await done("search", "shelled camp")).toContain("Radio Virunga");
  });

  test.each(["acled", "ucdp", "gtd", "plover", "csv", "jsonl", "geojson", "webannotation", "html"])(
    "export --format %s",
    async (format) => {
      const out = await done("export", "--format", format);
      expect(out.length).toBeGreaterThan(100);
      if (format === "geojson" || format === "webannotation") expect(() => JSON.parse(out)).not.toThrow();
      if (format === "jsonl") for (const line of out.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    },
  );

  test("export of several files, and under a rule by name", async () => {
    expect((await on("export", "--format", "brat", "--out", at("brat"))).code).toBe(0);
    expect(readdirSync(at("brat")).filter((name) => name.endsWith(".ann"))).toHaveLength(2);
    expect((await on("export", "--format", "acled", "--profile", "latest", "--out", at("a.csv"))).code).toBe(0);
    expect(readFileSync(at("a.csv"), "utf8")).toContain("latest@");
    expect((await on("export", "--format", "acled", "--profile", "best-guess")).code).toBe(2);
  });
});

describe("a coder's word", () => {
  test("split, never, join and hold, and back", async () => {
    const before = members(await dossiers());
    const { members: all } = await shared();
    const other = all.find((m) => m.report !== all[0]!.report)!;
    const [a, b] = [all[0]!, other].map((m) => `${m.report}/${m.event}`) as [string, string];
    for (const words of [
      ["split", b],
      ["never", a, b],
    ]) {
      const id = undoOf(await done(...words, "--reason", "seen on the map"));
      expect(members(await dossiers()), words[0]).not.toEqual(before);
      await done("undo", id);
      expect(members(await dossiers()), words[0]).toEqual(before);
    }
    const parted = undoOf(await done("never", a, b));
    const joined = undoOf(await done("join", a, b));
    expect(members(await dossiers())).toEqual(before);
    await done("undo", joined);
    await done("undo", parted);
    await done("undo", undoOf(await done("hold", a, b)));
    expect(members(await dossiers())).toEqual(before);
    expect(await done("history")).toMatch(/never.*taken back/);
  });

  test("accept, correct and reject show in exports, and are taken back", async () => {
    const { items } = JSON.parse(await done("reports", "--json")) as { items: { id: string; outlet: string }[] };
    const { id } = items.find((r) => r.outlet === "Lakes Wire")!;
    const before = await done("export", "--format", "csv");
    await done("undo", undoOf(await done("accept", id, "c1")));
    const corrected = undoOf(await done("correct", id, "c1", "act", "accuse", "--reason", "it blames"));
    expect(await done("export", "--format", "csv")).toContain("accuse");
    await done("undo", corrected);
    const rejected = undoOf(await done("reject", id, "c1"));
    expect(await done("export", "--format", "csv")).not.toBe(before);
    await done("undo", rejected);
    expect(await done("export", "--format", "csv")).toBe(before);
  });
});
