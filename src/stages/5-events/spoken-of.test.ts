import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** The types of the events that are denied. */
async function deniedIn(text: string): Promise<string[]> {
  const { events, claims } = await read(text, { name: "report.txt", published: "2025-06-18" });
  const denied = claims.filter(({ act }) => act === "deny").map(({ event }) => event);
  return events.filter(({ id }) => denied.includes(id)).map(({ type }) => type.split("/")[1]!);
}

const ATTACK = "Gunmen stormed a market in Lumo on Tuesday, killing nine people.";

test.each([
  // who is blamed denies what he is blamed for
  [
    `${ATTACK}\n\nThe army blamed the Karo Front and said it had shelled a camp. The front denied any part in it.`,
    ["massacre"],
  ],
  [`${ATTACK}\n\nOfficials denied it.`, ["massacre"]],
  // a ransom that is denied is about no attack of another paragraph, nor about the release
  [`${ATTACK}\n\nEight students were freed on Monday. Officials denied that a ransom had been paid.`, []],
])("what a denial that names no event is about: %s", async (text, expected) => {
  expect(await deniedIn(text)).toEqual(expected);
});
