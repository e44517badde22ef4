import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** "speaker < relay: act polarity" of each claim; the outlet in its own voice is "we". */
async function claims(text: string): Promise<string[]> {
  const { claims, actors } = await read(text, { outlet: "Valley Digest", published: "2026-03-05" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  return claims.map(({ source, via, act, polarity }) => {
    const chain = via.length === 0 ? "we" : [source, ...via.slice(0, -1)].map(name).join(" < ");
    return `${chain}: ${act} ${polarity}`;
  });
}

test.each([
  [
    "According to the newspaper El Universo, which cited a doctor, rebels shelled the camp.",
    "doctor < El Universo: state positive",
  ],
  [
    "State television quoted a doctor who said rebels had shelled the camp.",
    "doctor < state television: state positive",
  ],
  ["A statement attributed to the militia says rebels shelled the camp.", "militia: state positive"],
  [
    "According to residents quoted in the local press, rebels shelled the camp.",
    "residents < local press: state positive",
  ],
  ["The mayor met a doctor who said rebels had shelled the camp.", "doctor: state positive"],
  ["The mayor told the press that rebels had shelled the camp.", "mayor: state positive"],
  ["The newspaper, which has quoted doctors before, said rebels shelled the camp.", "newspaper: state positive"],
])("whom somebody quotes speaks: %s", async (text, claim) => expect(await claims(text)).toEqual([claim]));

test.each([
  [
    "There is no truth in a message circulating since Monday, according to which rebels shelled the camp.",
    "we: deny negative",
  ],
  ["Police said a message according to which rebels had shelled the camp was false.", "police: deny negative"],
  [
    "The minister denied a report by the monitor according to which rebels had shelled the camp.",
    "minister: deny negative",
  ],
])("what an account says is denied with it: %s", async (text, claim) => expect(await claims(text)).toContain(claim));

test.each([
  "The rule according to which shops close at six was dropped after rebels shelled the camp.",
  "Rebels shelled the camp in which nine families live.",
])("the outlet's own: %s", async (text) => expect(await claims(text)).toEqual(["we: state positive"]));
