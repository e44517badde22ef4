import { expect, test } from "vitest";
import { read } from "../../index.ts";

const published = { published: "2026-03-05" };

test("a place and a day that the paragraph names before are taken as implied, with a notice", async () => {
  const ledger = await read("The army sent guns to Goma on Tuesday. Rebels shelled a clinic, a nurse said.", published);
  const event = ledger.events.find((e) => e.type === "violence/shelling")!;
  expect(ledger.places.find((p) => p.id === event.place)?.name).toBe("Goma");
  expect(event.time).toMatchObject({ start: "2026-03-03", basis: "implied" });
  expect(ledger.notices.map((n) => n.code)).toEqual(expect.arrayContaining(["N-EVENT-01", "N-EVENT-02"]));
});

test("another paragraph's place is not taken", async () => {
  const ledger = await read(
    "A clerk sent letters to Goma on Tuesday.\n\nRebels shelled a clinic, a nurse said.",
    published,
  );
  const event = ledger.events.find((e) => e.type === "violence/shelling")!;
  expect(event.place).toBeNull();
  expect(event.time).toBeNull();
});

test("the day of a denial is not the day of what is denied", async () => {
  const { events } = await read("The army on Tuesday denied that its aircraft had bombed a clinic in El Fasher.", {
    published: "2025-04-08",
  });
  expect(events.map(({ time }) => time)).toEqual([null]);
});

const placeNames = async (text: string): Promise<(string | undefined)[]> => {
  const ledger = await read(text, published);
  return ledger.events.map(({ place }) => ledger.places.find((p) => p.id === place)?.name);
};

test("where nothing tells, an event lies where the one told before it did, with a notice", async () => {
  const text = "Rebels shelled a camp near Goma, Congo, on Tuesday.\n\nThe army later arrested two men, a nurse said.";
  expect(await placeNames(text)).toEqual(["Goma", "Goma"]);
  const ledger = await read(text, published);
  expect(ledger.notices.some(({ code, message }) => code === "N-EVENT-03" && message.includes("told beside it"))).toBe(
    true,
  );
});

test("but not in a report that goes from one area to another", async () => {
  const names = await placeNames(
    "Rebels shelled a camp near Goma, Congo.\n\nGunmen shot nine people in Maiduguri, Nigeria.\n\nPolice arrested two men.",
  );
  expect(names.at(-1)).toBeUndefined();
});

test("a country far away that only stands near is not where it happened", async () => {
  const names = await placeNames(
    "Gunmen attacked a camp at Inates in Niger and killed 71 soldiers. The president broke off a visit to Egypt after the raid on the camp.",
  );
  expect(names).not.toContain("Egypt");
});

test("the day of a statement dates nothing that the statement tells of", async () => {
  const text = "Shelling killed 19 people in Goma, Congo, the rebels said in a statement released on Friday.";
  const { events } = await read(text, published);
  expect(events.map(({ time }) => time)).toEqual([null]);
});

test("where the fire came from is taken only where nothing else is told", async () => {
  expect(await placeNames("Rebels fired on Goma from the hills of Sake, a nurse said.")).toEqual(["Goma"]);
  expect(await placeNames("Gunmen abducted nine women from Goma, a nurse said.")).toEqual(["Goma"]);
});

test.each([
  ["A doctor in Nyala said 12 people were killed in a drone strike.", ["Nyala"]],
  ["Shells fell near Sake, a hospital in Bukavu said.", ["Sake"]],
  ["The headquarters in Abuja said soldiers were killed when their lorry was hit near Gwoza.", ["Gwoza"]],
  ["CALI, 4 March 2026 - A grenade exploded outside a police station on Tuesday.", ["Cali"]],
  ["KABUL, 4 March 2026 - The Taliban will free six prisoners on Saturday, a spokesman said.", [undefined]],
  ["GENEVA, 4 March 2026 - Shells fell on Sake in Congo.\n\nPolice arrested nine men.", ["Sake", "Sake"]],
])("where a speaker is, or a report was filed, is taken only for want of better: %s", async (text, places) => {
  expect(await placeNames(text)).toEqual(places);
});

