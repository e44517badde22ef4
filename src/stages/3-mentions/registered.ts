import type { Known } from "../../lexicon/actor-index.ts";
import { foldName } from "../../lexicon/fold.ts";
import { type Being, meet } from "./beings.ts";
import { choose } from "./choose.ts";
import { describedKind, entryOf, knownBeing, nameOfKnown, nounsOfName } from "./known.ts";
import { articleBefore, sayTitles } from "./names.ts";
import { blank, phrase, type Scene, say } from "./scene.ts";
import type { Unit } from "./units.ts";
import { lifeInWords } from "./years.ts";

type Resolve = (u: number) => Being | null;

/** "the Taliban", "IDF", "occupiers": a name or epithet of the registry. */
export function resolveKnown(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "known") return null;
  const { s } = scene;
  const choice = choose(scene, unit.what.known);
  const chosen = choice.known;
  const ph = phrase(scene, u);
  const span = { first: articleBefore(scene, unit), last: unit.last, head: unit.head };
  if (chosen === null) {
    const words = s.text.slice(s.start[unit.first]!, s.end[unit.last]!);
    scene.doubts.push({
      code: "N-ACTOR-01",
      about: words,
      message: `"${words}" is the name of several actors, and the report does not say which. It stays as worded.`,
      first: unit.first,
      last: unit.last,
    });
    const being = meet(scene.company, `name:${foldName(words).join(" ")}`, () =>
      blank(words, { kind: describedKind(unit.what), named: true }),
    );
    return say(scene, being, { ...span, form: "name", rule: "actors/ambiguous-name" });
  }
  const being = knownBeing(scene, chosen);
  if (being.number !== "one") {
    for (const noun of nounsOfName(scene, s.text.slice(s.start[unit.first]!, s.end[unit.last]!))) being.nouns.add(noun);
  }
  for (const { known, reason } of choice.lost)
    scene.refused.push({
      first: unit.first,
      last: unit.last,
      rule: `actors/namesake-by-${choice.by}`,
      entry: `actors/${entryOf(known)}`,
      reason,
    });
  if (choice.by === "years") doubtYears(scene, unit, chosen);
  const rule = unit.what.heard
    ? "actors/registry-name-by-sound"
    : choice.by === "years"
      ? "actors/registry-name-by-years"
      : "actors/registry-name";
  if (chosen.epithet)
    return say(scene, being, {
      first: ph.first,
      last: unit.last,
      head: unit.head,
      form: "epithet",
      rule: "actors/registry-epithet",
      entry: `actors/${being.entry}`,
    });
  const entry = `actors/${chosen.is === "holder" ? chosen.row.id : being.entry}`;
  say(scene, being, { ...span, form: "name", rule, entry });
  if (being.number === "one") sayTitles(scene, u, being, resolve);
  return being;
}

/** "NRA" in a report of 1985: told by its years alone, so it is said. */
function doubtYears(scene: Scene, unit: Unit, chosen: Known): void {
  const words = scene.s.text.slice(scene.s.start[unit.first]!, scene.s.end[unit.last]!);
  if (scene.doubts.some((doubt) => doubt.code === "N-ACTOR-04" && doubt.about === words)) return;
  const years = [...scene.years.told].sort((a, b) => a - b).join(", ");
  const message = `"${words}" is taken as ${nameOfKnown(chosen)} (${lifeInWords(chosen)}), of several of the name the one that fits the years of the report (${years}).`;
  scene.doubts.push({ code: "N-ACTOR-04", about: words, message, first: unit.first, last: unit.last });
}

/** "the LRA", after "the Lord's Resistance Army (LRA)": whoever the text gave these letters to, whatever the registry says of them. */
export function resolveAcronym(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "acronym") return null;
  const { of, namesakes } = unit.what;
  const v = scene.unitOf[of]!;
  const being = v < 0 || v === u ? null : resolve(v);
  if (being === null) return null;
  const { s } = scene;
  const words = s.text.slice(s.start[unit.first]!, s.end[unit.last]!);
  const others = namesakes.filter((k) => entryOf(k) !== being.entry);
  if (others.length > 0 && !scene.doubts.some((doubt) => doubt.code === "N-ACTOR-03" && doubt.about === words)) {
    const message = `"${words}" is ${being.name} here, as the report itself says, and not ${others.map(nameOfKnown).join(" or ")}.`;
    scene.doubts.push({ code: "N-ACTOR-03", about: words, message, first: unit.first, last: unit.last });
  }
  const first = articleBefore(scene, unit);
  return say(scene, being, {
    first,
    last: unit.last,
    head: unit.head,
    form: "name",
    rule: "actors/acronym-of-the-text",
  });
}
