import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadLexicon } from "../resources.ts";
import { actorIndex } from "./actor-index.ts";
import { foldName } from "./fold.ts";
import { openGazetteer } from "./gazetteer.ts";
import { matchesAt } from "./trie.ts";

const lexicon = await loadLexicon();
const index = actorIndex(lexicon);

test("at least 900 actors, each with its source, of every kind a report tells of", () => {
  expect(lexicon.actors.length).toBeGreaterThanOrEqual(900);
  expect(lexicon.actors.filter((row) => row.source === "")).toEqual([]);
  const of = (kind: string) => lexicon.actors.filter((row) => row.kind === kind).length;
  expect(of("armed-group")).toBeGreaterThan(500);
  expect(of("monitor")).toBeGreaterThan(100);
  expect(of("media")).toBeGreaterThan(200);
  expect(of("external-forces")).toBeGreaterThan(50);
  expect(lexicon.actors.filter((row) => row.parent !== undefined).length).toBeGreaterThan(150);
  expect(lexicon.actors.filter((row) => row.offices.length > 0).length).toBeGreaterThan(100);
});

test("every state has its army, police and ministries, by its adjective", () => {
  const known = [
    "armed-forces",
    "police",
    "ministry-of-defence",
    "ministry-of-interior",
    "ministry-of-health",
    "government",
  ];
  for (const id of known) expect(index.bodyOf.has(id), id).toBe(true);
  const states = lexicon.states.filter((state) => state.adjectives.length > 0);
  expect(states.length).toBeGreaterThan(190);
  for (const state of states) {
    const adjective = foldName(state.adjectives[0]!);
    const found = [...matchesAt(index.countries, adjective, 0)].find((match) => match.length === adjective.length);
    expect(
      found?.values.some(({ country }) => country.code === state.code),
      state.name,
    ).toBe(true);
  }
});

test("at least 1,500 places written by hand, each with its source", () => {
  const folder = new URL("../../lexicon/places/", import.meta.url);
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith(".tsv") && name !== "countries.tsv")
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("name\t"));
  expect(rows.length).toBeGreaterThanOrEqual(1500);
  expect(rows.filter((line) => line.split("\t")[7] === undefined)).toEqual([]);
});

test("the gazetteer opens within 150 ms and 40 MB", () => {
  const bytes = new Uint8Array(readFileSync(new URL("../../dist/data/gazetteer.bin", import.meta.url)));
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const gazetteer = openGazetteer(bytes);
    gazetteer.lookup("Kabul");
    best = Math.min(best, performance.now() - start);
  }
  expect(best).toBeLessThan(150);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const kept = openGazetteer(bytes);
  kept.lookup("Goma");
  const after = process.memoryUsage();
  const grown = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers + bytes.byteLength;
  expect(grown / 1e6).toBeLessThan(40);
});
