import { expect, test } from "vitest";
import { read } from "../../index.ts";

const names = async (text: string): Promise<string[]> => (await read(text)).actors.slice(1).map(({ name }) => name);

test.each([
  // where a body is said to sit goes before what else the report is about
  ["The defence ministry in Moscow said nine men of Ukraine's army had fled.", "Ministry of Defence of Russia"],
  ["Nine died in Ukraine. Police in Kenya said so.", "Kenyan police"],
  // monitors and what a country has abroad make no report one of that country
  ["Police fired tear gas in Conakry. Amnesty International and Human Rights Watch said so.", "Guinean police"],
  ["A bomb hit the French embassy in Nouakchott. Police blamed smugglers.", "Mauritanian police"],
  ["French soldiers shelled a village. The army said so.", "French armed forces"],
  // a name of towns in several countries, or one that only sounds like a town, makes no report one of that country
  ["Gunmen attacked Beni at dawn. Soldiers killed six of them.", "soldiers"],
  ["Gunmen attacked Lumo at dawn. Soldiers killed six of them.", "soldiers"],
  ["Gunmen attacked Mogadishu at dawn. Soldiers killed six of them.", "Somali armed forces"],
])("%s", async (text, name) => {
  expect(await names(text)).toContain(name);
});

test.each([
  // who speaks is not whom his quotation alone speaks of
  ['The minister, Damantang Camara, came. "A young man was stabbed in a fight," he said.', "Damantang Camara"],
  ['The rebel chief came. "We shot a soldier in Kaga," he said.', "rebel chief"],
  // but he who spoke before may be
  ["Colonel Okello fled, the captain said. He said rebels had shot a guard.", "captain"],
  // who speaks is rather not whom his own words name, unless nobody else can be meant
  ["Hunters came to the market. Soldiers had burned twelve houses, they said.", "hunters"],
  ["The trader had seen rebels burn the market, he said.", "trader"],
])("%s", async (text, speaker) => {
  const { actors, claims } = await read(text);
  expect(claims.map(({ source }) => actors.find(({ id }) => id === source)!.name)).toEqual([speaker]);
});
