import { describe, expect, test } from "vitest";
import { loadLanguage } from "../../../resources.ts";
import { documentOf } from "../testing.ts";

const language = await loadLanguage();

/** What is read in a text: "start/end precision basis", anchored on a Friday unless told otherwise. */
function read(text: string, anchor: string | null = "2017-03-17"): string[] {
  const syntax = language.parse(documentOf(...text.split("\n")));
  return language
    .times(syntax, anchor === null ? null : { date: anchor, from: "the publication date" })
    .read.map(
      ({ time }) =>
        `${time.start === time.end ? time.start : `${time.start}/${time.end}`} ${time.precision} ${time.basis}`,
    );
}

describe("dates that the words give", () => {
  test.each([
    ["It happened on 3 March 2019.", "2019-03-03 day stated"],
    ["It happened on March 3, 2019, in Kabul.", "2019-03-03 day stated"],
    ["They met on the 3rd of March 2019.", "2019-03-03 day stated"],
    ["The log for 2019-03-04 is lost.", "2019-03-04 day stated"],
    ["The log for 25/12/2019 is lost.", "2019-12-25 day stated"],
    ["He was born on 4.3.1960 in Tuzla.", "1960-03-04 day stated"],
    ["SAN SALVADOR, 21 JUN 85 (RADIO IZALCO) -- THE ATTACK FAILED.", "1985-06-21 day stated"],
    ["Fighting went on in March 2019.", "2019-03-01/2019-03-31 month stated"],
    ["The ban was lifted in 2015.", "2015-01-01/2015-12-31 year stated"],
    ["Clashes lasted from 10 to 12 May 2015.", "2015-05-10/2015-05-12 day stated"],
    ["It happened between 3 and 5 November 2014.", "2014-11-03/2014-11-05 day stated"],
    ["The raid of 21-22 June 2004 was a shock.", "2004-06-21/2004-06-22 day stated"],
    ["They fought from 30 March to 2 April 2019.", "2019-03-30/2019-04-02 day stated"],
    ["The siege lasted three days from 3 May 2015.", "2015-05-03/2015-05-05 day stated"],
    ["Clashes went on for two weeks until 20 May 2015.", "2015-05-06/2015-05-20 day stated"],
    ["The log for 3-3-2016 is lost.", "2016-03-03 day stated"],
    ["They left in mid-March 2015.", "2015-03-01/2015-03-31 month stated"],
    ["They left in the summer of 2014.", "2014-01-01/2014-12-31 year stated"],
    ["They left in summer 2014.", "2014-01-01/2014-12-31 year stated"],
    ["The raid began at 04:00 local time on 3 March 2019.", "2019-03-03T04:00 hour stated"],
    ["The war of 1992-1995 left ruins.", "1992-01-01/1995-12-31 year stated"],
  ])("%s", (text, time) => expect(read(text)).toEqual([time]));
});

