import { expect, test } from "vitest";
import { read } from "../../index.ts";

/** Each event of a text: "leaf by … on … ; things (effect)". */
async function told(text: string): Promise<string[]> {
  const { events, actors } = await read(text, { name: "x.txt", published: "2025-06-18" });
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((a) => a.id === id)!.name).join(", ");
  return events.map(({ type, agent, target, objects }) => {
    const things = objects.map(({ name, effect }) => (effect ? `${name} ${effect}` : name)).join(", ");
    return `${type.split("/").slice(1).join("/")} | ${names(agent)} | ${names(target)} | ${things}`;
  });
}

test.each([
  // who did it hangs on the deed
  ["Fire was opened on the marchers by soldiers.", "armed-attack | soldiers | marchers | "],
  ["A farmer was stabbed to death with a knife by raiders.", "armed-attack | raiders | farmer | "],
  ["Four people died in an attack by rebels.", "armed-attack | rebels | people | "],
  // who stands before a deed
  ["Rebel shelling of the port wounded nine dockers.", "shelling | rebels | dockers | port"],
  ["A guerrilla attack on the dam left two dead.", "armed-attack | guerrillas |  | dam"],
  ["A rebel commander attacked the dam.", "armed-attack | rebel commander |  | dam"],
  // whose missile it is
  ["A Russian missile struck the station in Kharkiv.", "shelling | Russian armed forces |  | station"],
  ["A Russian missile fired by the militia struck the station in Kharkiv.", "shelling | militia |  | station"],
  // headlines
  ["Mayor kidnapped in Cauca", "abduction |  | mayor | "],
  ["Two engineers killed near Goma", "armed-attack |  | engineers | "],
  ["Rebels kidnap mayor near Goma", "abduction | rebels | mayor | "],
  ["Gunmen kidnapped a mayor near Goma.", "abduction | gunmen | mayor | "],
  // a participle behind "having" is what was done
  ["The soldiers were accused of having raped women.", "assault | soldiers | women | "],
  ["Gunmen shot dead Judge Maria Pinto outside her home.", "assassination | gunmen | Maria Pinto | "],
  ["The president declared a state of emergency.", "curfew | president |  | "],
  ["The army and the rebels signed a ceasefire.", "ceasefire | army, rebels |  | "],
  ["The militia's burning of the village was filmed.", "arson | militia |  | village"],
  ["Mutinous soldiers seized the radio station and announced a coup.", "mutiny | Mutinous soldiers |  | "],
  ["A landmine killed a shepherd and two of his goats.", "bombing |  | shepherd | "],
  ["Thousands marched on Monday.", "demonstration | thousands |  | "],
  ["Thousands were killed on Monday.", "armed-attack |  |  | "],
  ["Gunmen burst into a mosque northeast of Baghdad.", "armed-attack | gunmen |  | mosque"],
  ["Rebels attacked a clinic 20 km north of Goma.", "armed-attack | rebels |  | clinic"],
  ["Rebels attacked a clinic in the north of Congo.", "armed-attack | rebels |  | clinic"],
  ["The officer had a student beaten.", "assault | officer | student | "],
  ["The officer had his men beat a student.", "assault | officer, officer's men | student | "],
  ["The guerrillas executed the mayor after a mock trial.", "massacre | guerrillas | mayor | "],
  ["The general was hanged for treason.", "sentence |  | general | "],
  // what became of things
  ["The bombing destroyed a bridge; the clinic was not damaged.", "bombing |  |  | bridge destroyed, clinic none"],
  ["The shelling left the clinic in ruins.", "shelling |  |  | clinic destroyed"],
  ["Snipers killed a nurse and damaged an ambulance.", "armed-attack | snipers | nurse | ambulance damaged"],
  ["Raiders set the granary ablaze.", "arson | raiders |  | granary damaged"],
  ["Gunmen hijacked a ferry.", "hostage-taking | gunmen |  | ferry"],
  // he who is called the enemy is a body, of whom the clause behind the mark goes on to tell
  [
    "The army said the enemy suffered losses: before fleeing from Kura it set fire to the clinic.",
    "arson | opponent |  | clinic damaged",
  ],
  ["The army said: it shelled the port.", "shelling | army |  | port"],
])("who did what to whom: %s", async (text, line) => {
  expect(await told(text)).toContain(line);
});

