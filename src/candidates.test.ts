import { expect, test } from "vitest";
import { makeCandidates, readInFull } from "./index.ts";

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