describe("dates reckoned from the anchor, Friday 17 March 2017", () => {
  test.each([
    ["Rebels shelled a camp on Thursday.", "2017-03-16 day implied"],
    ["Rebels shelled a camp on Friday.", "2017-03-17 day implied"],
    ["Rebels shelled a camp last Friday.", "2017-03-10 day implied"],
    ["The sides will meet on Monday.", "2017-03-20 day implied"],
    ["The sides will meet next Friday.", "2017-03-24 day implied"],
    ["If the guns are not withdrawn by Monday, we shall silence them.", "2017-03-20 day implied"],
    ["The group said the army must leave the town by Monday.", "2017-03-20 day implied"],
    ["It urged both sides to leave the town by Monday.", "2017-03-20 day implied"],
    ["If they were there on Monday, they died.", "2017-03-13 day implied"],
    ["The army has until Monday to leave the town.", "2017-03-20 day implied"],
    ["The army had held the town until Monday.", "2017-03-13 day implied"],
    ["The truce begins on Sunday.", "2017-03-19 day implied"],
    ["The truce began on Sunday.", "2017-03-12 day implied"],
    ["The video shows a raid on Sunday.", "2017-03-12 day implied"],
    ["Rebels shelled a camp yesterday.", "2017-03-16 day implied"],
    ["Rebels shelled a camp early today.", "2017-03-17 day implied"],
    ["Rebels shelled a camp last night.", "2017-03-16 day implied"],
    ["Rebels shelled a camp overnight.", "2017-03-16/2017-03-17 day implied"],
    ["They were freed overnight into Thursday.", "2017-03-15/2017-03-16 day implied"],
    ["Gunmen killed nine people overnight on Thursday.", "2017-03-16/2017-03-17 day implied"],
    ["He was killed in June last year.", "2016-06-01/2016-06-30 month implied"],
    ["A truce has held since the evening of the 14th.", "2017-03-14/2017-03-17 day implied"],
    ["They raided it in the night of 13 to 14 February.", "2017-02-13/2017-02-14 day implied"],
    ["Rebels shelled a camp three days ago.", "2017-03-14 day implied"],
    ["They were arrested last week.", "2017-03-06/2017-03-12 week implied"],
    ["They were arrested last month.", "2017-02-01/2017-02-28 month implied"],
    ["He was killed on 22 December.", "2016-12-22 day implied"],
    ["He was killed on Oct. 22.", "2016-10-22 day implied"],
    ["He was killed in July.", "2016-07-01/2016-07-31 month implied"],
    ["The July bombing killed nine.", "2016-07-01/2016-07-31 month implied"],
    ["They have held the town since Monday.", "2017-03-13/2017-03-17 day implied"],
    ["The army hit it on Tuesday and Wednesday.", "2017-03-14/2017-03-15 day implied"],
    ["They clashed from Monday to Wednesday.", "2017-03-13/2017-03-15 day implied"],
    ["It drove them off in the first week of March.", "2017-03-01/2017-03-07 week implied"],
    ["Twelve died in the past three days.", "2017-03-14/2017-03-17 day implied"],
    ["He died on the eve of 10 March.", "2017-03-09 day implied"],
    ["They fled on the eve of the vote, scheduled for 10 May.", "2016-05-09 day implied"],
    ["They fled on the eve of the 10 March election.", "2017-03-09 day implied"],
    ["It was hit a fortnight ago.", "2017-03-03 day implied"],
    ["It was hit on the night of 3 March.", "2017-03-03 day implied"],
    ["They clashed between 3 and 5 November.", "2016-11-03/2016-11-05 day implied"],
    ["The blast hit at 10 a.m. EST on Thursday.", "2017-03-16T10:00-05:00 hour implied"],
    ["The blast hit on Thursday at 08:30 UTC+3.", "2017-03-16T08:30+03:00 hour implied"],
    ["The blast hit at around 14:30 Moscow time on Thursday.", "2017-03-16T14:30 hour implied"],
    ["He died two days before 10 March.", "2017-03-08 day implied"],
    ["The blast hit at 3:15 p.m. local time on Thursday.", "2017-03-16T15:15 hour implied"],
    ["The blast hit on Thursday at 0830 GMT.", "2017-03-16T08:30Z hour implied"],
  ])("%s", (text, time) => expect(read(text)).toEqual([time]));
});

describe("dates reckoned from an earlier one of the text", () => {
  test.each([
    ["On 5 May 2002 they entered the town. Three days later they left.", "2002-05-08 day implied"],
    ["On 5 May 2002 they entered the town. It was shelled the same evening.", "2002-05-05 day implied"],
    ["On 5 May 2002 they entered the town. The following day it was shelled.", "2002-05-06 day implied"],
    ["On 5 May 2002 they entered the town, which had been shelled the day before.", "2002-05-04 day implied"],
    ["On 5 May 2002 they entered the town. They left it on 9 May.", "2002-05-09 day implied"],
    ["On 5 May 2002 they entered the town. During the night it was shelled.", "2002-05-05/2002-05-06 day implied"],
    ["On 5 May 2002, a week after gunmen killed the mayor, they entered it.", "2002-04-28 day implied"],
  ])("%s", (text, time) => expect(read(text, null)).toEqual(["2002-05-05 day stated", time]));
});

