import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Reports on two sides, A and B, in which each praises itself, abuses the other, denies and accuses. */
const REPORTS = [
  "{A} occupiers shelled the village on Monday and murdered nine villagers, the {B} army said.\n\nThe {A} army denied the attack and said its heroes had neutralised 12 {B} terrorists. It accused {B} forces of bombing the clinic.",
  "The {A} regime claimed on Monday that {B} bandits had attacked a convoy, killing three soldiers.\n\n{B} forces said no soldier had died. The so-called convoy was a group of cooks, the {B} army said.",
  "The {A} army said it had liquidated 12 {B} mercenaries in a raid on Monday. Two {A} soldiers fell as martyrs in the raid on Monday, according to the {A} army. The {B} army denied the raid. It said 30 {A} invaders had been killed.",
];
const SIDES = [
  ["Russian", "Ukrainian"],
  ["Armenian", "Azerbaijani"],
  ["Indian", "Pakistani"],
  ["Ethiopian", "Eritrean"],
];

async function reading(report: string, a: string, b: string) {
  const text = report.replaceAll("{A}", a).replaceAll("{B}", b);
  const { claims, loaded, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  const side = (id: string): string => {
    const { name } = actors.find((actor) => actor.id === id)!;
    return name
      .replace(a, "A")
      .replace(b, "B")
      .replace(/ of \p{L}+$/u, " of");
  };
  return {
    loaded: loaded.map(({ span, kind, neutral }) => [text.slice(...span), kind, neutral].join()),
    claims: claims.map((claim) =>
      [
        side(claim.source),
        claim.act,
        claim.polarity,
        claim.certainty,
        claim.modality,
        ...claim.counts.map((c) => `${c.harm} ${c.low}`),
      ].join(" "),
    ),
  };
}

test.each(SIDES)("swapping the names of the sides changes neither loaded words nor claims: %s, %s", async (a, b) => {
  for (const report of REPORTS) {
    const [one, other] = [await reading(report, a, b), await reading(report, b, a)];
    expect(one.loaded.length).toBeGreaterThan(0);
    expect(other).toEqual(one);
  }
});
