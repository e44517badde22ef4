import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Instruments of the events of a text, by name. */
async function weaponsIn(text: string): Promise<(string | undefined)[]> {
  const { events } = await read(text, { published: "2026-03-04" });
  return events.map(({ instrument }) => instrument?.name);
}

test.each([
  ["Ten people died in a car bomb explosion in Bogota on Monday.", "bomb"],
  ["They took part in a dynamite attack on the embassy in Lima.", "dynamite"],
  ["Unidentified men threw grenades at a market in Bujumbura.", "grenades"],
  ["Rebels hit the barracks with mortar fire.", "mortar"],
])("%s", async (text, weapon) => expect(await weaponsIn(text)).toContain(weapon));

test.each([
  "Gunmen killed two farmers near Goma.",
  "The shelling of the suburb killed four people.",
  "A suicide bomber attacked the checkpoint.",
  "The army dislodged the rebels from two hills.",
])("%s", async (text) => expect((await weaponsIn(text)).filter((name) => name !== undefined)).toEqual([]));
