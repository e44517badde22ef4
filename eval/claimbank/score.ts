import type { Ledger } from "../../src/core/ledger.ts";
import { countRight, pairCounts } from "./counts.ts";
import type { GoldPlace, GoldReport } from "./gold.ts";
import { GoldNames, isPronoun, normalise } from "./names.ts";
import {
  anyOver,
  type ClaimSide,
  type EventSide,
  type GoldClaimSide,
  type GoldEventSide,
  goldSide,
  LedgerNames,
  over,
  predictedSide,
  sourceRight,
  viaRight,
} from "./sides.ts";
import { SquashedText } from "./text.ts";

export const METRICS = [
  "events-leaf",
  "events-top",
  "date",
  "place",
  "agents",
  "targets",
  "claims-found",
  "source",
  "via",
  "act",
  "polarity",
  "modality",
  "counts",
  "loaded",
  "headline",
] as const;
export type Metric = (typeof METRICS)[number];

/** Right, predicted, wanted. */
export type Tally = [right: number, predicted: number, gold: number];

export interface ReportScore {
  readonly tallies: Record<Metric, Tally>;
  /** Gold loaded words found, all gold; predicted ones that are gold, all predicted. */
  readonly loaded: readonly [found: number, gold: number, right: number, predicted: number];
  /** Must-not statements put out as fact, and how many there are. */
  readonly laundered: readonly { readonly event_type: string; readonly why: string }[];
  readonly mustNot: number;
  /** How the two sides were paired, for reading the misses. */
  readonly pairing: Pairing;
  /** Forms of gold actors that the ledger unites in one actor, and all such forms. */
  readonly aliases: readonly [right: number, gold: number];
}

/** Indices into the sides: gold to predicted. Optional gold events, and what was predicted on them, are left out. */
export interface Pairing {
  readonly goldEvents: readonly GoldEventSide[];
  readonly events: readonly EventSide[];
  readonly matched: ReadonlyMap<number, number>;
  readonly optional: ReadonlySet<number>;
  readonly skipped: ReadonlySet<number>;
  readonly wanted: readonly GoldClaimSide[];
  readonly given: readonly ClaimSide[];
  readonly claims: ReadonlyMap<number, number>;
  readonly wrong: (gold: GoldClaimSide, claim: ClaimSide) => string[];
}

export const top = (type: string): string => type.split("/")[0]!;

/** Pairs one to one by falling score, ties in order. */
function greedy(pairs: readonly (readonly [score: number, gold: number, predicted: number])[]): Map<number, number> {
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const [, i, j] of [...pairs].sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])) {
    if (taken.has(i) || used.has(j)) continue;
    taken.set(i, j);
    used.add(j);
  }
  return taken;
}

export function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function placeRight(gold: GoldPlace, place: Ledger["places"][number]): boolean {
  if ([gold.name, ...(gold.also ?? [])].some((name) => normalise(name) === normalise(place.name))) return true;
  const { latitude, longitude } = place;
  return latitude !== null && longitude !== null && kilometres(gold.lat, gold.lon, latitude, longitude) <= 50;
}

const isOwnFact = (claim: ClaimSide, event: EventSide): boolean =>
  (claim.act === "state" || claim.act === "confirm") &&
  claim.polarity === "positive" &&
  claim.certainty === "certain" &&
  claim.modality === "actual" &&
  event.stage === "accomplished";

interface Context {
  readonly gold: GoldReport;
  readonly text: SquashedText;
  readonly names: GoldNames;
  readonly ledgerNames: LedgerNames;
  readonly goldEvents: GoldEventSide[];
  readonly goldClaims: GoldClaimSide[];
  readonly events: EventSide[];
  readonly claims: ClaimSide[];
}

function contextOf(gold: GoldReport, ledger: Ledger, fileText: string): Context {
  const text = new SquashedText(ledger.report.text || fileText, gold.report.title);
  const { events: goldEvents, claims: goldClaims } = goldSide(gold, text);
  const { events, claims } = predictedSide(ledger, text);
  const names = new GoldNames(gold);
  return {
    gold,
    text,
    names,
    ledgerNames: new LedgerNames(ledger, gold, text),
    goldEvents,
    goldClaims,
    events,
    claims,
  };
}

