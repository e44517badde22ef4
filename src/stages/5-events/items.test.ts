import { expect, test } from "vitest";
import { read } from "../../index.ts";

const ITEMS = [
  "Goma, 5 May. Artillery of the army hit a village, wounding three children, a nurse said.",
  "Butembo, 6 May. Two traders were shot dead at a post. The Hill Front claimed the killing.",
  "Bunia, 9 May. A roadside bomb exploded as a convoy passed; nobody was hurt.",
  "Beni, 10 May. The hospital reported 61 dead in 24 hours of shelling.",
].join("\n\n");

test("the items of a digest are apart: events, answers and figures do not go from one to the next", async () => {
  const { events, claims, actors, places } = await read(ITEMS, { published: "2025-05-12", outlet: "Desk" });
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name;
  expect(
    events.map(({ id, type, place, time }) => [
      type.split("/")[1],
      places.find((p) => p.id === place)?.name,
      time?.start.slice(8),
      claims
        .filter(({ event }) => event === id)
        .map(({ source, counts }) =>
          [name(source), ...counts.map(({ harm, low, who }) => `${harm} ${low} ${who === null ? "" : name(who)}`)]
            .join(" ")
            .trim(),
        )
        .join("; "),
    ]),
  ).toEqual([
    ["shelling", "Goma", "05", "nurse wounded 3 children"],
    ["armed-attack", "Butembo", "06", "Desk killed 2 traders; Hill Front"],
    ["bombing", "Bunia", "09", "Desk wounded 0"],
    ["shelling", "Beni", "10", "hospital killed 61"],
  ]);
});

test("a report with one dateline is one item", async () => {
  const text =
    "Goma, 5 May. Rebels shelled a village, wounding nine.\n\nThe attack lasted an hour, a nurse said. She spoke of two dead.";
  expect((await read(text, { published: "2025-05-12" })).events).toHaveLength(1);
});
