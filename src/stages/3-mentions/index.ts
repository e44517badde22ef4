import type { Gazetteer } from "../../core/gazetteer.ts";
import type { Language } from "../../core/language.ts";
import type { ActorMention, Mentions } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { readActors } from "./actors.ts";
import { readLoaded } from "./loaded.ts";
import { nameNeutrally } from "./neutral-names.ts";
import { readPlaces } from "./places.ts";
import { readQuantities } from "./quantities.ts";
import { readAnchor, readTimeMentions } from "./times.ts";

/** Stage 3: actors, places, times, quantities and loaded words. */
export function readMentions(syntax: Syntax, lexicon: LexiconData, gazetteer: Gazetteer, language: Language): Mentions {
  const reckoning = readAnchor(syntax, language, syntax.document);
  const actors = readActors(syntax, lexicon, gazetteer, reckoning);
  const isGovernment = (mention: ActorMention) => mention.by.rule === "actors/country-for-government";
  const there = {
    governments: actors.mentions.filter(isGovernment).map(({ span }) => span),
    described: actors.mentions.filter(({ value }) => value.form !== "name").map(({ span }) => span),
  };
  const { places, placeMentions, ...placed } = readPlaces(syntax, gazetteer, lexicon, actors.nameSpans, there);
  const names = actors.mentions.filter(({ by }) => by.rule.startsWith("actors/registry-name")).map(({ span }) => span);
  const loaded = readLoaded(syntax, lexicon, names);
  const unnamed = lexicon.functionWords.find(({ id }) => id === "unnamed")!.words[0]!;
  const namesOnly = actors.nameSpans.filter(({ registered }) => registered).map(({ span }) => span);
  const times = readTimeMentions(syntax, language, syntax.document, reckoning, actors.lifetime, namesOnly);
  return {
    actors: nameNeutrally(actors.actors, loaded.loaded, syntax.text, unnamed),
    actorMentions: actors.mentions,
    places,
    placeMentions,
    times: times.times,
    written: reckoning.anchor?.date ?? null,
    quantities: readQuantities(syntax, lexicon, language, actors.mentions, times.times),
    loaded: loaded.loaded,
    refusals: [...loaded.refusals, ...actors.refusals, ...placed.refusals, ...times.refusals],
    notices: [...actors.notices, ...placed.notices, ...times.notices],
  };
}
