import { expect, test } from "vitest";
import { actorIndex } from "../src/lexicon/actor-index.ts";
import { loadLexicon } from "../src/resources.ts";
import { actorFaults, soundAlikes } from "./lexicon/clashes.ts";

test("the registry has no clashes", async () => {
  expect(actorFaults(await loadLexicon())).toEqual([]);
});

test("clashes are found", async () => {
  const lexicon = await loadLexicon();
  const row = lexicon.actors.find((row) => row.id === "hezbollah")!;
  const rival = { ...row, id: "rival", name: "Hizbullah", names: [], epithets: [], parent: "nobody" };
  const faults = actorFaults({ ...lexicon, actors: [...lexicon.actors, rival, row] });
  expect(faults).toContain("hezbollah: the id stands twice");
  expect(faults).toContain("rival: no parent nobody");
  expect(faults).toContain('"hizbullah" names both hezbollah and rival');
});

test("the registry is as large as it should be, and most names can be matched by sound", async () => {
  const lexicon = await loadLexicon();
  expect(lexicon.actors.length).toBeGreaterThanOrEqual(900);
  expect(soundAlikes(lexicon).length).toBeLessThan(150);
  expect(actorIndex(lexicon).rowOf.size).toBe(lexicon.actors.length);
});
