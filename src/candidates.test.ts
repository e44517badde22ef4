import { expect, test } from "vitest";
import { makeCandidates, readInFull, rowOf } from "./index.ts";

test("words that look like events and are in no row are listed with what speaks for them", async () => {
  const candidates = await makeCandidates();
  candidates.add(
    await readInFull(
      "Soldiers bayoneted two farmers in Goma on Tuesday. Nine people were killed in the affray, the mayor said.",
      {
        published: "2026-03-05",
      },
    ),
  );
  const found = candidates.list();
  expect(found.find(({ lemma }) => lemma === "affray")).toMatchObject({ part: "noun", count: 1 });
  expect(found.map(({ lemma }) => lemma)).not.toContain("die");
});

test("a candidate comes with its likely type, the sentence that shows it best, and a row to paste", async () => {
  const text = "The bayonet was old. Soldiers bayoneted two farmers and three herders in Goma on Tuesday.";
  const candidates = await makeCandidates();
  candidates.add(await readInFull(text, { published: "2026-03-05" }));
  const found = candidates.list().find(({ lemma, part }) => lemma === "bayonet" && part === "verb")!;
  expect(found).toMatchObject({ near: "verbs/stab", type: "violence/assault" });
  const sentence = text.slice(...found.example.sentence);
  expect(sentence).toBe("Soldiers bayoneted two farmers and three herders in Goma on Tuesday.");
  expect(rowOf(found, sentence)).toBe(
    `- { lemma: bayonet, means: violence/assault, hits: "${sentence}", misses: "… bayonet …" }`,
  );
});

test("what everybody armed does, words for things, and one lone sign are no candidates", async () => {
  const text = [
    "The soldiers had a camp near Goma. We have water. She has time. They had a long talk.",
    "The soldiers bayoneted the rebels in Sake. The army bayoneted the militia in Kibati.",
    "Two men were killed in the yard. The militia left bullet casings. He was wounded as a result.",
    "The army controls the situation. The rebels wage efforts.",
  ].join(" ");
  const candidates = await makeCandidates();
  candidates.add(await readInFull(text, { published: "2026-03-05" }));
  const found = candidates.list().map(({ lemma }) => lemma);
  expect(found).toContain("bayonet");
  for (const word of ["yard", "casing", "result", "situation", "effort", "control", "have"])
    expect(found).not.toContain(word);
});
