import { type EventRef, refKey } from "../core/dossier.ts";
import { CARRIED } from "../core/finding.ts";
import type {
  Actor,
  ActorKind,
  Claim,
  Event,
  EventStage,
  EventType,
  Harm,
  Ledger,
  Place,
  Time,
} from "../core/ledger.ts";
import { fold, nameWords, shortHash } from "./names.ts";

/** What of an event is compared with other events. Small, and free of the text, so that 300,000 of them fit in memory. */
export interface Profile {
  readonly ref: EventRef;
  readonly key: string;
  /** Order of arrival in the case: the first member gives a dossier its id. */
  readonly order: number;
  /** Names the event across re-readings of its report: report and place of the trigger. */
  readonly anchor: string;
  readonly type: EventType;
  readonly stage: EventStage;
  /** Told as one side's version: denied by somebody, or held by accusers alone. */
  readonly contested: boolean;
  readonly time: ProfileTime | null;
  /** Day number of publication. */
  readonly published: number | null;
  readonly place: ProfilePlace | null;
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
  readonly tolls: readonly ProfileToll[];
  /** Folded head words of instruments and things hit. */
  readonly things: readonly string[];
  /** Folded names of the exact places that its report names anywhere: where an event without a place may have been. */
  readonly nearby: readonly string[];
  /** Hashed words of the names and of the title of its report, sorted: what story it belongs to. */
  readonly story: readonly number[];
  /** Id shared by reports that are copies of one text; the report's own where there is none. */
  readonly copyGroup: string;
}

export interface ProfileTime {
  /** Day numbers (days since 1970-01-01), inclusive. */
  readonly start: number;
  readonly end: number;
  readonly precision: Time["precision"];
  readonly basis: Time["basis"];
}

export interface ProfilePlace {
  readonly name: string;
  readonly entry: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Place["precision"];
}

export interface Party {
  readonly entry: string | null;
  readonly name: string;
  readonly words: readonly string[];
  /** A name of its own ("Israel"), no description ("attackers"). */
  readonly proper: boolean;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** Entries and folded names of the bodies it belongs to. */
  readonly bodies: readonly string[];
}

export interface ProfileToll {
  readonly harm: Harm;
  readonly low: number;
  readonly high: number | null;
  /** A figure that is denied is still a figure told of this event. */
  readonly denied: boolean;
}

/** Day number of an ISO date or date-time; null where it is none. */
export function dayNumber(iso: string | null | undefined): number | null {
  if (!iso) return null;
  const ms = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? null : Math.round(ms / 86_400_000);
}

/** ISO date of a day number. */
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The bodies an actor belongs to, nearest first; itself not among them. Safe against rings. */
export function bodiesOf(actor: Actor, actors: ReadonlyMap<string, Actor>): Actor[] {
  const found: Actor[] = [];
  for (let at = actor; at.memberOf !== null; ) {
    const next = actors.get(at.memberOf);
    if (!next || next === actor || found.includes(next)) break;
    found.push(next);
    at = next;
  }
  return found;
}

export const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** An actor, comparable across reports. */
export function partyOf(actor: Actor, actors: ReadonlyMap<string, Actor>): Party {
  const { entry, kind, country, name } = actor;
  return {
    entry,
    name: fold(name),
    words: nameWords(name),
    proper: /^(?:[Tt]he |al-|an? )?\p{Lu}/u.test(name),
    kind,
    country,
    bodies: bodiesOf(actor, actors).flatMap((body) => (body.entry ? [body.entry, fold(body.name)] : [fold(body.name)])),
  };
}

/** Places of a report that its events are looked for under. */
const NEARBY = 8;
/** Words kept of a report's names: enough to know a story again. */
const STORY = 48;

