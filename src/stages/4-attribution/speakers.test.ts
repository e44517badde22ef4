import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Who makes each claim; the outlet in its own voice is "we". */
async function speakers(text: string): Promise<string[]> {
  const { claims, actors } = await read(text);
  return claims.map(({ source, via }) => (via.length === 0 ? "we" : actors.find(({ id }) => id === source)!.name));
}

test.each([
  // an office and a name between commas, right behind a place that the parser hangs them on
  ["Men attacked two villages in northern Mali, the governor, Daouda Maiga, said on Tuesday.", ["Daouda Maiga"]],
  ["Men attacked two villages in northern Mali, the governor, Daouda Maiga, said.", ["Daouda Maiga"]],
  ["Men attacked two villages in northern Mali, the governor, Daouda Maiga, told reporters.", ["Daouda Maiga"]],
  // nobody says it
  ["Men attacked two villages in northern Mali, the governor's home, on Tuesday.", ["we"]],
  ["Men attacked Kidal, the old town, Gao, and two villages on Tuesday.", ["we"]],
])("%s", async (text, expected) => {
  expect(await speakers(text)).toEqual(expected);
});
