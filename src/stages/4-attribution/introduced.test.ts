import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "type: speaker act" of each claim, in the order of the text. */
async function claimsOf(text: string): Promise<string[]> {
  const { claims, actors, events } = await read(text, { name: "report.txt", outlet: "Lake Wire" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ event, source, act }) => {
    const { type } = events.find(({ id }) => id === event)!;
    return `${type.split("/")[1]}: ${name(source)} ${act}`;
  });
}

const SHELLED = "Rebels shelled Goma.";

test.each([
  [
    `The Ministry of Defence announces:\n\n${SHELLED}\n\nThe shelling killed nine people.`,
    ["shelling: Ministry of Defence state"],
  ],
  [`The mayor issued the following statement:\n\n${SHELLED}`, ["shelling: mayor state"]],
  [`Statement by the mayor:\n\n${SHELLED}`, ["shelling: mayor state"]],
  [`The following is the text of a statement by the mayor:\n\n${SHELLED}`, ["shelling: mayor state"]],
  [`The following statement was released by the mayor:\n\n${SHELLED}`, ["shelling: mayor state"]],
  [
    `The group said on Telegram:\n\nOur fighters attacked a post in Goma.`,
    ["armed-attack: group claim-responsibility"],
  ],
  // in quotation marks it ends with those; what stands in it is said by others through its speaker
  [
    `The mayor wrote:\n\n"${SHELLED}"\n\nSoldiers shot a man in Keth.`,
    ["shelling: mayor state", "armed-attack: Lake Wire state"],
  ],
  [`The mayor wrote:\n\nA trader said rebels shelled Goma.`, ["shelling: trader state"]],
  // not at the top of the report: until the report speaks again
  [
    `Goma was quiet on Tuesday, and the market was open for the first time in a week, with few traders and even fewer buyers in it.\n\nThe mayor wrote:\n\n${SHELLED}\n\nHe said it was calm again. Soldiers shot a man in Keth.`,
    ["shelling: mayor state", "armed-attack: Lake Wire state"],
  ],
])("what a report reads out is said by whom it gives the floor to: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

test.each([
  [`Three things are known:\n\n${SHELLED}`, ["shelling: Lake Wire state"]],
  [`The mayor visited the market:\n\n${SHELLED}`, ["shelling: Lake Wire state"]],
  [`The mayor spoke. ${SHELLED}`, ["shelling: Lake Wire state"]],
])("no statement is announced: %s", async (text, expected) => {
  expect(await claimsOf(text)).toEqual(expected);
});

const QUIET =
  "Goma was quiet on Tuesday, and the market was open for the first time in a week, with few traders and even fewer buyers in it.";

test.each([
  // below the top of a report: the next paragraph, and those that say "we"
  [`${QUIET}\n\nThe mayor wrote:\n\n${SHELLED}\n\nSoldiers shot a man in Keth.`, ["mayor", "Lake Wire"]],
  [`${QUIET}\n\nThe mayor wrote:\n\n${SHELLED}\n\nWe will not yield. Soldiers shot a man in Keth.`, ["mayor", "mayor"]],
])("how far it goes: %s", async (text, speakers) => {
  expect((await claimsOf(text)).map((claim) => claim.split(": ")[1]!.replace(/ state$/, ""))).toEqual(speakers);
});

test("how far a statement without quotation marks goes is open to doubt", async () => {
  const codes = async (text: string) => (await read(text)).notices.map(({ code }) => code);
  expect(await codes(`The mayor wrote:\n\n${SHELLED}`)).toContain("N-ATTRIBUTION-05");
  expect(await codes(`The mayor wrote:\n\n"${SHELLED}"`)).not.toContain("N-ATTRIBUTION-05");
});
