import { annotate, type Notice, type Refusal } from "../../core/finding.ts";
import type { Gazetteer } from "../../core/gazetteer.ts";
import { introductions } from "../../core/introduction.ts";
import type { Lifetime } from "../../core/language.ts";
import { type ActorMention, type ActorMentionValue, OUTLET } from "../../core/layers.ts";
import type { Actor } from "../../core/ledger.ts";
import { inOrder, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { rangeSpan, relation } from "../../core/tree.ts";
import { type ActorIndex, actorIndex, type Known } from "../../lexicon/actor-index.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { withAcronyms } from "./acronyms.ts";
import { readAgency } from "./agency.ts";
import { apposed } from "./apposition.ts";
import { type Being, meet, newCompany, type Said } from "./beings.ts";
import { resolveBody } from "./bodies.ts";
import { withCalledNames } from "./called-names.ts";
import { resolveCountry } from "./countries.ts";
import { datelines } from "./dateline.ts";
import { publisher } from "./first-lines.ts";
import { homeOf, weighCountries, weightOf } from "./home.ts";
import { resolveLeftovers } from "./leftovers.ts";
import { resolveOrganisation, resolvePerson, titleUnit } from "./names.ts";
import { knowOutlet, sayOutlet } from "./outlet.ts";
import { recogniseOwnSide } from "./own-side.ts";
import type { ActorName } from "./places/found.ts";
import { quotedTokens, resolvePronoun } from "./pronouns.ts";
import { refusedUnits } from "./refused.ts";
import { resolveAcronym, resolveKnown } from "./registered.ts";
import { isDeedOf } from "./roles/fighters.ts";
import { resolveNoun } from "./roles.ts";
import { blank, type Refused, type Scene } from "./scene.ts";
import { withSurnames } from "./surnames.ts";
import { withTaggedNames } from "./tagged-names.ts";
import type { Reckoning } from "./times.ts";
import { findUnits, type Keys, keysOf, type Unit } from "./units.ts";
import { lifetimeOf, NO_YEARS } from "./years.ts";

export interface ActorReading {
  readonly actors: readonly Actor[];
  readonly mentions: readonly ActorMention[];
  /** Names of actors proper: a place name inside one is a part of it. "Russia denied" is none. */
  readonly nameSpans: readonly ActorName[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
  /** Years in which all named actors were there. */
  readonly lifetime: Lifetime | null;
}

/** What the actors need of how a report was filed. */
export type Filing = Pick<Reckoning, "years" | "lines" | "over">;
const UNDATED: Filing = { years: NO_YEARS, lines: [], over: [] };

/** Everybody who does, suffers or says something in a report, and every word that means them. One pass over the units, in text order. */
export function readActors(
  s: Syntax,
  lexicon: LexiconData,
  gazetteer: Gazetteer,
  { years, lines, over }: Filing = UNDATED,
): ActorReading {
  const index = actorIndex(lexicon);
  const keys = keysOf(s);
  // Who the report is about decides which epithets can be read.
  const weights = weighCountries(
    s,
    unitsOf(s, keys, index, () => false),
    gazetteer,
    index.small,
  );
  const refused: Refused[] = [];
  const fits = (known: Known) => weightOf(weights, known) > 0;
  const units = withSurnames(
    s,
    unitsOf(s, keys, index, fits, (refusal) => refused.push(refusal)),
    index,
  );
  const unitOf = new Int32Array(s.length).fill(-1);
  units.forEach((unit, u) => {
    for (let t = unit.first; t <= unit.last; t++) unitOf[t] = u;
  });
  const company = newCompany();
  const outlet = meet(company, OUTLET, () => blank(s.document.outlet ?? "the report", { kind: "media", named: true }));
  const scene: Scene = {
    s,
    index,
    units,
    unitOf,
    weights,
    home: homeOf(weights),
    years,
    company,
    outlet,
    resolved: new Map(),
    said: [],
    phrases: new Map(),
    introduced: introductions(s, { ...index.speaking, verbs: index.speaking.quoting }),
    quoted: quotedTokens(s),
    doubts: [],
    refused,
    datelined: new Set(),
  };

  knowOutlet(scene, publisher(s, units, index, over, lines));
  sayOutlet(scene);

  const busy = new Set<number>();
  const resolve = (u: number): Being | null => {
    const done = scene.resolved.get(u);
    if (done !== undefined) return done;
    // Two phrases that own one another: "his men", "the man of the men".
    if (busy.has(u)) return null;
    busy.add(u);
    const being = resolveUnit(scene, u, resolve);
    scene.resolved.set(u, scene.resolved.get(u) ?? being);
    busy.delete(u);
    return scene.resolved.get(u)!;
  };
  // A dateline names the place and the agency, and nobody who acts.
  for (const { span } of lines.length > 0 ? lines : datelines(s.document)) {
    units.forEach((unit, u) => {
      if (s.start[unit.first]! < span[0] || s.end[unit.last]! > span[1]) return;
      scene.resolved.set(u, null);
      scene.datelined.add(u);
    });
  }
  readAgency(scene, datelines(s.document)[0]);
  for (let u = 0; u < units.length; u++) resolve(u);
  resolveLeftovers(scene);
  recogniseOwnSide(scene);
  return written(scene);
}

/** Units of the lexicon, then those that only the tagger or a noun before them tells to be names. */
function unitsOf(
  s: Syntax,
  keys: Keys,
  index: ActorIndex,
  fits: (known: Known) => boolean,
  refuse: (refused: Refused) => void = () => {},
): Unit[] {
  const known = findUnits(s, keys, index, fits, refuse);
  return withAcronyms(s, withTaggedNames(s, withCalledNames(s, known, index), index), index);
}

function resolveUnit(scene: Scene, u: number, resolve: (u: number) => Being | null): Being | null {
  const unit = scene.units[u]!;
  const { what } = unit;
  if (what.is === "pronoun") return resolvePronoun(scene, u, resolve);
  if (what.is === "country") return resolveCountry(scene, u);
  if (what.is === "acronym") return resolveAcronym(scene, u, resolve);
  // "Captain" before "Jeff Davis": told with the name
  const titled = personAfter(scene, u);
  if (titled >= 0) return resolve(titled);
  const same = apposed(scene, u, resolve);
  if (same !== null) return same;
  if (what.is === "known") return resolveKnown(scene, u, resolve);
  if (what.is === "body") return isModifier(scene, u) ? null : resolveBody(scene, u, resolve);
  if (what.is === "named")
    return what.kind === "person" ? resolvePerson(scene, u, resolve) : resolveOrganisation(scene, u);
  return isModifier(scene, u) ? null : resolveNoun(scene, u, resolve);
}

/** The person whose title a unit is, "Lieutenant" and "Colonel" before "Peter Lerner"; -1 where it is none. */
function personAfter(scene: Scene, u: number): number {
  const { units } = scene;
  for (let v = u + 1; v < units.length && titleUnit(scene, v) === v - 1; v++) {
    const { what } = units[v]!;
    if (what.is === "named") return what.kind === "person" ? v : -1;
    if (what.is === "known")
      return what.known.some((k) => k.is === "holder" || (k.is === "row" && k.row.kind === "person")) ? v : -1;
  }
  return -1;
}

/** "rebel" in "rebel factions": part of another phrase. Bodies in front of a noun own it and are somebody. */
function isModifier(scene: Scene, u: number): boolean {
  const unit = scene.units[u]!;
  const rel = relation(scene.s, unit.head);
  if (rel !== "compound" && rel !== "amod") return false;
  if (unit.what.is === "body") return unit.what.word.use === "minister";
  if (unit.what.is !== "noun" || unit.what.row.role === "outfit") return false;
  if (isDeedOf(scene, u)) return false;
  // "the *resistance* group": what kind of group it is
  const of = scene.units[scene.unitOf[scene.s.head[unit.head]!] ?? -1]?.what;
  return unit.what.row.role !== "group" || (of?.is === "noun" && of.row.role === "group");
}

/** Beings as the ledger's actors, in the order of their first mention; a being that nobody mentions has no place in it. */
function written(scene: Scene): ActorReading {
  const { s } = scene;
  const byHead = new Map<string, Said>();
  for (const said of scene.said) {
    const key = `${said.head}:${said.first}:${said.last}`;
    if (!byHead.has(key)) byHead.set(key, said);
  }
  const order = [...byHead.values()].sort(
    (a, b) => inOrder(rangeSpan(s, a.first, a.last), rangeSpan(s, b.first, b.last)) || a.head - b.head,
  );
  const ids = new Map<Being, string>([[scene.outlet, OUTLET]]);
  const name = (being: Being): void => {
    if (ids.has(being)) return;
    ids.set(being, `a${ids.size}`);
    if (being.memberOf !== null) name(being.memberOf);
  };
  for (const said of order) name(said.being);
  const actors = [...ids].map(([being, id]): Actor => {
    const mine = order.filter((said) => said.being === being);
    return {
      id,
      name: being.name,
      entry: being.entry,
      kind: being.kind,
      country: being.country,
      memberOf: being.memberOf === null || being.memberOf === being ? null : (ids.get(being.memberOf) ?? null),
      mentions: spansOf(s, mine),
      epithets: mine.filter((said) => said.form === "epithet").map((said) => rangeSpan(s, said.first, said.last)),
    };
  });
  const mentions = order.flatMap((said, i): ActorMention[] => {
    const span = rangeSpan(s, said.first, said.last);
    const value: ActorMentionValue = { actor: ids.get(said.being)!, form: said.form };
    return annotate(
      "actor",
      said.rule,
      [{ span, head: said.head, value, from: [{ span, role: "source" }], entry: said.entry }],
      i + 1,
    );
  });
  const notices = scene.doubts.map(({ code, message, first, last }) => ({
    code,
    message,
    span: rangeSpan(s, first, last),
  }));
  const nameSpans = order
    .filter((said) => said.form === "name" && said.rule !== "actors/country-for-government")
    .map((said) => ({ span: rangeSpan(s, said.first, said.last), registered: said.entry !== undefined }));
  const refusals = [...scene.refused, ...refusedUnits(scene)].map(
    ({ first, last, rule, entry, reason }): Refusal => ({
      kind: "actor",
      span: rangeSpan(s, first, last),
      by: entry === undefined ? { rule } : { rule, entry },
      reason,
    }),
  );
  return { actors, mentions, nameSpans, refusals, notices, lifetime: lifetimeOf(scene) };
}

/** Every span that means an actor, the longer and the shorter wording of each mention, in text order. */
function spansOf(s: Syntax, mine: readonly Said[]): Span[] {
  const spans = new Map<string, Span>();
  for (const said of mine) {
    for (const [first, last] of [[said.first, said.last] as const, ...(said.shorter ?? [])]) {
      const span = rangeSpan(s, first, last);
      spans.set(span.join(), span);
    }
  }
  return [...spans.values()].sort(inOrder);
}
