import type { Attributions, Events, Mentions } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { speechIndex } from "../../lexicon/speech.ts";
import { addAnswers, answersTo } from "./answers.ts";
import { assemble } from "./assemble.ts";
import { readDrafts } from "./drafts.ts";
import { makeItems } from "./items.ts";
import { clusterMentions } from "./merge.ts";
import { nameBoth } from "./mutual.ts";
import { innermost } from "./stage.ts";
import { nameStruckBack } from "./struck-back.ts";
import { type Figure, makeAmounts, readBareFigures, readFigures } from "./tolls.ts";

/** Stage 5: what is said to have happened, to whom, with which toll. */
export function readEvents(
  syntax: Syntax,
  mentions: Mentions,
  attributions: Attributions,
  lexicon: LexiconData,
): Events {
  const { s, know, ofSaying, drafts, triggers, refusals, who, timeOf } = readDrafts(
    syntax,
    mentions,
    attributions,
    lexicon,
  );
  const itemOf = makeItems(s, mentions);
  const clusters = clusterMentions(s, drafts, mentions, know.merge, itemOf);
  nameBoth(clusters, attributions);
  nameStruckBack(clusters);
  const amounts = makeAmounts(mentions, s, know.small.aged!, know.classes);
  const told = readFigures(s, triggers, amounts, who, know);
  const spoken = attributions.attributions.flatMap((a) => a.value.content);
  const figures = [...told, ...readBareFigures(s, told, amounts, spoken, know.small)];
  const words = speechIndex(lexicon);
  addAnswers(s, clusters, figures, mentions, attributions, words, itemOf);
  const happened = { ...mentions, times: mentions.times.filter((time) => !ofSaying(time)) };
  const voiceOf = (figure: Figure) => innermost(attributions.attributions, figure)?.value.source ?? null;
  const events = assemble({
    s,
    know,
    mentions: happened,
    attributions,
    ofSaying,
    clusters,
    figures,
    refusals,
    voiceOf,
    timeOf: ({ trigger }) => timeOf(trigger),
    itemOf,
  });
  const { answers, notices } = answersTo(s, attributions, events, mentions, words, itemOf);
  return { ...events, answers, notices: [...events.notices, ...notices] };
}
