import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conforms } from "../conformance.ts";
import { openSqlite } from "./index.ts";

const folder = () => mkdtemp(join(tmpdir(), "hearsay-store-"));

conforms("sqlite", async () => {
  const place = await folder();
  return { open: () => openSqlite(join(place, "case.hearsay")), end: () => rm(place, { recursive: true }) };
});

/** Another process that adds `count` reports one by one, and prints a line for each one that it was told is kept. */
function writer(path: string, name: string, count: number): ChildProcess {
  const script = new URL("./test-writer.ts", import.meta.url).pathname;
  return spawn(process.execPath, ["--import", "tsx", script, path, name, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function linesOf(child: ChildProcess, until = Number.POSITIVE_INFINITY): Promise<string[]> {
  let text = "";
  for await (const chunk of child.stdout!) {
    text += chunk;
    if (text.split("\n").length - 1 >= until) child.kill("SIGKILL");
  }
  return text.split("\n").slice(0, -1);
}

describe("sqlite and processes", () => {
  it("two processes write at once and nothing is lost", async () => {
    const place = await folder();
    const path = join(place, "case.hearsay");
    const [a, b] = await Promise.all([linesOf(writer(path, "a", 60)), linesOf(writer(path, "b", 60))]);
    const store = openSqlite(path);
    const ids = await store.reportIds();
    expect(a).toHaveLength(60);
    expect(b).toHaveLength(60);
    expect(new Set(ids)).toEqual(new Set([...a, ...b]));
    await store.close();
    await rm(place, { recursive: true });
  });

  it("what was said to be kept survives kill -9 in the middle of an import, and the case goes on", async () => {
    const place = await folder();
    const path = join(place, "case.hearsay");
    const told = await linesOf(writer(path, "k", 100_000), 25);
    const store = openSqlite(path);
    const ids = new Set(await store.reportIds());
    expect(told.length).toBeGreaterThanOrEqual(25);
    for (const id of told) expect(ids.has(id), `${id} was kept`).toBe(true);
    for (const report of await store.reports([...ids]))
      expect(await store.original(report.original), report.name).not.toBeNull();
    const after = await linesOf(writer(path, "after", 3));
    expect(after).toHaveLength(3);
    await store.close();
    await rm(place, { recursive: true });
  });

  it("a file that is no case is refused with a code", async () => {
    const place = await folder();
    const path = join(place, "notes.txt");
    await writeFile(path, "These are only my notes, and no database at all. ".repeat(50));
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ code: "E-STORE-01" }));
    await rm(place, { recursive: true });
  });

  it("a case from a newer Hearsay is refused, not changed", async () => {
    const place = await folder();
    const path = join(place, "case.hearsay");
    await openSqlite(path).close();
    const { default: Libsql } = await import("libsql");
    const raw = new Libsql(path);
    raw.exec("PRAGMA user_version = 999");
    raw.close();
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ code: "E-STORE-02" }));
    await rm(place, { recursive: true });
  });
});
