import { CARRIED, type Notice } from "../../core/finding.ts";
import type { Mentions, PlaceMention } from "../../core/layers.ts";
import type { Event, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { carriedPlace, carriedTime, makeFar, makeGoesOn } from "./carried.ts";
import { makeImplied } from "./implied.ts";
import type { ItemOf } from "./items.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Cluster, Draft } from "./merge.ts";
import { type FoundTime, inDescriptions, isGoal } from "./where-when.ts";

/** Fills the place and time that an event's own sentences leave open from its paragraph, and says so. */
export function addImplied(
  s: Syntax,
  know: EventKnowledge,
  mentions: Mentions,
  ofSaying: (mention: PlaceMention) => boolean,
  clusters: readonly Cluster[],
  events: readonly Event[],
  itemOf: ItemOf,
): { events: Event[]; notices: Notice[] } {
  const tellsWho = inDescriptions(mentions);
  const isGuess = ({ place }: Draft) => place !== null && (place.near === "sentence" || tellsWho(place.value));
  const stated = clusters.flatMap(({ drafts }) =>
    drafts.filter((d) => d.place && !isGuess(d)).map((d) => d.place!.value.ref),
  );
  const isFar = makeFar(stated, mentions);
  // the stretch of time that a sum is over dates nothing beside it
  const stretches = new Set(
    clusters.flatMap(({ drafts }) => drafts.flatMap((d) => (d.cumulative ? (d.time?.value.evidence ?? []) : []))),
  );
  // nor does a day to come date what has happened
  const isAhead = ({ start }: Time) => mentions.written !== null && start.slice(0, 10) > mentions.written;
  // nor does the year or month by which another event is told as long past
  const isBackground = makeBackground(mentions.written);
  const background = new Set(
    clusters.flatMap(({ drafts }) => drafts.flatMap(({ time }) => (isBackground(time) ? time!.value.evidence : []))),
  );
  const dating = mentions.times.filter(
    ({ value }) => !isAhead(value) && !value.evidence.some((span) => stretches.has(span) || background.has(span)),
  );
  const located = mentions.placeMentions.filter(({ value }) => value.use === "location");
  const among = (placeMentions: readonly PlaceMention[]) => makeImplied(s, { placeMentions, times: dating }, isFar);
  const told = located.filter((m) => !ofSaying(m));
  const implied = among(told);
  // "rebels attacked; thousands fled to India"
  const left = among(told.filter((m) => !isGoal(s, m, know.small)));
  const notices: Notice[] = [];
  const filled = events.map((given, i): Event => {
    const guessed = given.place !== null && clusters[i]!.drafts.every((d) => !d.place || isGuess(d));
    const event = guessed && isFar(given.place!) ? { ...given, place: null } : given;
    const told = clusters[i]!.drafts.filter(({ rule }) => rule === "events/trigger");
    const heads = (told.length > 0 ? told : clusters[i]!.drafts).map((draft) => draft.trigger.head);
    const first = <T>(find: (head: number) => T | null): T | null =>
      heads.map(find).find((found) => found !== null) ?? null;
    const isSum = clusters[i]!.drafts[0]!.cumulative;
    const otherwise = isElsewhen(clusters[i]!);
    const near = know.leaving.has(event.type) ? left : implied;
    const place = event.place === null && !isSum ? first(near.place) : null;
    // What is threatened or planned has not happened when the rest did.
    const time =
      event.time === null && !isSum && !otherwise && event.stage !== "threatened" ? first(implied.time) : null;
    if (isSum) notices.push(sum(event));
    if (place) notices.push(doubt(event, "N-EVENT-01", "place", s.text.slice(...place.span)));
    if (time) notices.push(doubt(event, "N-EVENT-02", "time", `${time.start} to ${time.end}`));
    return {
      ...event,
      place: place ? place.value.place : event.place,
      time: time ? { ...time, basis: "implied" } : event.time,
    };
  });
  const sums = new Set(events.filter((_, i) => clusters[i]!.drafts[0]!.cumulative).map(({ id }) => id));
  const elsewhen = new Set(events.filter((_, i) => isElsewhen(clusters[i]!)).map(({ id }) => id));
  const heads = clusters.map(({ drafts }) => drafts[0]!.trigger.head);
  const continues = makeGoesOn(s, know, mentions, heads);
  const goesOn = (from: number, to: number) => itemOf(heads[from]!) === itemOf(heads[to]!) && continues(from, to);
  const past = new Set(
    events.filter((_, i) => clusters[i]!.drafts.some((d) => isBackground(d.time))).map(({ id }) => id),
  );
  const carried = carryOn(filled, { sums, elsewhen, past }, mentions, goesOn, notices);
  const speakers = among(located.filter(ofSaying));
  const filed = among(mentions.placeMentions.filter(({ value }) => value.use === "dateline"));
  // for want of better: where the speaker is ("a doctor in Nyala said"), where the report was filed
  const placed = carried.map((event, i): Event => {
    if (event.place !== null || sums.has(event.id)) return event;
    const nearest = (of: typeof speakers) =>
      clusters[i]!.drafts.map((draft) => of.place(draft.trigger.head)).find((found) => found !== null);
    const where = [
      { place: nearest(speakers), of: "where the speaker is" },
      { place: event.stage === "accomplished" ? nearest(filed) : undefined, of: "where the report was filed" },
    ].find(({ place }) => place);
    if (!where?.place) return event;
    const message = `The place of ${event.id} is not said; "${s.text.slice(...where.place.span)}", ${where.of}, is taken.`;
    notices.push({ code: "N-EVENT-01", message, span: event.trigger });
    return { ...event, place: where.place.value.place };
  });
  return { events: placed, notices };
}

/** "took part in the *1994* genocide", "the massacre of *May 1972*": by a year or month that is long over. */
const makeBackground =
  (written: string | null) =>
  (time: FoundTime | null): boolean => {
    if (time?.near !== "own" || (time.value.precision !== "year" && time.value.precision !== "month")) return false;
    return written === null || Date.parse(written) - Date.parse(time.value.end.slice(0, 10)) > LONG_OVER;
  };

/** 60 days, in milliseconds. */
const LONG_OVER = 60 * 24 * 3600 * 1000;

/** "Two weeks after *a raid on the town*": its words say that it was not when the rest was. */
const isElsewhen = ({ drafts }: Cluster): boolean =>
  drafts.every(({ apart }) => apart.within !== null || apart.removed);

/** Fills what the paragraph leaves open too from the event told before, and says so. */
function carryOn(
  events: readonly Event[],
  { sums, elsewhen, past }: Readonly<Record<"sums" | "elsewhen" | "past", ReadonlySet<string>>>,
  mentions: Mentions,
  goesOn: ReturnType<typeof makeGoesOn>,
  notices: Notice[],
): Event[] {
  const told: Event[] = [...events];
  events.forEach((event, i) => {
    if (sums.has(event.id)) return;
    const of = (from: Event): boolean => goesOn(events.indexOf(from), i);
    // a massacre of long ago was not where the shelling of today is
    const place = event.place === null && !past.has(event.id) ? carriedPlace(events, i, mentions.places, of) : null;
    if (place) {
      told[i] = { ...told[i]!, place: place.value };
      notices.push(taken(event, CARRIED.place, "place", place.from));
    }
    const dated = event.time !== null || elsewhen.has(event.id);
    const time = !dated && event.stage !== "threatened" ? carriedTime(told, i, (at) => goesOn(at, i)) : null;
    if (time) {
      told[i] = { ...told[i]!, time: { ...time.value, basis: "implied" } };
      notices.push(taken(event, CARRIED.time, "time", time.from));
    }
  });
  return told;
}

const sum = ({ id, trigger }: Event): Notice => ({
  code: "N-EVENT-05",
  message: `${id} sums up many happenings over a stretch of time; its figures are no toll of one event.`,
  span: trigger,
});

const taken = ({ id, trigger }: Event, code: string, what: string, from: Event): Notice => ({
  code,
  message: `The ${what} of ${id} is not said; that of ${from.id}, told beside it, is taken.`,
  span: trigger,
});

const doubt = ({ id, trigger }: Event, code: string, what: string, words: string): Notice => ({
  code,
  message: `The ${what} of ${id} is not said with it; "${words}" is taken from its paragraph.`,
  span: trigger,
});