/** Which ledger event is which gold event: gold id -> ledger id. */
export function pairEvents(gold: GoldReport, ledger: Ledger): ReadonlyMap<string, string> {
  const context = contextOf(gold, ledger, "");
  const pairs = [...alignEvents(context).matched];
  return new Map(pairs.map(([i, j]) => [context.goldEvents[i]!.id, context.events[j]!.id]));
}

/** Scores one ledger; `fileText` stands in where the ledger has no text. Agrees with shared/tools/score_ledgers.py. */
export function scoreReport(gold: GoldReport, ledger: Ledger, fileText = ""): ReportScore {
  const context = contextOf(gold, ledger, fileText);
  const { text, names, ledgerNames } = context;
  const tallies = Object.fromEntries(METRICS.map((metric) => [metric, [0, 0, 0]])) as unknown as Record<Metric, Tally>;

  const { matched, optional, skipped } = alignEvents(context);
  scoreEvents(context, ledger, matched, optional, skipped, tallies);
  const { justified, ...claimPairs } = scoreClaims(context, matched, optional, skipped, tallies);
  return {
    tallies,
    loaded: scoreLoaded(gold, ledger, text),
    laundered: findLaundered(context, justified),
    mustNot: gold.must_not.length,
    aliases: scoreAliases(gold, ledger, text),
    pairing: {
      goldEvents: context.goldEvents,
      events: context.events,
      matched,
      optional,
      skipped,
      ...claimPairs,
      wrong: (a, b) =>
        [
          sourceRight(a, b, names, ledgerNames) ? "" : "source",
          viaRight(a, b, names, ledgerNames) ? "" : "via",
          ...(["act", "polarity", "certainty", "modality"] as const).map((f) =>
            a[f] === b[f] ? "" : `${f} ${a[f]}>${b[f]}`,
          ),
          pairCounts(a.counts, b.counts, names, ledgerNames) ? "" : "counts",
        ].filter((field) => field !== ""),
    },
  };
}

function alignEvents({ text, names, ledgerNames, goldEvents, events }: Context) {
  const pairs: [number, number, number][] = [];
  goldEvents.forEach((a, i) => {
    events.forEach((b, j) => {
      let score = 0;
      if (over(a.at, b.at)) score = 6;
      else if (anyOver([b.at], a.spans) || anyOver([a.at], b.spans)) score = 3;
      else if (a.at && b.at && text.sentenceOf(a.at) === text.sentenceOf(b.at)) score = 2;
      else if (!b.at && anyOver(a.spans, b.spans)) score = 2;
      if (score === 0) return;
      score += a.type === b.type ? 4 : top(a.type) === top(b.type) ? 2 : 0;
      if (a.stage === b.stage) score += 0.5;
      if (a.agent.some((x) => b.agent.some((y) => names.same(x, ledgerNames.forms(y))))) score += 0.2;
      if (a.optional) score -= 0.6;
      pairs.push([score, i, j]);
    });
  });
  const matched = greedy(pairs);
  const optional = new Set(goldEvents.flatMap((event, i) => (event.optional ? [i] : [])));
  const used = new Set(matched.values());
  const skipped = new Set([...matched].filter(([i]) => optional.has(i)).map(([, j]) => j));
  // A second prediction lying on an optional event is let go too; so is one only in the title.
  for (const [, i, j] of pairs) {
    if (!used.has(j) && optional.has(i) && over(goldEvents[i]!.at, events[j]!.at)) skipped.add(j);
  }
  events.forEach((event, j) => {
    if (!used.has(j) && text.inTitle(event.at)) skipped.add(j);
  });
  return { matched, optional, skipped };
}

