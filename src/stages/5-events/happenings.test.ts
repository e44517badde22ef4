import { expect, test } from "vitest";
import { read } from "../../index.ts";

const told = async (text: string) => read(text, { name: "x.txt", published: "2020-05-05" });
const types = async (text: string) => (await told(text)).events.map((event) => event.type);
const counts = async (text: string) =>
  (await told(text)).claims.flatMap((claim) =>
    claim.counts.map(({ harm, low, whoText }) => `${harm} ${low} ${whoText}`),
  );

test.each([
  ["The blast came a week before a bombing at the market.", 2],
  ["The attack was carried out a day after our forces arrested two operatives.", 2],
  ["The bombing was retaliation for the shelling of the camp the day before.", 2],
  ["The killings followed a raid on the village.", 2],
  ["Troops pursue the group that killed five peasants in Goma.", 2],
  ["Police arrested two men; the men killed a mayor in Goma on Sunday.", 2],
  ["The blast killed nine people after a bomb exploded at the market.", 1],
  ["Gunmen attacked the post, killing two guards.", 1],
])("what a sentence sets apart is told apart: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});

test.each([
  ["Militants attacked a police post on Sunday.", "accomplished"],
  ["Militants tried to storm the base but failed.", "attempted"],
  ["Police foiled an attack on the embassy.", "attempted"],
  ["The group threatened to bomb the port.", "threatened"],
  ["Soldiers plan to attack the town next week.", "threatened"],
])("stage: %s", async (text, stage) => {
  const { events, claims } = await told(text);
  expect(events.map((event) => event.stage)).toEqual([stage]);
  expect(claims[0]).toMatchObject({ polarity: "positive" });
});

test.each([
  ["Gunmen killed a man, 45, in the village.", ["killed 1 man"]],
  [
    "At least 500 people, including some 20 women and seven children, were killed.",
    ["killed 500 people", "killed 20 women", "killed 7 children"],
  ],
  ["A suicide bomber killed nine people, among them three children.", ["killed 9 people", "killed 3 children"]],
  ["The fighting left 14 people dead, four of them women.", ["killed 14 people", "killed 4 women"]],
  ["Four members of one family were killed in the shelling of Ariha.", ["killed 4 members of one family"]],
  ["Nine civilians were killed and four others wounded in the shelling.", ["killed 9 civilians", "wounded 4 others"]],
])("ages count nobody, parts are kept: %s", async (text, figures) => {
  expect(await counts(text)).toEqual(figures);
});

test("things hit are no party, nor are people beside those who are named", async () => {
  const { events, actors } = await told(
    "A suicide attack hit the palace on Monday. Two peacekeepers were killed, people said.",
  );
  const names = actors.filter(({ id }) => events[0]!.target.includes(id)).map(({ name }) => name);
  expect(names).toEqual(["peacekeepers"]);
});

test.each([
  ["A car bomb killed nine people in Mogadishu on Monday. A second blast an hour later wounded four.", 2],
  ["Rebels shelled the market in Goma. Another shelling hit the port later in the day and wounded five.", 2],
  ["Gunmen ambushed a patrol on Sunday, killing three soldiers. The earlier attack, on Friday, had left two dead.", 2],
  ["Militants attacked a base, killing nine soldiers.\n\nThe attackers stormed the base at dusk, a survivor said.", 1],
  ["Six people were killed in a similar attack on the town.", 1],
  ["The army shelled the port of Goma, a nurse said. The army said that it had shelled rebels in Kiwanja.", 2],
])("one event or two: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});

test("a noun that points takes up the event told with it", async () => {
  const { claims, events } = await told(
    "The attack came three days after a mortar barrage on the airport. That barrage wounded two peacekeepers.",
  );
  const barrage = events.find(({ objects }) => objects.length > 0)!;
  expect(claims.find(({ counts }) => counts.length > 0)!.event).toBe(barrage.id);
});

test.each([
  ["Rebels often attack convoys on this road.", 0],
  ["Rebels attacked a convoy on this road.", 1],
])("a habit is no happening: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});

test("what was foiled has done nothing", async () => {
  const { events } = await told("Security forces foiled an attempt by militants to blow up a bridge near Kandahar.");
  expect(events[0]).toMatchObject({ stage: "attempted", objects: [{ name: "bridge", effect: null }] });
});

test.each([
  ["The police say they fired in the air near the market.", ["violence/armed-attack"]],
  ["Soldiers fired shots into the air and then at the crowd.", ["violence/armed-attack"]],
  ["An air attack on the town killed four people.", ["violence/air-strike"]],
  ["Four people were killed from the air near the town.", ["violence/air-strike"]],
])("the air is a weapon only where it strikes: %s", async (text, found) => {
  expect(await types(text)).toEqual(found);
});

test.each([
  ["Troops shelled Bilopillia on Monday. One civilian was killed; a school and nine houses were damaged.", 1],
  ["A blast shook the market in Bor. Two shops were destroyed.", 1],
  ["A blast shook the market in Bor. Two lorries were destroyed by soldiers.", 2],
  ["Police arrested two men on Thursday in connection with the murder of Rosa Mina in Turbo.", 2],
  ["A court sentenced three officers over the shelling of the market in Bor.", 2],
  ["The truce in Bor expired on Sunday and shelling began.", 2],
  ["Russian drones hit a block in Odesa. The air force said it had shot down a jet near Kharkiv.", 2],
  ["Rebels shot down a helicopter near Bor and killed its crew of five.", 1],
  ["The army shelled the town of Bor and withdrew from it at dawn.", 2],
  ["A ceasefire took hold in Bor on Sunday. The ceasefire was respected, officials said.", 1],
])("what a strike wrecks is its work, what the law does about it is not: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});

test("where and when a condition is met dates nothing else; its deeds are no events", async () => {
  const { events } = await told(
    "The front warned that its fighters would attack convoys if the blockade was not lifted by Friday.",
  );
  expect(events.map(({ type, time }) => [type, time])).toEqual([["violence/armed-attack", null]]);
});

test.each([
  ["IDF: 3 soldiers killed in Gaza; Hamas: 14 soldiers killed.", ["killed 3 soldiers", "killed 14 soldiers"]],
  ["Nine farmers killed near Beni, a nurse said.", ["killed 9 farmers"]],
  ["Three gunmen killed a guard near Beni.", ["killed 1 guard"]],
  ["The attack killed a soldier and wounded scores, officials said.", ["killed 1 soldier", "wounded 40 soldier"]],
])("a line without its 'were': %s", async (text, found) => {
  expect(await counts(text)).toEqual(found);
});

test.each([
  ["Rebels shot two guards at the jail in Bor on Sunday. The army denied that its men had opened fire.", 1],
  ["Jets bombed a market in Bor on Sunday. Officials confirmed the raid, which killed nine, and called it lawful.", 1],
  ["Gunmen attacked the post in Bor on Sunday. They will attack the town next, a trader said.", 2],
  ["Rebels attacked Bor on Sunday. The army denied that it had bombed a clinic in Juba on Friday.", 2],
])("what is denied was told before, what is ahead was not: %s", async (text, events) => {
  expect(await types(text)).toHaveLength(events);
});
