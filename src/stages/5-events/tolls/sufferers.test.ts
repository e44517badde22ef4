import { expect, test } from "vitest";
import { read } from "../../../index.ts";

/** "killed 18 soldiers" of each count of the report's claims. */
async function sides(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { published: "2026-03-04" });
  const name = new Map(actors.map((actor) => [actor.id, actor.name]));
  return claims.flatMap(({ counts }) =>
    counts.map(({ harm, low, who, whoText }) => `${harm} ${low} ${(who && name.get(who)) ?? whoText}`),
  );
}

test.each([
  // those whom all who name anybody name alike
  [
    "Two farmers were killed when a drone struck a field near Kaga, a village head said. A doctor put the toll at five.",
    ["killed 2 farmers", "killed 5 farmers"],
  ],
  [
    "Gunmen stormed a barracks in Kaga on Monday and killed 18 soldiers, a governor said. A nurse said that seventeen wounded had been flown in by noon.",
    ["killed 18 soldiers", "wounded 17 soldiers"],
  ],
  [
    "A clinic in Kaga was bombed. A medical source had told an agency of 30 dead. The ministry said that 32 patients had been killed.",
    ["killed 30 patients", "killed 32 patients"],
  ],
  [
    "The army shelled a school in Kaga on Sunday. A teacher said that 12 pupils had been killed. Nobody died, the army said.",
    ["killed 12 pupils", "killed 0 pupils"],
  ],
  // a speaker's own judgement stays his
  [
    "The army said it had killed nine terrorists in an air strike on Kaga. A nurse said that nine had died.",
    ["killed 9 fighters", "killed 9 people"],
  ],
  [
    "The front said that its men had killed 40 puppets in the battle for Kaga. Residents said that 22 had been buried.",
    ["killed 40 opponents", "killed 22 people"],
  ],
  // who is dead is contested
  [
    "The army said it had killed nine militants in an air strike on Kaga. A village chief said that nine farmers had been killed. A nurse told us of eleven dead.",
    ["killed 9 militants", "killed 9 farmers", "killed 11 people"],
  ],
  // both sides lose men in a clash
  [
    "In a clash near Kaga, ten rebels were killed, a governor said. A surgeon spoke of twenty dead.",
    ["killed 10 rebels", "killed 20 people"],
  ],
  // some of the dead give no name to all
  [
    "Shells hit the market of Kaga and killed four children, a teacher said. A hospital spokesman put the toll at 60.",
    ["killed 4 children", "killed 60 people"],
  ],
])("%s", async (text, expected) => expect(await sides(text)).toEqual(expected));
