import { annotate, type Notice, type Refusal } from "../../core/finding.ts";
import type { Gazetteer } from "../../core/gazetteer.ts";
import { type ActorMention, type ActorMentionValue, OUTLET } from "../../core/layers.ts";
import type { Actor } from "../../core/ledger.ts";
import { inOrder, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { rangeSpan, relation } from "../../core/tree.ts";
import { actorIndex } from "../../lexicon/actor-index.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { apposed } from "./apposition.ts";
import { type Being, meet, newCompany, type Said } from "./beings.ts";
import { resolveBody } from "./bodies.ts";
import { datelines } from "./dateline.ts";
import { homeOf, weighCountries } from "./home.ts";
import { resolveCountry, resolveKnown, resolveOrganisation, resolvePerson, titleUnit } from "./names.ts";
import { quotedTokens, resolvePronoun } from "./pronouns.ts";
import { blank, type Scene } from "./resolve.ts";
import { resolveNoun } from "./roles.ts";
import { findUnits } from "./units.ts";

export interface ActorReading {
  readonly actors: readonly Actor[];
  readonly mentions: readonly ActorMention[];
  /** Names of actors proper: a place name inside one is a part of it. "Russia denied" is none. */
  readonly nameSpans: readonly Span[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** Everybody who does, suffers or says something in a report, and every word that means them. One pass over the units, in text order. */
export function readActors(s: Syntax, lexicon: LexiconData, gazetteer: Gazetteer): ActorReading {
  const index = actorIndex(lexicon);
  const units = findUnits(s, index);
  const unitOf = new Int32Array(s.length).fill(-1);
  units.forEach((unit, u) => {
    for (let t = unit.first; t <= unit.last; t++) unitOf[t] = u;
  });
  const weights = weighCountries(s, units, gazetteer);
  const company = newCompany();
  const outlet = meet(company, OUTLET, () => blank(s.document.outlet ?? "the report", { kind: "media", named: true }));
  const scene: Scene = {
    s,
    index,
    units,
    unitOf,
    weights,
    home: homeOf(weights),
    company,
    outlet,
    resolved: new Map(),
    said: [],
    phrases: new Map(),
    quoted: quotedTokens(s),
    doubts: [],
  };

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
  for (const { span } of datelines(s.document)) {
    units.forEach((unit, u) => {
      if (s.start[unit.first]! >= span[0] && s.end[unit.last]! <= span[1]) scene.resolved.set(u, null);
    });
  }
  for (let u = 0; u < units.length; u++) resolve(u);
  return written(scene);
}

function resolveUnit(scene: Scene, u: number, resolve: (u: number) => Being | null): Being | null {
  const unit = scene.units[u]!;
  const { what } = unit;
  if (what.is === "pronoun") return resolvePronoun(scene, u);
  if (what.is === "country") return resolveCountry(scene, u);
  const same = apposed(scene, u, resolve);
  if (same !== null) return same;
  if (what.is === "known") return resolveKnown(scene, u);
  if (what.is === "body") return isModifier(scene, u) ? null : resolveBody(scene, u, resolve);
  if (what.is === "named")
    return what.kind === "person" ? resolvePerson(scene, u, resolve) : resolveOrganisation(scene, u);
  // "Captain" before "Jeff Davis": told with the name
  const next = scene.units[u + 1];
  if (next?.what.is === "named" && next.what.kind === "person" && titleUnit(scene, u + 1) === u) return resolve(u + 1);
  return isModifier(scene, u) ? null : resolveNoun(scene, u, resolve);
}

/** "rebel" in "rebel factions": part of another phrase. Bodies in front of a noun own it and are somebody. */
function isModifier(scene: Scene, u: number): boolean {
  const unit = scene.units[u]!;
  const rel = relation(scene.s, unit.head);
  if (rel !== "compound" && rel !== "amod") return false;
  if (unit.what.is === "body") return unit.what.word.use === "minister";
  return unit.what.is === "noun" && unit.what.row.role !== "group" && unit.what.row.role !== "outfit";
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
      mentions: mine.map((said) => rangeSpan(s, said.first, said.last)),
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
    .map((said) => rangeSpan(s, said.first, said.last));
  return { actors, mentions, nameSpans, refusals: [], notices };
}
