import { describe, expect, test } from "vitest";
import type { SentencePlan } from "../../../core/language.ts";
import { loadLexicon } from "../../../resources.ts";
import { makeSentences } from "./index.ts";

const sentence = makeSentences((await loadLexicon()).neutral);
const plan: SentencePlan = {
  source: "Taliban",
  ownVoice: false,
  body: true,
  via: [],
  act: "state",
  polarity: "positive",
  certainty: "certain",
  modality: "actual",
  stage: "accomplished",
  type: "violence/armed-attack",
  agents: ["Taliban"],
  targets: ["Afghan security forces"],
  tells: true,
  place: "Kunduz",
  time: null,
  counts: [],
};
const day = { start: "2020-01-28", end: "2020-01-28", precision: "day", basis: "stated", evidence: [] } as const;

describe("neutral sentences", () => {
  test.each<[string, Partial<SentencePlan>, string]>([
    [
      "an assertion",
      { time: day },
      "The Taliban said it attacked the Afghan security forces in Kunduz on 28 January 2020.",
    ],
    [
      "a denial says what is denied",
      {
        source: "military",
        act: "deny",
        polarity: "negative",
        agents: ["army"],
        targets: [],
        type: "violence/air-strike",
      },
      "The military denied that the army carried out an air strike in Kunduz.",
    ],
    [
      "a part stands with its whole",
      {
        counts: [
          { harm: "killed", who: "people", low: 27, high: 27, bound: "exact" },
          { harm: "killed", who: "children", low: 2, high: 2, bound: "exact", role: "part" },
        ],
      },
      "The Taliban said it attacked the Afghan security forces in Kunduz, and gave a toll of 27 killed (including 2 children).",
    ],
    [
      "an earlier figure stands with the one that replaced it",
      {
        counts: [
          { harm: "killed", who: "people", low: 12, high: 12, bound: "exact", role: "earlier" },
          { harm: "killed", who: "people", low: 18, high: 18, bound: "exact", role: "revised" },
          { harm: "wounded", who: "people", low: 40, high: 40, bound: "exact" },
        ],
      },
      "The Taliban said it attacked the Afghan security forces in Kunduz, and gave a toll of 18 killed (earlier: 12) and 40 wounded.",
    ],
    [
      "a question left open doubts what it asks, and not the event",
      { source: "Afghan police", act: "doubt", certainty: "unknown", agents: [], open: "who" },
      "The Afghan police did not say who was behind the armed attack in Kunduz.",
    ],
    [
      "things are burned, and not their property",
      { source: "residents", agents: ["soldiers"], targets: ["houses"], things: true, type: "violence/arson" },
      "Residents said soldiers burned, wrecked or looted houses in Kunduz.",
    ],
    [
      "no agent named",
      { source: "residents", agents: [], type: "violence/shelling", targets: ["a hospital"] },
      "Residents said there was shelling of a hospital in Kunduz.",
    ],
    [
      "a claim of responsibility with a toll",
      {
        act: "claim-responsibility",
        counts: [
          { harm: "killed", who: "Afghan security forces", low: 35, high: 35, bound: "exact" },
          { harm: "captured", who: "Afghan security forces", low: 4, high: null, bound: "at-least" },
        ],
      },
      "The Taliban claimed responsibility, saying that it attacked the Afghan security forces in Kunduz, and gave a toll of 35 killed (Afghan security forces) and at least 4 captured (Afghan security forces).",
    ],
    [
      "only figures",
      {
        source: "doctor",
        tells: false,
        counts: [{ harm: "killed", who: "people", low: 14, high: 14, bound: "exact" }],
      },
      "The doctor gave a toll of 14 killed in the armed attack in Kunduz.",
    ],
    [
      "a denial of figures denies no event",
      {
        source: "army",
        act: "deny",
        polarity: "negative",
        tells: false,
        counts: [{ harm: "killed", who: "soldiers", low: 20, high: 20, bound: "exact" }],
      },
      "The army denied a toll of 20 killed (soldiers) in the armed attack in Kunduz.",
    ],
    [
      "nobody harmed",
      { tells: false, counts: [{ harm: "wounded", who: "people", low: 0, high: 0, bound: "exact" }] },
      "The Taliban said nobody was wounded in the armed attack in Kunduz.",
    ],
    [
      "several people of themselves",
      { source: "residents", body: false, agents: ["residents"] },
      "Residents said they attacked the Afghan security forces in Kunduz.",
    ],
    [
      "a person is named again",
      { source: "Ali Hassan", body: false, agents: ["Ali Hassan"] },
      "Ali Hassan said Ali Hassan attacked the Afghan security forces in Kunduz.",
    ],
    [
      "a suspicion is not hedged twice",
      { source: "army", act: "suspect", certainty: "probable" },
      "The army suspected that the Taliban attacked the Afghan security forces in Kunduz.",
    ],
    [
      "what is doubted by the outlet's own words is only possible",
      { source: "Daily", ownVoice: true, certainty: "unknown", agents: [] },
      "Daily reported that there was possibly an armed attack on the Afghan security forces in Kunduz.",
    ],
    [
      "a condition stands last",
      { act: "threaten", modality: "conditional" },
      "The Taliban threatened that it would attack the Afghan security forces in Kunduz under a stated condition.",
    ],
    [
      "a denial that only answers",
      { source: "army", act: "deny", polarity: "negative", tells: false },
      "The army denied what is said of the armed attack in Kunduz.",
    ],
    [
      "a place that a name holds is not said twice",
      { type: "violence/air-strike", targets: ["clinic in Kunduz"] },
      "The Taliban said it carried out an air strike on the clinic in Kunduz.",
    ],
    [
      "a threat",
      { act: "threaten", modality: "future" },
      "The Taliban threatened that it would attack the Afghan security forces in Kunduz.",
    ],
    [
      "a demand",
      { source: "UN", act: "demand", modality: "future", type: "force/release", agents: [], targets: [], place: null },
      "UN demanded that there be the release of captives.",
    ],
    [
      "doubt",
      { source: "army", certainty: "possible", targets: [] },
      "The army said the Taliban possibly carried out an armed attack in Kunduz.",
    ],
    [
      "the outlet itself, and relays",
      { source: "Northline Wire", ownVoice: true },
      "Northline Wire reported that the Taliban attacked the Afghan security forces in Kunduz.",
    ],
    [
      "a relay",
      { via: ["a monitor"] },
      "The Taliban said it attacked the Afghan security forces in Kunduz, as relayed by a monitor.",
    ],
    [
      "an attempt",
      { stage: "attempted", source: "police" },
      "Police said the Taliban tried to attack the Afghan security forces in Kunduz.",
    ],
  ])("%s", (_, changes, expected) => {
    expect(sentence({ ...plan, ...changes })).toBe(expected);
  });

  test("no sentence of any type and act has a gap in it", async () => {
    for (const { type } of (await loadLexicon()).neutral) {
      for (const act of ["state", "deny", "threaten", "demand"] as const) {
        for (const targets of [[], ["civilians"]]) {
          const text = sentence({ ...plan, type, act, targets });
          expect(text).not.toMatch(/ {2}|undefined| [,.;]|\bthe the\b/);
          expect(text).toMatch(/^[A-Z].*\.$/);
        }
      }
    }
  });
});
