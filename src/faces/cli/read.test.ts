import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLedger } from "../../index.ts";
import { hearsay } from "./try-out.ts";

const REPORT = `---
title: "Soldiers killed near Goma"
outlet: "Lakes Wire"
published: 2026-03-05
---

GOMA, March 5 - Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said.

The rebels denied the attack.
`;
const BARE = "Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said.";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-"));
  mkdirSync(at("reports/inner"), { recursive: true });
  mkdirSync(at("empty"));
  writeFileSync(at("report.txt"), REPORT);
  writeFileSync(at("reports/b.txt"), REPORT);
  writeFileSync(at("reports/inner/a.html"), `<html><head><title>x</title></head><body><p>${BARE}</p></body></html>`);
  writeFileSync(at("reports/c.pdf"), "%PDF-1.4");
  writeFileSync(at("reports/z.txt"), "");
  writeFileSync(at("empty/notes.xyz"), "no report");
  writeFileSync(at("big.txt"), Buffer.alloc(50_000_000, "a "));
  writeFileSync(at("picture.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("hearsay read", () => {
  test("prints who says what, with the words", async () => {
    const { code, out, err } = await hearsay(["read", at("report.txt")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Soldiers killed near Goma\nLakes Wire · 5 March 2026\n");
    expect(out).toMatch(/■ .*army/i);
    expect(out).toContain("10");
    expect(out).toContain("“");
  });

  test.each([40, 60, 80, 120])("no line is wider than %i columns", async (columns) => {
    const { out } = await hearsay(["read", at("report.txt")], { columns });
    for (const line of out.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(columns);
  });

  test("colour where it is asked for, and nowhere else; the words stay the same", async () => {
    const plain = (await hearsay(["read", at("report.txt")])).out;
    const coloured = (await hearsay(["read", at("report.txt")], { colour: true })).out;
    expect(plain).not.toContain("\u001b");
    expect(coloured).toContain("\u001b");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(coloured.replace(/\u001b\[[\d;]*m/g, "")).toBe(plain);
  });

  test("--json prints a ledger that its schema takes", async () => {
    const { code, out } = await hearsay(["read", at("report.txt"), "--json"]);
    expect(code).toBe(0);
    const ledger = await checkLedger(JSON.parse(out));
    expect(ledger.report).toMatchObject({
      title: "Soldiers killed near Goma",
      outlet: "Lakes Wire",
      published: "2026-03-05",
    });
  });

  test("standard input, with what the caller knows", async () => {
    const { out } = await hearsay(["read", "-", "--json", "--published", "5 March 2026", "--outlet", "Lakes Wire"], {
      stdin: BARE,
    });
    expect(JSON.parse(out).report).toMatchObject({ outlet: "Lakes Wire", published: "2026-03-05", text: BARE });
  });

  test("a folder as one ledger a line; what cannot be read is named and the rest goes on", async () => {
    const { code, out, err } = await hearsay(["read", at("reports"), "--jsonl"]);
    expect(code).toBe(2);
    const ledgers = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(ledgers).toHaveLength(2);
    for (const ledger of ledgers) await checkLedger(ledger);
    expect(err).toContain("E-DOCUMENT-01");
    expect(err).toContain("z.txt");
  });

  test("--explain and --why-not", async () => {
    const explained = await hearsay(["read", at("report.txt"), "--explain", "c1"]);
    expect(explained).toMatchObject({ code: 0, err: "" });
    expect(explained.out).toContain("Why c1");
    const refused = await hearsay(["read", at("report.txt"), "--why-not", "near Goma"]);
    expect(refused).toMatchObject({ code: 0, err: "" });
    expect(refused.out).toContain("[near Goma]");
  });
});

describe("mistakes and unreadable input", () => {
  test.each<[string, string[], number, string]>([
    ["no such file", ["read", "nowhere.txt"], 2, "E-CLI-01"],
    ["a folder without reports", ["read", "@empty"], 2, "E-CLI-02"],
    ["--json for many", ["read", "@report.txt", "@reports/b.txt", "--json"], 2, "E-CLI-03"],
    ["a claim that is not there", ["read", "@report.txt", "--explain", "c99"], 2, "E-CLI-04"],
    ["words that are not there", ["read", "@report.txt", "--why-not", "Paris"], 2, "E-CLI-05"],
    ["an empty file", ["read", "@reports/z.txt"], 2, "E-DOCUMENT-01"],
    ["a date that is none", ["read", "@report.txt", "--published", "soon"], 2, "E-DOCUMENT-07"],
    ["an address of this machine", ["read", "http://127.0.0.1:9/a.html"], 2, "E-INTAKE-17"],
    ["an address that is no page", ["read", "ftp://example.org/a.html"], 2, "E-INTAKE-16"],
    ["a PDF", ["read", "@reports/c.pdf"], 3, "E-DOCUMENT-02"],
    ["a picture", ["read", "@picture.txt"], 3, "E-DOCUMENT-02"],
    ["50 MB", ["read", "@big.txt"], 3, "E-DOCUMENT-03"],
  ])("%s", async (_what, argv, code, problem) => {
    const ran = await hearsay(argv.map((word) => (word.startsWith("@") ? at(word.slice(1)) : word)));
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(problem);
    expect(ran.err.trim().split("\n").length).toBeGreaterThan(1);
  });

  test("nothing on standard input", async () => {
    expect(await hearsay(["read", "-"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("standard input is empty"),
    });
  });

  test("unknown commands, options and missing arguments", async () => {
    for (const argv of [["raed"], ["read"], ["read", at("report.txt"), "--colour"]]) {
      const ran = await hearsay(argv);
      expect(ran.code).toBe(2);
      expect(ran.err).toMatch(/error:/);
    }
  });
});

test("help and version", async () => {
  expect(await hearsay(["--version"])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  const help = await hearsay(["--help"]);
  expect(help.code).toBe(0);
  expect(help.out).toContain("read");
  expect(help.out).toContain("Exit codes");
  expect((await hearsay(["help", "read"])).out).toContain("--why-not");
  expect((await hearsay(["read", "--help"])).out).toContain("--jsonl");
});
