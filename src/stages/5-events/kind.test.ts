import { expect, test } from "vitest";
import { read } from "../../index.ts";

const types = async (text: string) =>
  (await read(text, { name: "x.txt", published: "2020-05-05" })).events.map(({ type }) => type);

test.each([
  ["Gunmen attacked an army post near Djibo. The fighting lasted three hours, the army said.", "violence/armed-attack"],
  ["Gunmen ambushed a convoy, sparking a gun battle in which six police died.", "violence/armed-attack"],
  ["Rebels stormed the base at Kidal and took nine soldiers hostage.", "violence/armed-attack"],
  ["They burned the granary and shot my brother, a farmer said.", "violence/armed-attack"],
  ["Hundreds fled when gunmen attacked the village of Solhan, residents said.", "violence/armed-attack"],
  ["The army sent a column to Kidal, where it shelled rebel positions.", "violence/shelling"],
  ["The group released two aid workers it had held since March.", "force/release"],
  // to leave alone
  [
    "Clashes between two clans killed 12 people in Beledweyne. The clashes began when a herder was shot.",
    "violence/armed-clash",
  ],
  [
    "An exchange of fire at the border killed two soldiers. India accused Pakistan of an unprovoked attack.",
    "violence/armed-clash",
  ],
  ["Gunmen abducted 30 schoolgirls from Jangebe.", "violence/abduction"],
  ["Kidnappers who seized a priest in Jos killed his driver, police said.", "violence/abduction"],
  ["Militants set fire to a clinic in Mopti; nobody was killed.", "violence/arson"],
  ["Militants set fire to a clinic in Mopti but denied any attack.", "violence/arson"],
  ["Thousands were forced to flee their homes in Goma.", "coercion/expel"],
  ["The army deployed 500 troops to Goma.", "force/deploy"],
])("of the words of one event the most telling names it: %s", async (text, type) => {
  expect((await types(text))[0]).toBe(type);
});