describe("a weekday with a day of the month fixes the year", () => {
  test("near the anchor", () =>
    expect(read("He was killed on Thursday, 3 March.")).toEqual(["2016-03-03 day implied"]));
});

describe("no year is invented", () => {
  test.each([
    "Rebels shelled a camp on Thursday.",
    "Rebels shelled a camp on 3 March.",
    "Rebels shelled a camp on Thursday, 3 March.",
    "Rebels shelled a camp overnight.",
    "Rebels shelled a camp in July.",
    "Rebels shelled a camp yesterday, and two days later they left.",
  ])("%s", (text) => {
    const syntax = language.parse(documentOf(text));
    const { read, unread } = language.times(syntax, null);
    expect(read).toEqual([]);
    expect(unread.length).toBeGreaterThan(0);
    for (const { reason } of unread) expect(reason).not.toBe("");
  });
});

describe("other calendars, where the text gives them", () => {
  test.each([
    ["He fell on 22 Bahman 1357.", "1979-02-11 day implied"],
    ["He fell on 7 Dhu al-Hijjah 1437H.", "2016-09-10 day implied"],
    ["The statement of 20 Mizan 1398 said so.", "2019-10-12 day implied"],
    ["The decree of 1 Muharram 1446 AH was read out.", "2024-07-08 day implied"],
  ])("%s", (text, time) => expect(read(text)).toEqual([time]));
});

describe("what cannot be dated says why", () => {
  test.each([
    ["Bombs went off on the eve of the election.", "on which day"],
    ["The attack of 12/03/2016 killed nine.", "day first or month first"],
    ["It was hit the previous day.", "no earlier date"],
  ])("%s", (text, reason) => {
    const { read, unread } = language.times(language.parse(documentOf(text)), {
      date: "2017-03-17",
      from: "the dateline",
    });
    expect(read).toEqual([]);
    expect(unread.map((one) => one.reason).join()).toContain(reason);
  });
});

describe("what is no date", () => {
  test.each([
    "The fighting went on for three days.",
    "A curfew from 1800 to 0600 was declared.",
    "A three-day truce held.",
    "He may have fled; they march at dawn with 12 men.",
    "In March 2 convoys of 2000 soldiers crossed.".replace("In March ", ""),
    "General March said that Tir was safe.",
    "A 12-year-old was hurt and 1990 houses burned.",
    "He arrived a day after the attack on the convoy.",
  ])("%s", (text) => expect(read(text)).toEqual([]));
});

describe("days that lie ahead", () => {
  test.each([
    ["Unions called a strike for Monday.", "2017-03-20 day implied"],
    ["They announced a march for Monday.", "2017-03-20 day implied"],
    ["The group said it would attack the port on Monday.", "2017-03-20 day implied"],
    ["Workers are to strike on Monday.", "2017-03-20 day implied"],
    ["The army is poised to attack on Monday.", "2017-03-20 day implied"],
    ["The army was about to attack on Monday.", "2017-03-13 day implied"],
    ["They called a strike on Monday.", "2017-03-13 day implied"],
    ["The march that was called for Monday ended in blood.", "2017-03-13 day implied"],
    ["The group would have been freed on Monday.", "2017-03-13 day implied"],
    ["In 2012 rebels burned the mill.", "2012-01-01/2012-12-31 year stated"],
  ])("%s", (text, time) => {
    expect(read(text)).toEqual([time]);
  });
});

test("a past deed reckoned to after the report stays unread", () => {
  expect(read("Rebels took Lumo on 3 January 2017. The army retook it a month later.")).toHaveLength(2);
  expect(read("Rebels took Lumo on 3 March 2017. The army retook it a month later.")).toHaveLength(1);
});
