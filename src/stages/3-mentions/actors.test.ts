import { describe, expect, test } from "vitest";
import { readInFull } from "../../index.ts";

/** "words -> name" of every mention, in text order. */
async function actorsOf(text: string): Promise<string[]> {
  const { ledger, reading } = await readInFull(text);
  return reading.mentions.actorMentions.map((mention) => {
    const actor = ledger.actors.find((actor) => actor.id === mention.value.actor)!;
    return `${text.slice(...mention.span)} -> ${actor.name}`;
  });
}

describe("names", () => {
  test("spellings of one name are one actor", async () => {
    for (const name of ["Jund al-Khilafah", "Jund al Khilafa", "Jundul Khilafah"]) {
      const { ledger } = await readInFull(`${name} said in Algiers that it had killed a soldier of Algeria.`);
      expect(ledger.actors.map((actor) => actor.entry)).toContain("jund-al-khilafah-in-algeria");
    }
    expect(await actorsOf("Shabab fighters left Mogadishu, Somalia.")).toContain("Shabab fighters -> Al-Shabaab");
  });

  test("an acronym is no word", async () => {
    const found = await actorsOf("Let us go, the mayor said. The aim is peace.");
    expect(found.join()).not.toMatch(/Lashkar|Assistance/);
  });

  test("a name of several actors is told by the country, and stays as worded where nothing tells", async () => {
    expect(await actorsOf("The ELN attacked an oil pipeline in Arauca, Colombia.")).toContain(
      "The ELN -> National Liberation Army",
    );
    const { ledger } = await readInFull("The SLA said nothing.");
    expect(ledger.actors.map((actor) => actor.name)).toContain("SLA");
    expect(ledger.notices.map((notice) => notice.code)).toContain("N-ACTOR-01");
  });

  test("titles twice before a name", async () => {
    const found = await actorsOf("Mr Abdelmalek Sellal spoke. Mr Sellal and Mrs Jane Doe left. Mr Sellal laughed.");
    expect(found.filter((line) => line.endsWith("-> Abdelmalek Sellal")).length).toBeGreaterThanOrEqual(3);
  });
});

describe("state bodies", () => {
  test("nationality and body", async () => {
    const found = await actorsOf("Afghan security forces and the Turkish army denied it.");
    expect(found).toContain("Afghan security forces -> Afghan security forces");
    expect(found).toContain("the Turkish army -> Turkish armed forces");
  });

  test("a bare army is that of the country the report is about", async () => {
    expect(await actorsOf("N'DJAMENA - The army killed 20 rebels in Chad, the Chadian president said.")).toContain(
      "The army -> Chadian armed forces",
    );
  });

  test("and stays as worded where two countries are at it", async () => {
    const { ledger } = await readInFull("India and Pakistan met. The army was on alert.");
    expect(ledger.actors.find((actor) => actor.name === "army")?.entry).toBeNull();
  });
});

describe("people", () => {
  test("name, title, spokesman, apposition", async () => {
    const { ledger } = await readInFull(
      "Five servicemen died, air force spokesman Ajantha Silva told reporters in Colombo, Sri Lanka. Silva said he was sad.",
    );
    const silva = ledger.actors.find((actor) => actor.name === "Ajantha Silva")!;
    expect(silva.mentions.length).toBeGreaterThanOrEqual(4);
    expect(ledger.actors.find((actor) => actor.id === silva.memberOf)?.entry).toBe("LKA/air-force");
  });

  test("an unnamed source keeps its description", async () => {
    expect(await actorsOf("Two people died, a security source said.")).toContain(
      "a security source -> security source",
    );
  });

  test("two doctors are two", async () => {
    const { ledger } = await readInFull("A doctor counted five dead. A doctor in Goma counted nine.");
    expect(ledger.actors.filter((actor) => actor.name.startsWith("doctor"))).toHaveLength(2);
  });
});

