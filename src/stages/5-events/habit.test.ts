import { expect, test } from "vitest";
import { read } from "../../index.ts";

const types = async (text: string): Promise<string[]> => (await read(text, {})).events.map(({ type }) => type);

test.each([
  ["Every year, rebels attack the convoy on the road to Kidal.", 0],
  ['"We fire at soldiers," the commander said.', 0],
  ["The militia used to rob travellers on this road.", 0],
  ["The rebels have often attacked Beni.", 0],
  ["Armed men tend to attack trucks on market days.", 0],
  ["When soldiers come, they burn houses.", 0],
  ["The rebels attack anyone who helps the government.", 0],
  ["Cattle raids are common in Jonglei.", 0],
  ["Rebels often ambush patrols and kill soldiers.", 0],
  ["The movement has fought the government for decades.", 0],
  ["Rebels have attacked oil sites in the delta for nine years.", 0],
  ["Pirates attack ships in the strait.", 0],
  ["Bandits rob travellers in the forest.", 0],
  ["The militia kills people who refuse to pay.", 0],
  ["Rebels attack convoy on road to Kidal", 1],
  ["Rebels attack villages near Kidal.", 1],
  ["Rebels kill nine farmers in the valley.", 1],
  ["Every night shells fall on the town.", 0],
  ["The manual explains how to plant a bomb and ambush a convoy.", 0],
  ["The Lions massacred the Eagles 9-0 on Saturday.", 0],
  ["The Lions massacred 9 villagers on Saturday.", 1],
  ["A court asked how the rebels planted the bomb.", 1],
  ["The army has fought the rebels near Kidal for three days.", 1],
  ["Rebels held the engineer hostage for two years.", 1],
  ["A court jailed the colonel for ten years.", 1],
  ["Rebels attacked the convoy again this year.", 1],
  ["Drones attacked the city every night last week.", 1],
  ['"We shot three of them," the commander said.', 1],
  ["The rebels, who often attack at night, struck the village on Sunday, killing four people.", 1],
  ["Gunmen attacked every house in the village.", 1],
  ["The army said rebels often attack its posts, and had killed two soldiers on Friday.", 1],
  ["The raid on the village was a common crime.", 1],
])("a habit is no happening: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});

test.each([
  ["The governor met elders on Monday.\n\nRead also: Rebels kill twenty villagers in Ituri", 0],
  ["The governor met elders on Monday. Read more: Gunmen kill a judge in Peshawar", 0],
  [
    "The governor met elders on Monday.\n\nRelated stories\n\nBomb kills nine in Mogadishu\n\nGunmen abduct 30 girls in Zamfara",
    0,
  ],
  ["Related stories\n\nBomb kills nine in Mogadishu\n\nGunmen abducted 30 girls in Zamfara on Monday, police said.", 1],
  ["Police: Gunmen kill a judge in Peshawar", 1],
  ["Rebels related how soldiers had shot two men in Bria.", 1],
])("what points to other reports is not told here: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});