test.each([
  ["The shooting of a student by police led to a riot.", ["armed-attack | police | student | ", "riot |  |  | "]],
  ["A mayor was shot dead at a rally.", ["assassination |  | mayor | ", "demonstration |  |  | "]],
  ["The governor imposed a curfew after the riots.", ["curfew | governor |  | ", "riot |  |  | "]],
  [
    "Soldiers shot dead two students in Kura. The killings set off riots in which a bank was burned.",
    ["armed-attack | Nigerian armed forces | students | ", "riot |  |  | bank destroyed"],
  ],
  [
    "Militants kidnapped nine nurses in May. Seven of them were freed on Sunday.",
    ["abduction | militants | nurses | ", "release | militants | nurses | "],
  ],
  ["A bomb killed three soldiers on Monday. It was the third attack on the army this year.", ["bombing |  | army | "]],
  [
    "Rebels shelled Kura on Monday. On Friday they hit Bama.",
    ["shelling | rebels |  | ", "armed-attack | rebels |  | "],
  ],
  ["Rebels shelled Kura on Monday. They hit a school.", ["shelling | rebels |  | school"]],
  [
    "Gunmen burst into a mosque northeast of Baghdad. Sixty people were killed in Imam Weis.",
    ["massacre | gunmen | people | mosque"],
  ],
  [
    "Gunmen burst into a mosque in Baghdad. Sixty people were killed in Mosul.",
    ["armed-attack | gunmen |  | mosque", "massacre |  | people | "],
  ],
  ["Gunmen attacked a bus in Kura. Shots were fired.", ["armed-attack | gunmen |  | bus"]],
  ["Rebels downed a drone with a shoulder-launched missile.", ["shootdown | rebels |  | drone"]],
  ["The blast damaged a school, but the bank was left unscathed.", ["bombing |  |  | school damaged"]],
  [
    "Two weeks after gunmen killed the mayor, his successor was shot dead.",
    ["assassination | gunmen | mayor | ", "armed-attack |  | mayor's successor | "],
  ],
  ["Hours after gunmen killed the mayor, police said nothing.", ["assassination | gunmen | mayor | "]],
  ["The war has killed thousands.", []],
  ["The men stormed the school and fled.", ["armed-attack | men |  | school"]],
  ["The men stormed the school and pupils fled.", ["armed-attack | men | pupils | school"]],
  ["The war began when rebels killed thousands.", ["armed-attack | rebels |  | "]],
  ["A drive-by shooting killed 25 civilians.", ["armed-attack |  | civilians | "]],
  ["Police foiled a plot to bomb the embassy.", ["bombing |  |  | embassy"]],
  ["Warplanes attempted to bomb the bridge.", ["air-strike |  |  | bridge"]],
  ["The court acquitted the colonel.", []],
  ["A court acquitted two officers of murder.", []],
  ["The colonel was convicted of murder.", ["sentence |  | colonel | "]],
  ["The colonel was convicted of the murder of a nurse.", ["sentence |  | colonel | ", "armed-attack |  | nurse | "]],
])("one event or two, and of which kind: %s", async (text, lines) => {
  expect(await told(text)).toEqual(lines);
});

test("an unharmed thing denies nothing, and is not told as hit", async () => {
  const { claims } = await read("The bombing destroyed a bridge; the clinic was not damaged.", { name: "x.txt" });
  expect(claims.map(({ act }) => act)).toEqual(["state"]);
  expect(claims[0]!.neutral).not.toContain("clinic");
});
