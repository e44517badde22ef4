import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Names of the speakers of all claims, each once. */
async function speakers(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { name: "report.txt", published: "2026-03-05" });
  return [...new Set(claims.map(({ source }) => actors.find((actor) => actor.id === source)!.name))];
}

test.each([
  ["Nine soldiers were killed in the ambush on Monday. The figure was given by the governor.", "governor"],
  ["Rebels shelled the camp on Monday, killing nine people. That is what the army says.", "army"],
  ["Rebels shelled the camp on Monday, killing nine people. This is according to the army.", "army"],
  ["Rebels killed nine soldiers near Kaga on Monday. So the governor.", "governor"],
  ["Rebels killed nine soldiers near Kaga on Monday. Thus the governor.", "governor"],
  ["Rebels killed nine soldiers near Kaga on Monday; so the governor.", "governor"],
  ["Rebels killed nine soldiers near Kaga on Monday. That, at least, was the army's version.", "army"],
  ["Rebels killed nine soldiers near Kaga on Monday. This is the version of the army.", "army"],
  ["Rebels killed nine soldiers near Kaga on Monday. Such was the army's claim.", "army"],
  ["Rebels killed nine soldiers in an ambush. The claim was made by JNIM in a statement.", "JNIM"],
  [
    "A senior official said nine soldiers had been killed in the ambush. The official, Ahmad Karimi, said two rebels had also died.",
    "Ahmad Karimi",
  ],
])("a source named only afterwards: %s", async (text, expected) => {
  expect(await speakers(text)).toEqual([expected]);
});

test.each([
  ["Rebels shelled the camp on Monday. The army says this is a lie.", ["the report", "army"]],
  ["Rebels shelled the camp on Monday. The figure was denied by the army.", ["the report", "army"]],
  ["Rebels shelled the camp on Monday. The army says its men fled.", ["the report"]],
  ["Soldiers shelled the camp, residents said. So the mayor.", ["residents"]],
  ["Rebels shelled the camp on Monday. So ended the truce.", ["the report"]],
  ["Rebels shelled the camp on Monday. So, too, the villagers.", ["the report"]],
  ["Rebels shelled the camp on Monday. That is the army's camp.", ["the report"]],
  ["Soldiers shelled the camp, residents said. That is what the mayor says.", ["residents"]],
])("what another says stays where it was: %s", async (text, expected) => {
  expect((await speakers(text)).slice(0, expected.length)).toEqual(expected);
});
