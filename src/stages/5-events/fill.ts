import { CARRIED, type Notice } from "../../core/finding.ts";
import type { Mentions, PlaceMention } from "../../core/layers.ts";
import type { Event, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { carriedPlace, carriedTime, makeFar, makeGoesOn } from "./carried.ts";
import { makeImplied } from "./implied.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Cluster, Draft } from "./merge.ts";
import { inDescriptions, isGoal } from "./where-when.ts";

/** Fills the place and time that an event's own sentences leave open from its paragraph, and says so. */
export function addImplied(
  s: Syntax,
  know: EventKnowledge,
  mentions: Mentions,
  ofSaying: (mention: PlaceMention) => boolean,
  clusters: readonly Cluster[],
  events: readonly Event[],
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
  const dating = mentions.times.filter(
    ({ value }) => !isAhead(value) && !value.evidence.some((span) => stretches.has(span)),
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
    const heads = clusters[i]!.drafts.map((draft) => draft.trigger.head);
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
  const goesOn = makeGoesOn(s, know, mentions, heads);
  const carried = carryOn(filled, sums, elsewhen, mentions, goesOn, notices);
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

/** "Two weeks after *a raid on the town*": its words say that it was not when the rest was. */
const isElsewhen = ({ drafts }: Cluster): boolean =>
  drafts.every(({ apart }) => apart.within !== null || apart.removed);

/** Fills what the paragraph leaves open too from the event told before, and says so. */
function carryOn(
  events: readonly Event[],
  sums: ReadonlySet<string>,
  elsewhen: ReadonlySet<string>,
  mentions: Mentions,
  goesOn: ReturnType<typeof makeGoesOn>,
  notices: Notice[],
): Event[] {
  const told: Event[] = [...events];
  events.forEach((event, i) => {
    if (sums.has(event.id)) return;
    const of = (from: Event): boolean => goesOn(events.indexOf(from), i);
    const place = event.place === null ? carriedPlace(events, i, mentions.places, of) : null;
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