describe("reference", () => {
  test("fighters of a group, the militants, they", async () => {
    const found = await actorsOf("Taliban gunmen stormed a post in Kunduz. The militants fled, and they took rifles.");
    expect(found).toContain("Taliban gunmen -> Taliban");
    expect(found).toContain("The militants -> Taliban");
    expect(found).toContain("they -> Taliban");
  });

  test("unnamed gunmen are nobody's", async () => {
    const found = await actorsOf("Gunmen killed five people near Maiduguri. Boko Haram is active in Nigeria.");
    expect(found).toContain("Gunmen -> gunmen");
  });

  test("the subject of the whole sentence comes before those inside it", async () => {
    const found = await actorsOf(
      "The Iraqi interior ministry said police had arrested five men. It warned of attacks.",
    );
    expect(found).toContain("It -> Ministry of Interior of Iraq");
  });

  test("a police station is nobody", async () => {
    expect((await actorsOf("Rebels burnt a police station and the railway station.")).join()).not.toMatch(/station/);
  });

  test("we in quotation marks is the speaker, outside the report", async () => {
    const found = await actorsOf('"We attacked the camp," Hamas said. Our fighters are ready.');
    expect(found).toContain("We -> Hamas");
    expect(found).toContain("Our -> the report");
  });
});

describe("neutrality", () => {
  const report = (a: string, b: string) =>
    `${a} fighters killed 12 members of ${b} in the valley, a spokesman for ${a} said. ${b} denied it. The group said its men had fled.`;

  test("swapping the names of two sides changes the names and nothing else", async () => {
    const pairs = [
      ["Hamas", "Fatah"],
      ["FARC", "AUC"],
      ["Hezbollah", "Amal"],
    ] as const;
    for (const [a, b] of pairs) {
      const shape = async (x: string, y: string) => {
        const { ledger, reading } = await readInFull(report(x, y));
        const first = ledger.actors.find((actor) => actor.mentions.length > 0 && actor.entry !== null)!.id;
        return reading.mentions.actorMentions.map((m) => [m.value.actor === first, m.value.form, m.by.rule]);
      };
      expect(await shape(a, b)).toEqual(await shape(b, a));
    }
  });
});

describe("sides", () => {
  test("who undergoes a deed is not who does it", async () => {
    const found = await actorsOf(
      "The Southern Brigades stormed two positions of the mercenaries of the Emirate and killed seven of them.",
    );
    expect(found.filter((line) => /^(?:seven of )?them -> /.test(line)).join()).not.toContain("Southern Brigades");
  });

  test("a partisan outlet's own men are never the coalition or the occupiers", async () => {
    const found = await actorsOf(
      "Three of our fighters fell near Mocha. A spokesman for the coalition spoke. Whoever shelters the occupiers will be punished.",
    );
    const own = found.find((line) => line.startsWith("our fighters -> "))!.split(" -> ")[1];
    expect(found.find((line) => line.startsWith("the coalition -> "))).not.toContain(own);
    expect(found.find((line) => line.startsWith("the occupiers -> "))).not.toContain(own);
  });
});

test.each(["Lashkar-e-Taiba", "Jaish-e-Mohammed", "Lashkar-e-Jhangvi", "Tehreek-e-Taliban Pakistan"])(
  "a name with hyphens is one name, whatever the tokeniser makes of it: %s",
  async (name) => {
    const { ledger } = await readInFull(`${name} fighters attacked a post, and ${name} said so.`);
    expect(ledger.actors.some((actor) => actor.entry !== null && actor.mentions.length > 1)).toBe(true);
  },
);

describe("deeds of a state's arms", () => {
  const deeds: [text: string, said: string][] = [
    ["Russian shelling killed four people in Kharkiv.", "Russian -> Russian armed forces"],
    ["An Israeli air strike destroyed the house.", "Israeli -> Israeli armed forces"],
    ["A US drone strike killed two men in Ghazni.", "US -> US armed forces"],
    ["Turkish strikes on a depot in Qamishli went on.", "Turkish -> Turkish armed forces"],
    ["The Ethiopian offensive on Mekelle began in November.", "Ethiopian -> Ethiopian armed forces"],
  ];
  test.each(deeds)("%s", async (text, said) => {
    expect(await actorsOf(text)).toContain(said);
  });

  const others = [
    "French strikes over pensions went on for a week.",
    "A Kenyan attack near the border killed two.",
    "The Nigerian bombing was claimed by nobody.",
    "Syrian refugees fled the bombardment.",
    "An anti-Russian offensive of words began.",
  ];
  test.each(others)("%s", async (text) => {
    expect((await actorsOf(text)).join()).not.toContain("armed forces");
  });
});
