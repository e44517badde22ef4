import { expect, test } from "vitest";
import { loadLanguage } from "../../resources.ts";
import { documentOf } from "./testing.ts";

const language = await loadLanguage();

/** "low-high bound | phrase | head" of each number. */
function read(text: string): string[] {
  const s = language.parse(documentOf(text));
  return language
    .numbers(s)
    .map(
      (n) =>
        `${n.low}-${n.high} ${n.bound} | ${text.slice(s.start[n.first], s.end[n.last])} | ${text.slice(s.start[n.head], s.end[n.head])}`,
    );
}

test.each([
  ["Rebels killed at least 10 civilians.", ["10-null at-least | at least 10 | 10"]],
  ["More than 50 people were wounded.", ["51-null at-least | More than 50 | 50"]],
  ["Up to 20 soldiers died.", ["0-20 at-most | Up to 20 | 20"]],
  ["As many as 60 people were killed.", ["0-60 at-most | As many as 60 | 60"]],
  ["Between 35 and 40 fighters were killed.", ["35-40 exact | Between 35 and 40 | 35"]],
  ["The blast killed a dozen people.", ["12-12 exact | a dozen | dozen"]],
  ["About two dozen rebels were captured.", ["24-24 about | About two dozen | dozen"]],
  ["Several dozen people were hurt.", ["36-null vague | Several dozen | dozen"]],
  ["Dozens were killed.", ["24-null vague | Dozens | Dozens"]],
  ["Scores of villagers fled.", ["40-null vague | Scores | Scores"]],
  ["Hundreds of people were arrested.", ["200-null vague | Hundreds | Hundreds"]],
  ["Tens of thousands of people fled.", ["20000-null vague | Tens of thousands | Tens"]],
  ["Several soldiers were wounded.", ["3-null vague | Several | Several"]],
  ["A number of civilians were killed.", ["3-null vague | A number | number"]],
  ["Some 30 militants were killed.", ["30-30 about | Some 30 | 30"]],
  ["An estimated 300 people died.", ["300-300 about | An estimated 300 | 300"]],
  ["Not one fighter was hurt.", ["0-0 exact | Not one | one"]],
  ["No civilians were killed.", ["0-0 exact | No | No"]],
  ["Nobody was hurt.", ["0-0 exact | Nobody | Nobody"]],
  ["No fewer than thirty-five people died.", ["35-null at-least | No fewer than thirty-five | five"]],
  ["No more than sixty men were killed.", ["0-60 at-most | No more than sixty | sixty"]],
  ["One hundred and eighty-six passengers died.", ["186-186 exact | One hundred and eighty-six | six"]],
  ["The raid killed 2,500 people.", ["2500-2500 exact | 2,500 | 2,500"]],
  ["Over a hundred families fled.", ["101-null at-least | Over a hundred | hundred"]],
  ["Fifty or sixty men attacked.", ["50-60 exact | Fifty or sixty | Fifty"]],
  ["Thirty or so men attacked.", ["30-30 about | Thirty or so | Thirty"]],
  ["They found 54 to 65 bodies.", ["54-65 exact | 54 to 65 | 54"]],
  ["Three to four hundred families fled.", ["300-400 exact | Three to four hundred | Three"]],
  ["Between 40 and 50 thousand people fled.", ["40000-50000 exact | Between 40 and 50 thousand | 40"]],
  ["Between eighty and one hundred people fled.", ["80-100 exact | Between eighty and one hundred | eighty"]],
  ["The strike killed two or possibly three officers.", ["2-3 exact | two or possibly three | two"]],
  ["They killed 3-5 men.", ["3-5 exact | 3-5 | 3"]],
  ["Some 1.5 million people were displaced.", ["1500000-1500000 about | Some 1.5 million | million"]],
  ["One of them was a child.", ["1-1 exact | One | One"]],
  [
    "Two hundred soldiers and at least four policemen died.",
    ["200-200 exact | Two hundred | hundred", "4-null at-least | at least four | four"],
  ],
  ["Fourteen, perhaps more, were killed.", ["14-null at-least | Fourteen, perhaps more | Fourteen"]],
  ["A group of nine attacked the camp.", ["9-9 exact | nine | nine"]],
  ["They killed “at least” 142 men.", ["142-null at-least | at least” 142 | 142"]],
  ["A 200-strong force attacked.", ["200-200 exact | 200 | 200"]],
])("reads %s", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  "He fired an AK-47 at the guards.",
  "The council adopted Resolution 1701.",
  "A 32-year-old man was arrested.",
  "The army spent $5 million.",
  "Prices rose by 30 percent.",
  "He is the one who said it.",
  "A boy of nine died.",
  "Earl Mountbatten, 79, was killed.",
  "The driver, who was 32, died.",
  "A girl aged 15 died.",
  "The third attack failed.",
  "There is no longer a truce between the sides.",
  "They met about the truce over the border.",
  "The inflation rate was 3.5 in the report.",
])("reads no number in %s", (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ["The toll rose from 12 to 18.", ["12-12", "18-18"]],
  ["The toll rose by three to 21.", ["3-3", "21-21"]],
  ["They are outnumbered two to three.", ["2-3"]],
])("a rise is two numbers: %s", (text, expected) => {
  expect(read(text).map((r) => r.split(" ")[0])).toEqual(expected);
});
