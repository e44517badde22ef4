import { expect, test } from "vitest";
import { read } from "../../../index.ts";

/** "killed 30+ villagers/part" of each count of a report's claims, in the order of claims. */
async function countsOf(text: string): Promise<string[]> {
  const { claims } = await read(text, { published: "2020-05-05" });
  return claims.flatMap((claim) =>
    claim.counts.map(({ harm, low, high, whoText, role }) => {
      const figure = high === null ? `${low}+` : high === low ? `${low}` : `${low}-${high}`;
      return `${harm} ${figure} ${whoText}${role ? `/${role}` : ""}`;
    }),
  );
}

test.each([
  // displaced
  ["Shelling of Kaga made 250 households homeless.", ["displaced 250 households"]],
  ["The shelling of Kaga left 300 families without homes.", ["displaced 300 families"]],
  ["The fighting in Kaga forced about 4,000 people to flee.", ["displaced 4000 people"]],
  ["The fighting in Kaga has uprooted tens of thousands of people.", ["displaced 20000+ people"]],
  ["The fighting in Kaga put 20,000 people to flight.", ["displaced 20000 people"]],
  ["Hundreds of families abandoned their homes in Kaga after the raid.", ["displaced 200+ families"]],
  ["The raid on Kaga displaced 120 families, or about 700 people.", ["displaced 120 families", "displaced 700 people"]],
  ["The number of displaced from Kaga rose to 12,000 after the raid.", ["displaced 12000 people/revised"]],
  ["The shells set fire to a monastery in Kaga where 200 displaced people had sheltered.", []],
  ["After the raid on Kaga a doctor left home at nine.", []],
  ["After the raid on Kaga the homeless man slept.", []],
  // captured and arrested
  ["The rebels took eight Venezuelan soldiers prisoner in a fight near Kaga.", ["captured 8 Venezuelan soldiers"]],
  ["The army killed 30 rebels and took 12 prisoner in Kaga.", ["killed 30 rebels", "arrested 12 rebels"]],
  [
    "The army killed 30 rebels and captured 12 others, among them two commanders, in Kaga.",
    ["killed 30 rebels", "arrested 12 others", "arrested 2 commanders/part"],
  ],
  ["Soldiers found nine of the 30 pupils kidnapped in Kaga last week.", ["captured 30 pupils"]],
  ["Rebels carried away dozens of women and children from Kaga.", ["captured 24+ women, children"]],
  ["Eight soldiers fell into rebel hands at Kaga.", ["captured 8 soldiers"]],
  ["Papers fell into the wrong hands at Kaga.", []],
  ["Of the 53 arrested in Kaga, 11 were minors.", ["arrested 53 people", "arrested 11 minors/part"]],
  ["Gunmen freed nine hostages in Kaga on Monday.", []],
  // nobody
  ["The attack on Kaga caused no injuries or deaths.", ["wounded 0 people", "killed 0 people"]],
  ["There were no immediate reports of casualties in the attack on Kaga.", []],
  // what a figure was, and what it comes to
  [
    "The death toll from the raid on Kaga stands at 15, up from an earlier count of 12.",
    ["killed 15 people/revised", "killed 12 people/earlier"],
  ],
  [
    "The death toll from the raid on Kaga has reached 15, the ministry said, down from 20.",
    ["killed 15 people/revised", "killed 20 people/earlier"],
  ],
  ["The official toll of the raid on Kaga is 12.", ["killed 12 people"]],
  ["The toll of the raid on Kaga rose by three to 15.", ["killed 15 people/revised"]],
  ["Estimates of the number killed in Kaga vary from 12 to 40.", ["killed 12-40 people"]],
  ["The toll of the raid on Kaga rose from 12 to 40.", ["killed 12 people/earlier", "killed 40 people/revised"]],
  [
    "Two of the wounded died on Monday, raising the toll of the raid on Kaga to 15.",
    ["killed 2 people/part", "killed 15 people/revised"],
  ],
  [
    "The number of missing in the raid on Kaga fell from 30 to 12.",
    ["missing 30 people/earlier", "missing 12 people/revised"],
  ],
  ["Nine students who disappeared after the raid on Kaga have been found dead.", ["killed 9 students"]],
  ["Forty people were brought to hospital after the raid on Kaga.", ["wounded 40 people"]],
  ["The raid on Kaga took the lives of 12 people.", ["killed 12 people"]],
  ["A bomb in Kaga wounded at least a dozen people, some of them seriously.", ["wounded 12+ people"]],
  ["Thirty people suffered burns in the raid on Kaga.", ["wounded 30 people"]],
  ["After the raid on Kaga the bodies of nine men were brought to hospital.", ["killed 9 men"]],
  // fighters who die alone in a report
  ["Nine rebels died in Herat, the army said.", ["killed 9 rebels"]],
  ["Thirty soldiers died of cholera near Herat.", []],
  ["A soldier died near Herat.", []],
  ["Nine farmers died in Herat, the mayor said.", []],
  // amounts
  ["A couple of dozen students were killed in Kaga.", ["killed 24 students"]],
  ["As many as 30 people were killed in Kaga.", ["killed 0-30 people"]],
  ["Three, possibly four, people were killed in Kaga.", ["killed 3-4 people"]],
  ["Twelve people, perhaps more, were killed in Kaga.", ["killed 12+ people"]],
  ["Twelve people, perhaps farmers, were killed in Kaga.", ["killed 12 people"]],
])("figures: %s", async (text, expected) => expect(await countsOf(text)).toEqual(expected));

test.each([
  [
    "A bomb killed one person in Kaga on Monday. Shells hit Dora on Tuesday. The ministry confirmed one death.",
    ["violence/bombing 1", "violence/bombing 1"],
  ],
  [
    "A bomb killed nine people in Kaga on Monday. Shells hit Dora on Tuesday. Two people died.",
    ["violence/bombing 9", "violence/shelling 2"],
  ],
  [
    "Gunmen attacked a convoy near Kaga. A granary was burned in Dora. The governor's four wounded were taken to hospital.",
    ["violence/armed-attack 4"],
  ],
  ["Gunmen attacked Kaga. Shells set fire to a monastery. No one was hurt.", ["violence/arson 0"]],
  ["Gunmen set fire to a granary in Dora on Monday. Two farmers died.", ["violence/arson 2"]],
])("of which event: %s", async (text, expected) => {
  const { claims, events } = await read(text, { published: "2020-05-05" });
  const type = (id: string) => events.find((event) => event.id === id)?.type;
  expect(claims.flatMap((c) => c.counts.map(({ low }) => `${type(c.event)} ${low}`))).toEqual(expected);
});
