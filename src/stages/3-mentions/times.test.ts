import { describe, expect, test } from "vitest";
import { documentOf } from "../../languages/en/testing.ts";
import { loadLanguage } from "../../resources.ts";
import { readTimeMentions } from "./times.ts";

const language = await loadLanguage();

function read(published: string | null, ...paragraphs: string[]) {
  const document = { ...documentOf(...paragraphs), published };
  const { times, notices } = readTimeMentions(language.parse(document), language, document);
  return { days: times.map(({ value }) => `${value.start}/${value.end} ${value.basis}`), notices };
}

describe("the anchor", () => {
  test("the publication date", () => {
    const { days, notices } = read("2017-03-17", "Rebels shelled a camp on Thursday.");
    expect(days).toEqual(["2017-03-16/2017-03-16 implied"]);
    expect(notices.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'N-TIME-01 "Thursday" is taken as 2017-03-16, reckoned from the publication date.',
    ]);
  });
  test("the dateline goes before it, and dates no event itself", () => {
    const { days, notices } = read("2017-03-19", "BEIRUT, March 17 (Wire) - Rebels shelled a camp yesterday.");
    expect(days).toEqual(["2017-03-16/2017-03-16 implied"]);
    expect(notices[0]!.message).toContain("the dateline");
  });
  test("a dated dateline alone", () => {
    const { days } = read(null, "SAN SALVADOR, 21 JUN 85 (RADIO IZALCO) -- GUERRILLAS ATTACKED A POST LAST NIGHT.");
    expect(days).toEqual(["1985-06-20/1985-06-20 implied"]);
  });
  test("the hour of an entry is not the hour of what it tells of another day", () => {
    const { days } = read("2023-04-16", "11:02 - Three aid workers were killed on Saturday.");
    expect(days).toEqual(["2023-04-15/2023-04-15 implied"]);
  });
  test("a date that heads a paragraph", () => {
    const { days } = read(
      "2022-12-06",
      "1 December, evening news. The spokesman says that fifty people were killed on Tuesday.",
    );
    expect(days).toEqual(["2022-12-01/2022-12-01 implied", "2022-11-29/2022-11-29 implied"]);
  });
});

describe("no publication date and no year: no year is given", () => {
  test.each([
    "Rebels shelled a camp on Thursday, killing ten.",
    "Rebels shelled a camp on 3 March, killing ten.",
    "KABUL, Jan 3 (AP) - Rebels shelled a camp overnight, killing ten.",
  ])("%s", (text) => {
    const { days, notices } = read(null, text);
    expect(days).toEqual([]);
    expect(notices.map(({ code }) => code)).toEqual(["N-TIME-02"]);
  });
});
