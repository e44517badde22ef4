import { describe, expect, test } from "vitest";
import { readInFull } from "../../index.ts";

const read = async (text: string, options: { outlet?: string; published?: string } = {}) => {
  const { ledger, reading } = await readInFull(text, options);
  return {
    ledger,
    days: reading.mentions.times.map(({ value }) => `${value.start}/${value.end} ${value.basis}`),
    said: ledger.notices.map(({ code, message }) => `${code} ${message}`),
    who: (words: string) =>
      ledger.actors
        .filter((actor) => actor.mentions.some(([a, b]) => text.slice(a, b) === words))
        .map((actor) => actor.entry ?? actor.name),
  };
};

describe("the date and outlet of a bulletin without front matter", () => {
  test("a date alone in the first lines is the anchor, and a notice says so", async () => {
    const { days, said } = await read(
      "Syrian Network bulletin, 3 February 2017\n\nWarplanes bombed Ariha on Thursday, killing 11 civilians.\n",
    );
    expect(days).toEqual(["2017-02-02/2017-02-02 implied"]);
    expect(said.some((line) => line.startsWith("N-TIME-03") && line.includes("2017-02-03"))).toBe(true);
  });
  test("a date in a sentence that tells something is no date of the bulletin", async () => {
    const { said } = await read("Rebels shelled a camp on 3 February 2017.\n\nThey fled on Thursday.\n");
    expect(said.join()).not.toContain("N-TIME-03");
  });
  test("one long before publication is not", async () => {
    const { days } = await read("3 February 2017\n\nWarplanes bombed Ariha on Thursday.\n", {
      published: "2019-03-15",
    });
    expect(days).toContain("2019-03-14/2019-03-14 implied");
  });
  test("the agency of a dateline is the report's own voice", async () => {
    const { ledger, said, days } = await read(
      "GAZA, Nov 5, 2023 (WAFA) - Nine people were killed in a strike on Saturday.\n",
    );
    expect(ledger.actors[0]?.name).toBe("WAFA");
    expect(days).toEqual(["2023-11-04/2023-11-04 implied"]);
    expect(said.some((line) => line.startsWith("N-ACTOR-05") && line.includes("WAFA"))).toBe(true);
  });
});

describe("a party's own outlet", () => {
  const text =
    "ISLAMIC EMIRATE OF AFGHANISTAN - Statement\n\nThe mujahideen ambushed a convoy of the puppet army in Kunar. Our fighters killed 17 hirelings.\n";
  test("its statement is its own voice, and its fighters are the party", async () => {
    const { who, said } = await read(text);
    expect(who("The mujahideen")).toEqual(["taliban"]);
    expect(who("Our fighters")).toEqual(["taliban"]);
    expect(who("17 hirelings")).toEqual(["AFG/armed-forces"]);
    expect(said.some((line) => line.startsWith("N-ACTOR-05"))).toBe(true);
  });
  test("by the outlet that the publication names", async () => {
    const body = "Our forces entered Tadef in northern Syria on Monday and killed nine terrorists.\n";
    expect((await read(body, { outlet: "SANA" })).who("Our forces")).toEqual(["SYR/armed-forces"]);
    expect((await read(body, { outlet: "Amaq" })).who("Our forces")).toEqual(["islamic-state"]);
    expect((await read(body, { outlet: "Lakes Wire" })).who("Our forces")).toEqual(["forces"]);
  });
});

describe("the year of a weekday and a day of the month", () => {
  // 3 March was a Thursday in 2005, 2011 and 2016.
  const text = (first: string, second: string) => `${first} fought ${second} on Thursday, 3 March.\n`;
  test("where the known years of the actors leave one, and the notice says so", async () => {
    const { days, said } = await read(text("The Seleka", "the anti-Balaka"));
    expect(days, said.join("\n")).toEqual([]);
    const one = await read("Police fought the Kosovo Liberation Army on Sunday, 24 March.\n");
    expect(one.days).toEqual(["1996-03-24/1996-03-24 implied"]);
    expect(one.said.join()).toMatch(/N-TIME-01 .*the weekday and the years of/);
  });
  test("where they leave several, or none are known, there is no year", async () => {
    for (const sentence of ["Gunmen shot nine people on Thursday, 3 March.\n", text("The Taliban", "the police")]) {
      const { days, said } = await read(sentence);
      expect(days).toEqual([]);
      expect(said.join()).toContain("N-TIME-02");
    }
  });
});

describe("a capital that stands for its government", () => {
  test("is no event place, and not its small namesake beside another capital", async () => {
    const { ledger } = await read(
      "Washington said nine men were killed. Moscow did not comment. Damascus denied it.\n",
    );
    expect(ledger.places.map(({ country }) => country)).toEqual(["USA", "RUS", "SYR"]);
    expect(ledger.events.map(({ place }) => place)).toEqual(ledger.events.map(() => null));
  });
});

describe("no publication date and no year: no year is given", () => {
  const who = ["Rebels", "The Taliban", "Hamas fighters", "Sudanese soldiers", "FARC"];
  const did = ["shelled a camp", "killed nine people", "stormed the town of Beni"];
  const when = [
    "on Thursday", "overnight", "yesterday", "last week", "last month", "on 3 March", "on Thursday, 3 March", "in July", "two days ago",
    "three days later", "the same evening", "between 3 and 5 November", "on the eve of 10 May", "at 15:00 GMT on Friday", "in the past three days",
    "since Monday", "the previous day", "on 12 Ramadan", "early on Sunday morning", "from Monday to Wednesday", "at Christmas", "on the 25th",
  ]; // biome-ignore format: lists read best so
  const cases = who.flatMap((a, i) => when.map((w, j) => `${a} ${did[(i + j) % did.length]} ${w}, the army said.\n`));
  test(`${cases.length} reports`, async () => {
    for (const text of cases) {
      const { ledger, days } = await read(text);
      expect(days, text).toEqual([]);
      expect(ledger.events.filter((event) => event.time !== null).length, text).toBe(0);
    }
  });
});