/** Words of the names of actors and places and of the title, the outlet's own left out; common words of titles carry little and do no harm. */
function storyWords(ledger: Ledger): number[] {
  const outlet = new Set(ledger.report.outlet === null ? [] : nameWords(ledger.report.outlet));
  const names = [
    ...ledger.places.map((p) => p.name),
    ...ledger.actors.filter((a) => a.kind !== "media" && /\p{Lu}/u.test(a.name)).map((a) => a.name),
    ledger.report.title ?? "",
  ];
  const words = new Set(names.flatMap(nameWords).filter((w) => w.length > 3 && !outlet.has(w)));
  return [...words]
    .slice(0, STORY)
    .map(hash32)
    .sort((a, b) => a - b);
}

function hash32(word: string): number {
  let h = 2166136261;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 16777619);
  return h >>> 0;
}

/** Profiles of all events of a ledger. `firstOrder` numbers them by arrival. */
export function profiles(ledger: Ledger, firstOrder: number, copyGroup: string = ledger.report.id): Profile[] {
  const actors = byId(ledger.actors);
  const places = byId(ledger.places);
  const published = dayNumber(ledger.report.published);
  const nearby = [...new Set(ledger.places.filter((p) => p.precision <= 3).map((p) => fold(p.name)))].slice(0, NEARBY);
  const story = storyWords(ledger);
  const tolls = new Map<string, ProfileToll[]>();
  const claims = new Map<string, Claim[]>();
  for (const claim of ledger.claims) {
    claims.set(claim.event, [...(claims.get(claim.event) ?? []), claim]);
    const list = tolls.get(claim.event) ?? [];
    tolls.set(claim.event, list);
    for (const { harm, low, high } of claim.counts) {
      const denied = claim.polarity === "negative";
      if (!list.some((t) => t.harm === harm && t.low === low && t.high === high && t.denied === denied)) {
        list.push({ harm, low, high, denied });
      }
    }
  }
  const partiesOf = (ids: readonly string[]): Party[] =>
    ids
      .map((id) => actors.get(id))
      .filter((a): a is Actor => a !== undefined)
      .map((a) => partyOf(a, actors));
  const carried = new Set(ledger.notices.map(({ code, span }) => `${code} ${span?.[0]}`));
  return ledger.events.map((event, i): Profile => {
    const isCarried = (code: string) => carried.has(`${code} ${event.trigger[0]}`);
    const ref = { report: ledger.report.id, event: event.id };
    const place = event.place === null || isCarried(CARRIED.place) ? null : places.get(event.place);
    return {
      ref,
      key: refKey(ref),
      order: firstOrder + i,
      anchor: shortHash(`${ledger.report.id}@${event.trigger[0]}`),
      type: event.type,
      stage: event.stage,
      contested: isContested(claims.get(event.id) ?? []),
      time: isCarried(CARRIED.time) ? null : profileTime(event.time),
      published,
      place: place ? profilePlace(place) : null,
      agents: partiesOf(event.agent),
      targets: partiesOf(event.target),
      tolls: tolls.get(event.id) ?? [],
      things: thingsOf(event),
      nearby,
      story,
      copyGroup,
    };
  });
}

const ACCUSING: ReadonlySet<Claim["act"]> = new Set(["accuse", "suspect", "deny", "doubt"]);

function isContested(claims: readonly Claim[]): boolean {
  if (claims.some((c) => c.polarity === "negative" && c.modality === "actual")) return true;
  return claims.length > 0 && claims.every((c) => ACCUSING.has(c.act));
}

function profileTime(time: Time | null): ProfileTime | null {
  const start = dayNumber(time?.start);
  const end = dayNumber(time?.end);
  if (!time || start === null || end === null || end < start) return null;
  return { start, end, precision: time.precision, basis: time.basis };
}

const profilePlace = ({ name, entry, country, admin1, latitude, longitude, precision }: Place): ProfilePlace => ({
  name: fold(name),
  entry,
  country,
  admin1: admin1 === null ? null : fold(admin1),
  latitude,
  longitude,
  precision,
});

function thingsOf(event: Event): string[] {
  const names = [...event.objects.map((o) => o.name), ...(event.instrument ? [event.instrument.name] : [])];
  return [...new Set(names.map((name) => nameWords(name).at(-1)).filter((w): w is string => w !== undefined))];
}