function scoreEvents(
  { names, ledgerNames, goldEvents, events }: Context,
  ledger: Ledger,
  matched: ReadonlyMap<number, number>,
  optional: ReadonlySet<number>,
  skipped: ReadonlySet<number>,
  tallies: Record<Metric, Tally>,
): void {
  const places = new Map(ledger.places.map((place) => [place.id, place]));
  const predicted = events.length - skipped.size;
  tallies["events-leaf"] = [0, predicted, goldEvents.length - optional.size];
  tallies["events-top"] = [0, predicted, goldEvents.length - optional.size];
  goldEvents.forEach((a, i) => {
    if (optional.has(i)) return;
    const b = matched.has(i) ? events[matched.get(i)!]! : null;
    if (b && a.type === b.type) tallies["events-leaf"][0]++;
    if (b && top(a.type) === top(b.type)) tallies["events-top"][0]++;
    if (a.date) {
      tallies.date[2]++;
      if (b?.time) {
        tallies.date[1]++;
        if (b.time.start.slice(0, 10) === a.date.start && b.time.end.slice(0, 10) === a.date.end) tallies.date[0]++;
      }
    }
    if (a.place) {
      tallies.place[2]++;
      const place = b?.place ? places.get(b.place) : undefined;
      if (place) {
        tallies.place[1]++;
        if (placeRight(a.place, place)) tallies.place[0]++;
      }
    }
    for (const [metric, field] of [
      ["agents", "agent"],
      ["targets", "target"],
    ] as const) {
      tallies[metric][2] += a[field].length;
      if (!b) continue;
      const left = [...b[field]];
      tallies[metric][1] += left.length;
      for (const name of a[field]) {
        const k = left.findIndex((id) => names.same(name, ledgerNames.forms(id, true)));
        if (k < 0) continue;
        left.splice(k, 1);
        tallies[metric][0]++;
      }
    }
  });
}

/** Scores claims and counts; returns how they were paired, and the own-voice claims that the gold has too. */
function scoreClaims(
  context: Context,
  matched: ReadonlyMap<number, number>,
  optional: ReadonlySet<number>,
  skipped: ReadonlySet<number>,
  tallies: Record<Metric, Tally>,
): Pick<Pairing, "wanted" | "given" | "claims"> & { readonly justified: ReadonlySet<ClaimSide> } {
  const { text, names, ledgerNames, goldEvents, events } = context;
  const goldIndex = new Map(goldEvents.map((event, i) => [event.id, i]));
  const index = new Map(events.map((event, j) => [event.id, j]));
  const wanted = context.goldClaims.filter((claim) => !optional.has(goldIndex.get(claim.event) ?? -1));
  const given = context.claims.filter(
    (claim) =>
      !skipped.has(index.get(claim.event) ?? -1) &&
      !(claim.spans.length > 0 && claim.spans.every((span) => text.inTitle(span))),
  );
  const pairs: [number, number, number][] = [];
  wanted.forEach((a, i) => {
    given.forEach((b, j) => {
      const sameEvent = (matched.get(goldIndex.get(a.event)!) ?? -1) === (index.get(b.event) ?? -2);
      const sameWords = anyOver(a.spans, b.spans);
      const sameSource = sourceRight(a, b, names, ledgerNames);
      const pairable = sameEvent ? sameSource || sameWords : sameWords && (sameSource || a.act === b.act);
      if (!pairable) return;
      const score =
        (sameEvent ? 3 : 0) +
        (sameSource ? 3 : 0) +
        (sameWords ? 2 : 0) +
        (a.act === b.act ? 2 : 0) +
        (a.polarity === b.polarity ? 2 : 0) +
        (a.modality === b.modality ? 1 : 0) +
        (viaRight(a, b, names, ledgerNames) ? 0.5 : 0) +
        (a.certainty === b.certainty ? 0.5 : 0) +
        (pairCounts(a.counts, b.counts, names, ledgerNames) ? 1 : 0);
      pairs.push([score, i, j]);
    });
  });
  for (const metric of ["claims-found", "source", "via", "act", "polarity", "modality", "headline"] as const) {
    tallies[metric] = [0, given.length, wanted.length];
  }
  const justified = new Set<ClaimSide>();
  const paired = greedy(pairs);
  for (const [i, j] of paired) {
    const a = wanted[i]!;
    const b = given[j]!;
    const sameSource = sourceRight(a, b, names, ledgerNames);
    tallies["claims-found"][0]++;
    if (sameSource) tallies.source[0]++;
    if (sameSource && viaRight(a, b, names, ledgerNames)) tallies.via[0]++;
    for (const metric of ["act", "polarity", "modality"] as const) if (a[metric] === b[metric]) tallies[metric][0]++;
    const goldEvent = goldEvents[goldIndex.get(a.event)!]!;
    const event = events[index.get(b.event) ?? -1];
    const allRight =
      sameSource &&
      a.act === b.act &&
      a.polarity === b.polarity &&
      top(goldEvent.type) === top(event?.type ?? "") &&
      pairCounts(a.counts, b.counts, names, ledgerNames);
    if (allRight) tallies.headline[0]++;
    const asserts = ["state", "confirm", "claim-responsibility", "accuse"].includes(a.act);
    if (a.via.length === 0 && a.polarity === "positive" && asserts) justified.add(b);
  }
  tallies.counts = scoreFigures(wanted, given, names, ledgerNames);
  return { wanted, given, claims: paired, justified };
}

