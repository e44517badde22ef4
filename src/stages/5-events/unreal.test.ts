import { describe, expect, test } from "vitest";
import { readInFull } from "../../index.ts";

const typesOf = async (text: string): Promise<string[]> =>
  (await readInFull(text)).ledger.events.map((event) => event.type);

describe("violence among words of games, films and drills is violence", () => {
  const earnest = [
    "Gunmen opened fire on spectators of a football match in Chibok on Sunday, killing 12 people.",
    "A bomb exploded near a stadium during a cup final in Mogadishu, killing five people and wounding 20 supporters.",
    "Gunmen attacked a coach on the road to Peshawar and shot dead nine passengers.",
    "Dozo hunters killed 30 herders in the village of Ogossagou, officials said.",
    "Soldiers shot dead a hunter near the reserve in Virunga.",
    "A film director was shot dead outside his home in Manila.",
    "A well known actor was kidnapped by gunmen in Port-au-Prince on Friday.",
    "A suicide bomber attacked a cinema that showed a film in Peshawar, killing 13.",
    "Islamists stormed the hotel where investors were meeting in Bamako and took 20 hostages.",
    "Militants attacked the museum in Tunis, killing 22.",
    "An explosion at the monument to the victims wounded three policemen in Derry.",
    "The drill was interrupted when rockets hit the base at Ain al-Asad, wounding two.",
    "Boko Haram attacked a village during a storm and killed eight people.",
    "Police arrested six men over a plot to bomb the embassy in Nairobi.",
  ];
  test.each(earnest)("%s", async (text) => {
    expect(await typesOf(text)).not.toEqual([]);
  });

  const unreal = [
    "In the film, soldiers massacre a village.",
    "The novel tells how rebels shelled the bridge.",
    "On page nine of her first novel the rebels shell the bridge.",
    "A grenade, it says in the script, would have killed the minister.",
    "The gunfire in the film was loud.",
    "Troops stormed a mock village near the coast on Friday.",
    "The drill was an assault on a tanker by twelve commandos.",
    "Gunfire heard on Saturday: a naval exercise with the frigate.",
    "The striker shot at goal twice before half-time.",
    "Rovers bombarded the goal for an hour and the keeper was slaughtered.",
    "The shareholders fought off an attack by a rival bidder.",
    "The town commemorates the bombing of 1944.",
    "A storm killed eight people near the coast.",
    "The hunters shot three deer in the forest.",
  ];
  test.each(unreal)("%s", async (text) => {
    expect(await typesOf(text)).toEqual([]);
  });
});