test("and a notice says that it is the speaker's place", async () => {
  const { notices } = await read("A doctor in Nyala said 12 people were killed in a drone strike.", published);
  expect(notices.map(({ message }) => message).join()).toContain('"Nyala", where the speaker is, is taken');
});

test.each([
  ["Hundreds of villagers in Hakha fled to India.", ["Hakha"]],
  ["Thousands fled from Goma to Rwanda.", ["Goma"]],
  ["The army withdrew from Kidal to Gao.", ["Kidal"]],
  ["Police deported 40 migrants to Chad.", [undefined]],
  ["The army sent troops to Gao.", ["Gao"]],
  ["Thousands were displaced in Gao.", ["Gao"]],
])("people flee where they were, not where they go: %s", async (text, places) => {
  expect(await placeNames(text)).toEqual(places);
});

test.each([
  [
    "Gunmen killed nine people in Bor on Monday. The killings came two weeks after a raid on Juba.",
    ["2026-03-02", undefined],
  ],
  [
    "Drones hit a depot in Bor overnight. Guns had shelled a market. On Saturday Bor will mark a feast.",
    ["2026-03-04", "2026-03-04"],
  ],
  ["Gunmen killed nine people in Bor on Monday. Troops arrested two men.", ["2026-03-02", "2026-03-02"]],
])("what was at another time, or is to come, lends and takes no day: %s", async (text, days) => {
  const { events } = await read(text, published);
  expect(events.map(({ time }) => time?.start)).toEqual(days);
});

test.each([
  [
    "KABUL - A bomb killed nine people in Kabul on Monday.\n\nMeanwhile, rebels attacked a post.",
    "another place is meant",
    null,
  ],
  [
    "BAGHDAD, March 3 - A bomb killed nine people in Baghdad on Monday.\n\nDAMASCUS, March 4 - Rebels attacked a post.",
    "another dateline stands between",
    null,
  ],
  ["A bomb killed nine people in Kabul on Monday.\n\nRebels later attacked a post.", "the report goes on", "Kabul"],
])("what an event takes from the one before: %s", async (text, _why, place) => {
  expect((await placeNames(text))[1] ?? null).toBe(place);
});

test.each([
  [
    "Gunmen attacked a post in Kura on Monday. In 2012 rebels had attacked the same post.",
    ["2026-03-02", "2012-01-01"],
  ],
  ["Gunmen attacked a post in Kura on Monday. The same post was attacked in 2012.", ["2026-03-02", "2012-01-01"]],
  ["Gunmen attacked a post in Kura on Monday. The attackers stormed the post at dawn.", ["2026-03-02"]],
])("another year is another event: %s", async (text, days) => {
  const { events } = await read(text, published);
  expect(events.map(({ time }) => time?.start)).toEqual(days);
});

test.each([
  ["Police arrested four men on Monday over the killing of a bishop in January.", ["2026-03-02", "2026-01-01"]],
  ["A court sentenced a colonel on Monday for the massacre of 40 villagers in 2019.", ["2026-03-02", "2019-01-01"]],
  ["Police arrested four men over the killing of a bishop on Monday.", ["2026-03-02", "2026-03-02"]],
])("the second time behind a verb is that of the deed told before it: %s", async (text, days) => {
  const { events, claims } = await read(text, published);
  expect(events.map(({ time }) => time?.start)).toEqual(days);
  expect(claims.flatMap(({ counts }) => counts).every(({ low }) => low < 100)).toBe(true);
});

test.each([
  // the year of something long over dates nothing beside it, and what is beside it is not where that was
  [
    "Shells hit a school in Goma, a nurse said. She would not say who fired. The rebels are led by men who took part in the massacre of 1994.",
    ["null", "1994-01-01"],
  ],
  // a month that is not over does
  ["Rebels shelled Goma in February 2026. A clinic was bombed, a nurse said.", ["2026-02-01", "2026-02-01"]],
])("years and months of other events: %s", async (text, starts) => {
  const { events } = await read(text, published);
  expect(events.map(({ time }) => time?.start ?? "null")).toEqual(starts);
});

test("a denial told later dates nothing", async () => {
  const text =
    "Shells hit a school in Goma, a nurse said.\n\nThe army denied it. In the capital the parliament sat on Tuesday.";
  expect((await read(text, published)).events.map(({ time }) => time)).toEqual([null]);
});
