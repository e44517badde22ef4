import { describe, expect, test } from "vitest";
import { readInFull } from "../../index.ts";

/** The actors that a wording is a mention of, by name. */
async function whoseIs(text: string, outlet = "The Daily Paper"): Promise<(words: string) => string[]> {
  const { ledger } = await readInFull(text, { outlet, published: "2024-05-08" });
  return (words) =>
    ledger.actors
      .filter(({ mentions }) => mentions.some((span) => ledger.report.text.slice(...span) === words))
      .map(({ name }) => name);
}

type Case = readonly [text: string, a: string, b: string];

const ONE: readonly Case[] = [
  ["A group that calls itself the Free Hawks said it had fired. The Free Hawks are new.", "The Free Hawks", "it"],
  ["A militia known as the Red Berets shelled the camp. The militia denied it.", "the Red Berets", "The militia"],
  ["A band called Sons of the Dawn hit the post. It fled.", "Sons of the Dawn", "A band called Sons of the Dawn"],
  ["The weekly Le Sahel Libre reported it. The weekly named nobody.", "Le Sahel Libre", "The weekly"],
  ["The aid group Hope Bridge spoke. Hope Bridge runs a clinic.", "The aid group Hope Bridge", "Hope Bridge"],
  [
    "The army spokesman Brigadier Nabil Abdallah denied it.",
    "Nabil Abdallah",
    "The army spokesman Brigadier Nabil Abdallah",
  ],
  [
    "An investigating judge from Pristina, Danica Marinkovic, was shot.",
    "Danica Marinkovic",
    "An investigating judge from Pristina",
  ],
  [
    "It was lawful, stated the chief of the southern zone, General Mauro Ortega.",
    "Mauro Ortega",
    "the chief of the southern zone",
  ],
  ["A former hostage, the Danish engineer Ole Madsen, has stated it.", "Ole Madsen", "A former hostage"],
  ["A taxi driver said that his cousin, a traffic inspector, was shot.", "his cousin", "a traffic inspector"],
  ["Radio Omega reported it. The radio gave no source.", "Radio Omega", "The radio"],
  ["Ibrahim Sule, the council's head, spoke. The council head wept.", "Ibrahim Sule", "The council head"],
  [
    "The Movement 23 of June fled. Gunmen and the Karo Front fought. The movement lost four.",
    "The Movement 23 of June",
    "The movement",
  ],
  ["The rebels attacked a post. Two fighters were killed.", "The rebels", "Two fighters"],
  ["Gunmen stormed a village. The attackers killed nine.", "Gunmen", "The attackers"],
];

const TWO: readonly Case[] = [
  ["The local newspaper El Faro de Zamora reported it. El Faro denied it.", "El Faro de Zamora", "El Faro"],
  ["FARC guerrillas fired. The paramilitaries fled.", "FARC guerrillas", "The paramilitaries"],
  ["Human Rights Watch spoke. Masked gunmen fled. The group gave names.", "Masked gunmen", "The group"],
  ["Hezbollah fired rockets. The ruling coalition met.", "Hezbollah", "The ruling coalition"],
  ["The UN met. The Kivu Monitor spoke. The group gave names.", "The UN", "The group"],
  ["The mayor, the police said, was shot.", "The mayor", "the police"],
  ["A general, the ministry and two newspapers denied it.", "A general", "the ministry"],
  ["Four farmers, two teachers and a nurse were shot.", "Four farmers", "two teachers"],
  ["The group Tuesday denied it. The aid group Hope Bridge spoke.", "The group Tuesday", "Hope Bridge"],
  ["Nine rebels were killed by two gunmen in Goma.", "Nine rebels", "two gunmen"],
  ["Gunmen killed nine rebels. The rebels fled.", "Gunmen", "The rebels"],
  ["Rebels fought gunmen.", "Rebels", "gunmen"],
  ["Boko Haram killed nine terrorists of a rival band, it said.", "Boko Haram", "nine terrorists"],
];

describe("one actor", () => {
  test.each(ONE)("%s", async (text, a, b) => {
    const of = await whoseIs(text);
    expect(of(a).filter((name) => of(b).includes(name))).not.toEqual([]);
  });
});

describe("two actors", () => {
  test.each(TWO)("%s", async (text, a, b) => {
    const of = await whoseIs(text);
    expect(of(a).filter((name) => of(b).includes(name))).toEqual([]);
  });
});

describe("our forces", () => {
  const own = async (text: string, outlet: string) => (await whoseIs(text, outlet))("our forces");

  test("are those of the side that the outlet is called after", async () => {
    expect(await own("Rebels fired on our forces near Gulu.", "Ugandan Army Briefing Room")).toEqual([
      "Ugandan armed forces",
    ]);
    expect(await own("The regime fired on our forces near Sirte.", "Fatah Communiques")).toEqual(["Fatah"]);
  });

  test("else of the side that speaks first", async () => {
    const said = (a: string) =>
      `${a} announces a victory over the enemy. Two men of our forces fell, and our forces hold the hill.`;
    expect(await own(said("Hamas"), "Hill Bulletin")).toEqual(["Hamas"]);
    expect(await own(said("Fatah"), "Hill Bulletin")).toEqual(["Fatah"]);
  });

  test("but never of the side that is told to speak of them, to claim or to admit", async () => {
    const found = [
      await own("Hamas says that it killed nine of our forces. It is a lie.", "Hill Bulletin"),
      await own("Hamas claimed a victory. It is a lie: our forces hold the hill.", "Hill Bulletin"),
      await own("A farmer said that the bridge was gone. On Monday our forces took the hill.", "Hill Bulletin"),
    ];
    expect(found.flat().join()).not.toMatch(/Hamas|farmer/);
  });
});

test("a year or day in a name is no time", async () => {
  const { ledger } = await readInFull("Albanian rebels of 1997 shelled a camp, the mayor said.", {
    published: "2024-05-08",
  });
  expect(ledger.events.map(({ time }) => time)).toEqual([null]);
});
