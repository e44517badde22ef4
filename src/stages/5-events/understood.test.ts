import { expect, test } from "vitest";
import { read } from "../../index.ts";

const told = async (text: string) => {
  const { events, claims, actors, notices } = await read(text, { name: "x.txt", published: "2024-05-08" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((a) => a.id === id)!.name);
  return { events, claims, notices, names };
};

test.each([
  ["GOMA - Three men were arrested in Goma, police said.", 0, ["police"]],
  ["BOGOTA - The army said two guerrillas had been captured near Tibu.", 0, ["Colombian armed forces"]],
  ["PORT-AU-PRINCE - A curfew was imposed in Saint-Marc, the government said.", 0, ["Government of Haiti"]],
  ["BUEA - The separatists warned that any bus to Kumba would be burned.", 0, ["separatists"]],
  ["ABUJA - Gunmen abducted 20 pupils in Kankara. The pupils were freed, the governor said.", 1, ["gunmen"]],
  // left alone
  ["BOGOTA - A teacher said two men had been arrested near Tibu.", 0, []],
  ["BOGOTA - The army said two soldiers had been captured near Tibu.", 0, []],
  ["BOGOTA - The governor said two men had been arrested near Tibu.", 0, []],
  ["GOMA - Nine traders were killed in Goma, police said.", 0, []],
  ["ABUJA - Nine pupils were freed near Kankara, the governor said.", 0, []],
])("whose act it is by his office or his word: %s", async (text, event, agent) => {
  const { events, names } = await told(text);
  expect(names(events[event]!.agent)).toEqual(agent);
});

test.each([
  ["KHARTOUM - The RSF fought the army in Omdurman. The RSF took the town of Bara.", ["Sudanese armed forces"]],
  ["SANAA - The Houthis said they had shot down an American drone over Marib.", ["US armed forces"]],
  ["KHARTOUM - Rebels took the town of Bara.", []],
  ["KHARTOUM - A helicopter was shot down near Kutum.", []],
])("from whom ground is taken, and whose drone it was: %s", async (text, target) => {
  const { events, names } = await told(text);
  expect(names(events.at(-1)!.target)).toEqual(target);
});

test("what is understood is said with a notice, and stands in no claim's sentence", async () => {
  const { claims, notices } = await told("Three men were arrested in Goma on Monday, police said.");
  expect(notices.map(({ code }) => code)).toContain("N-EVENT-07");
  expect(claims[0]!.neutral).toBe(
    "Police said there was an arrest of men in Goma on 6 May 2024, and gave a toll of 3 arrested (men).",
  );
});

test.each([
  ["Soldiers found the bodies of nine farmers near Baga. They had been killed by Boko Haram.", ["farmers"]],
  ["Troops freed 12 hostages near Baga. They had been abducted in May.", ["hostages"]],
  ["Gunmen burned a church. They were killed by soldiers on the road to Jos.", ["gunmen"]],
  ["Nine traders set out for Jos. They were ambushed by gunmen near Baga.", ["traders"]],
])("those found are the dead, and not who found them: %s", async (text, target) => {
  const { events, names } = await told(text);
  expect(names(events.at(-1)!.target)).toEqual(target);
});

test.each([
  ["Since Thursday police have searched houses in Lahore.", ["Pakistani police"]],
  ["On Sunday evening police in Rome detained two men.", ["Italian police"]],
  ["Since the first week of October pro-government brigades have sealed off the town.", ["pro-government brigades"]],
  ["The March 23 Movement burned a church.", ["March 23 Movement"]],
  ["The Thursday Group burned a church.", ["Thursday Group"]],
])("a day before a subject is no part of its name: %s", async (text, agent) => {
  const { events, names } = await told(text);
  expect(names(events[0]!.agent)).toEqual(agent);
});
