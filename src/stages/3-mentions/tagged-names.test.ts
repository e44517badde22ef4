import { expect, test } from "vitest";
import { readInFull } from "../../index.ts";

/** Words that are names of actors. */
async function namesIn(text: string): Promise<string[]> {
  const { reading } = await readInFull(text, { published: "2024-05-08" });
  const names = reading.mentions.actorMentions.filter(({ value }) => value.form === "name");
  return names.map(({ span }) => reading.syntax.text.slice(...span));
}

const NAMED: readonly (readonly [text: string, name: string])[] = [
  ["THE BODY OF VICTOR ALFONSO POMAS HAS BEEN FOUND IN CALI.", "VICTOR ALFONSO POMAS"],
  ["Victor Alfonso Pomas was killed near Cali.", "Victor Alfonso Pomas"],
  ["Gunmen abducted Angel Flores on Friday.", "Angel Flores"],
  ["THE ARMY KILLED JULIA RAMOS AND HER 15-YEAR-OLD DAUGHTER MARISELA.", "MARISELA"],
  ["POLICE KILLED THE TRAFFICKER, HIS SON FREDDY, AND 15 OTHERS.", "FREDDY"],
  ["FATHER ELLACURIA, OTHER PRIESTS, AND CIVILIANS WERE KILLED.", "ELLACURIA"],
];

test.each(NAMED)("%s", async (text, name) => expect(await namesIn(text)).toContain(name));

const LEFT: readonly (readonly [text: string, name: string])[] = [
  ["Captain Jeff Davis denied it.", "Captain Jeff Davis"],
  ["The skipper John Mason was hurt.", "skipper John Mason"],
  ["A teacher from Goma was killed by the governor's guards.", "Goma"],
  ["A DRIVER WAS KILLED MONDAY IN CALI.", "MONDAY"],
  ["THE VICTOR WAS THE ARMY, THE PAPER SAID.", "VICTOR"],
];

test.each(LEFT)("%s", async (text, name) => expect(await namesIn(text)).not.toContain(name));