/** Figure, side and source together. */
function scoreFigures(
  wanted: readonly GoldClaimSide[],
  given: readonly ClaimSide[],
  names: GoldNames,
  ledgerNames: LedgerNames,
): Tally {
  const left = given.flatMap((claim) => claim.counts.map((count) => ({ claim, count })));
  const gold = wanted.flatMap((claim) => claim.counts.map((count) => ({ claim, count })));
  let right = 0;
  for (const { claim, count } of gold.filter(({ count }) => !count.optional)) {
    const k = left.findIndex(
      (x) => countRight(count, x.count, names, ledgerNames) && sourceRight(claim, x.claim, names, ledgerNames),
    );
    if (k < 0) continue;
    left.splice(k, 1);
    right++;
  }
  for (const { count } of gold.filter(({ count }) => count.optional)) {
    const k = left.findIndex(
      (x) => count.harm === x.count.harm && count.low === x.count.low && count.high === x.count.high,
    );
    if (k >= 0) left.splice(k, 1);
  }
  return [right, right + left.length, gold.filter(({ count }) => !count.optional).length];
}

function scoreLoaded(gold: GoldReport, ledger: Ledger, text: SquashedText): ReportScore["loaded"] {
  const wanted = new Map(gold.loaded.flatMap((word) => text.findAll(word)).map((span) => [span.join(), span]));
  const given = ledger.loaded
    .map((term) => text.span(term.span))
    .filter((span) => span !== null && !text.inTitle(span));
  const found = [...wanted.values()].filter((a) => given.some((b) => over(a, b))).length;
  const right = given.filter((a) => [...wanted.values()].some((b) => over(a, b))).length;
  return [found, wanted.size, right, given.length];
}

function findLaundered({ gold, text, ledgerNames, events, claims }: Context, justified: ReadonlySet<ClaimSide>) {
  const byId = new Map(events.map((event) => [event.id, event]));
  return gold.must_not.filter(({ event_type, text: words }) => {
    const span = words ? text.find(words) : null;
    return claims.some((claim) => {
      const event = byId.get(claim.event);
      if (!event || justified.has(claim) || !ledgerNames.isOwn(claim) || !isOwnFact(claim, event)) return false;
      const { type } = event;
      if (type !== event_type && !type.startsWith(`${event_type}/`) && !event_type.startsWith(`${type}/`)) return false;
      return !span || anyOver([span], [event.at, ...claim.spans, ...claim.counts.map((count) => count.at)]);
    });
  });
}

/**
 * Of the forms of gold actors that stand in the text (actors with two or more such forms, pronouns left out), those that the ledger
 * mentions as one and the same actor, or as a member of it: for each gold actor the ledger actor that unites most of its forms counts.
 */
function scoreAliases(gold: GoldReport, ledger: Ledger, text: SquashedText): [number, number] {
  const bodies = new Map<string, Set<string>>();
  for (const actor of ledger.actors) {
    for (const span of actor.mentions) {
      const form = normalise(text.slice(text.span(span)));
      const ids = bodies.get(form) ?? new Set();
      bodies.set(form, ids.add(actor.id).add(actor.memberOf ?? actor.id));
    }
  }
  const padded = ` ${normalise(text.text)} `;
  let right = 0;
  let wanted = 0;
  for (const [name, forms] of Object.entries(gold.aliases)) {
    const standing = [...new Set([name, ...forms].map(normalise))].filter(
      (form) => form !== "" && !isPronoun(form) && padded.includes(` ${form} `),
    );
    if (standing.length < 2) continue;
    const united = new Map<string, number>();
    for (const form of standing) for (const id of bodies.get(form) ?? []) united.set(id, (united.get(id) ?? 0) + 1);
    wanted += standing.length;
    right += Math.max(0, ...united.values());
  }
  return [right, wanted];
}
