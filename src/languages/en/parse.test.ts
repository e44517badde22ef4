import { expect, test } from "vitest";
import { tokenText } from "../../core/tree.ts";
import { loadLanguage } from "../../resources.ts";
import { documentOf } from "./testing.ts";

test("the walk of one sentence", async () => {
  const language = await loadLanguage();
  const s = language.parse(
    documentOf("Rebels shelled a camp near Goma on Tuesday, killing at least 10 civilians, the army said."),
  );
  const word = (t: number) => (t < 0 ? "ROOT" : tokenText(s, t));
  const arcs = [...s.deprel].map((rel, t) => `${word(t)} ${rel} ${word(s.head[t]!)}`);
  expect(arcs).toContain("said root ROOT");
  expect(arcs).toContain("shelled ccomp said");
  expect(arcs).toContain("killing advcl shelled");
  expect(arcs).toContain("Rebels nsubj shelled");
  expect(s.lemma.slice(0, 4)).toEqual(["rebel", "shell", "a", "camp"]);
});

test("sentences respect blocks", async () => {
  const s = (await loadLanguage()).parse(documentOf("Twelve dead in blast", "Police said. The army denied it."));
  expect([...s.sentenceStart]).toEqual([0, 4, 7, s.length]);
  expect([...s.block]).toEqual([0, 1, 1]);
});

test("in capitals throughout, a word is no group's acronym", async () => {
  const s = (await loadLanguage()).parse(documentOf("THE ARMY SAYS THE TOWN IS CALM"));
  expect(s.deprel[5]).toBe("cop");
});

test("an empty report has no tokens", async () => {
  const s = (await loadLanguage()).parse(documentOf(""));
  expect(s.length).toBe(0);
  expect([...s.sentenceStart]).toEqual([0]);
});

test("a registered group's name is one word to the parser, whatever it looks like", async () => {
  const language = await loadLanguage();
  const relations = (group: string): string => {
    const s = language.parse(documentOf(`Fighters of ${group} shelled a camp, the army said.`));
    return s.deprel.filter((rel) => rel !== "compound").join(" ");
  };
  for (const group of ["Lashkar-e-Taiba", "Army of the Men of the Naqshbandi Order", "M23", "al-Qaeda", "Shabaab"])
    expect(relations(group)).toBe("nsubj case nmod ccomp det obj punct det nsubj root punct");
});

test("a time does nothing", async () => {
  const s = (await loadLanguage()).parse(documentOf("They were admitted by nightfall."));
  expect(s.deprel[4]).toBe("obl");
});

test("a whole clause behind 'that' is what is said, and no relative clause of the last name before it", async () => {
  const language = await loadLanguage();
  const holderOf = (text: string, verb: string): string => {
    const s = language.parse(documentOf(text));
    const t = [...s.lower].indexOf(verb);
    return `${tokenText(s, s.head[t]!)} ${s.deprel[t]}`;
  };
  const told = [
    [
      "The group said in a message translated by a monitor that its men had killed six policemen.",
      "killed",
      "said ccomp",
    ],
    ["Officials said in a statement carried by the agency that troops had retaken the town.", "retaken", "said ccomp"],
    ["The claim by the rebels that they had taken the town was not checked.", "taken", "claim acl"],
    ["The allegation by the mayor that planes bombed a school was repeated.", "bombed", "allegation acl"],
  ] as const;
  for (const [text, verb, holder] of told) expect(holderOf(text, verb), text).toBe(holder);
  const relative = [
    ["The police said they had found the weapon that rebels used.", "used", "weapon acl:relcl"],
    ["He spoke of the village that the army had shelled.", "shelled", "village acl:relcl"],
  ] as const;
  for (const [text, verb, holder] of relative) expect(holderOf(text, verb), text).toBe(holder);
});
