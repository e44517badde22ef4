import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Names of the speakers of all claims, each once. */
async function speakers(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return [...new Set(claims.map(({ source }) => actors.find((actor) => actor.id === source)!.name))];
}

test.each([
  [
    "In a statement, the army said rebels had attacked the base. Nine soldiers were killed. He added that two rebels had been wounded.",
    "army",
  ],
  ["Colonel Smith said rebels had attacked the base on Monday. Nine soldiers had been killed, he added.", "Smith"],
  [
    "A hospital director said 12 bodies had been brought in after the shelling. Another 30 people were wounded.",
    "hospital director",
  ],
])("an account goes on: %s", async (text, speaker) => {
  expect(await speakers(text)).toEqual([speaker]);
});

test.each([
  "The army said rebels had attacked the base. In Kabul, a bomb killed two policemen on Sunday.",
  "The army said rebels had attacked the base. The rebels shelled a camp on Sunday.",
])("another story is the outlet's: %s", async (text) => {
  expect(await speakers(text)).toContain("the report");
});

test.each([
  [
    "The Islamic Emirate said in a statement that its fighters attacked a base in Wardak.\n\nThe fighters killed 14 soldiers and destroyed three tanks. Two fighters were killed.",
    "N-ATTRIBUTION-02",
  ],
  [
    "In a statement, the Islamic Emirate said its fighters attacked a base in Wardak.\n\nThe mujahideen killed 14 puppet soldiers and burned three tanks.",
    "N-ATTRIBUTION-02",
  ],
  [
    '"We attacked them at dawn," the Taliban said.\n\n"We killed ten soldiers and took their guns."',
    "N-ATTRIBUTION-02",
  ],
])("an account reaches into the next paragraph, with a notice: %s", async (text, code) => {
  expect(await speakers(text)).toEqual(["Taliban"]);
  const { notices } = await read(text, { name: "report.txt", published: "2026-03-05" });
  expect(notices.map((notice) => notice.code)).toContain(code);
});

test("where a claim ends and the outlet begins is doubted, not guessed", async () => {
  const text = "The Taliban claimed the attack on the base.\n\nThe fighters killed 12 soldiers and stole weapons.";
  expect(await speakers(text)).toEqual(["Taliban", "the report"]);
  const { notices } = await read(text, { name: "report.txt", published: "2026-03-05" });
  expect(notices.map((notice) => notice.code)).toContain("N-ATTRIBUTION-03");
});
