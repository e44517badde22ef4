import { fillers, preposition } from "../../core/arguments.ts";
import type { EventType, Place } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Draft } from "./merge.ts";

/** How the words of its sentence set one mention apart from others. */
export interface Apart {
  /** First and last token of the phrase that tells of another happening than the words around it; null where nothing says so. */
  readonly within: readonly [first: number, last: number] | null;
  /** Its own clause says how long before or after something else it was: "five days before", "hours later". */
  readonly removed: boolean;
  /** Its type is no part of an event of another type. */
  readonly alone: boolean;
  /** What gunmen or robbers did, or was done with small arms or knives: nothing that comes from the air or from guns afar. */
  readonly onFoot: boolean;
  /** Done in going after somebody: "pursued the attackers and *killed* 10". */
  readonly inPursuit: boolean;
  /** Token of the deed that was done at it: "*shot* dead at a rally"; -1 where none was. */
  readonly sceneOf: number;
}

export const JOINED: Apart = {
  within: null,
  removed: false,
  alone: false,
  onFoot: false,
  inPursuit: false,
  sceneOf: -1,
};

/**
 * "The attack came three days AFTER A BARRAGE", "in retaliation FOR THE KILLING of six", "the raid followed AN ATTACK": what stands in
 * the phrase and what stands outside it are two happenings.
 */
export function apartOf(s: Syntax, head: number, type: EventType, { small, alone }: EventKnowledge): Apart {
  const within = (() => {
    for (let t = head; t >= 0; t = s.head[t]!) if (isAnother(s, t, small)) return [s.left[t]!, s.right[t]!] as const;
    return isBroughtAbout(s, head, type, small) ? ([s.left[head]!, s.right[head]!] as const) : null;
  })();
  const at = type.startsWith("protest/") && relation(s, head) === "obl" && small.at!.has(preposition(s, head));
  const onFoot = [head, ...fillers(s, head, "nsubj")].some((t) => small["on-foot"]!.has(s.lemma[t]!));
  const above = s.head[head]!;
  const after = above >= 0 && /^(?:conj|advcl)$/.test(relation(s, head)) && small.pursues!.has(s.lemma[above]!);
  return {
    within,
    removed: isRemoved(s, head, small),
    alone: alone.has(type),
    onFoot,
    inPursuit: after,
    sceneOf: at ? s.head[head]! : -1,
  };
}

/** Whether one sentence tells two mentions as two happenings, or one of them is what is done about who did the other. */
export function areApart(s: Syntax, a: Draft, b: Draft): boolean {
  // "the truce expired and shelling began"
  const named = a.trigger.row !== null && b.trigger.row !== null;
  if (named && a.type !== b.type && (a.apart.alone || b.apart.alone)) return true;
  // "demanded an inquiry into the killing"
  if (isSpeech(a) !== isSpeech(b)) return true;
  if (isPursuit(a, b) || isPursuit(b, a) || isAnsweredByLaw(a, b) || isAnsweredByLaw(b, a)) return true;
  if (isReturned(a, b) || isReturned(b, a)) return true;
  if (isScene(a, b) || isScene(b, a)) return true;
  if (isRetaken(a, b) || isRetaken(b, a)) return true;
  if (isFromAfar(a, b) || isFromAfar(b, a)) return true;
  if (s.sentence[a.trigger.head] !== s.sentence[b.trigger.head]) return isGoneBackTo(a, b);
  // "denied that his men had raped women when they took the town"
  if ((a.denied || b.denied) && (a.granted === "circumstance") !== (b.granted === "circumstance")) return true;
  if (isContrasted(s, a, b) || isContrasted(s, b, a)) return true;
  const outside = ({ apart: { within } }: Draft, other: Draft): boolean =>
    within !== null && (other.trigger.head < within[0] || other.trigger.head > within[1]);
  return outside(a, b) || outside(b, a);
}

/** "Did not *attack* the village but *shelled* the camp": what is denied is not what is told beside it. */
const isContrasted = (s: Syntax, a: Draft, b: Draft): boolean =>
  a.negated !== b.negated &&
  a.trigger.row !== null &&
  b.trigger.row !== null &&
  s.head[b.trigger.head] === a.trigger.head &&
  relation(s, b.trigger.head) === "conj";

/** Whether a mention can tell of an event told before, for all that its own words say: "a second blast" is no blast told before but a second one. */
export function mayBe(s: Syntax, event: readonly Draft[], draft: Draft, places: ReadonlyMap<string, Place>): boolean {
  if (event.some((other) => other.cumulative !== draft.cumulative)) return false;
  const sentence = s.sentence[draft.trigger.head];
  if (!draft.definite && event.some((other) => isAhead(other) !== isAhead(draft))) return false;
  const toldBefore = event.some((other) => s.sentence[other.trigger.head] !== sentence);
  if (draft.fresh && toldBefore && !event.some((other) => other.fresh)) return false;
  return !event.some((other) => onOtherDays(other, draft) || inOtherPlaces(other, draft, places));
}

/** "Fought for an hour … will attack again": what is ahead is not what was. */
const isAhead = ({ stage }: Draft): boolean => stage === "threatened";

/** Each says when it was, and the times are not the same: a day, or as wide a stretch as another year. */
function onOtherDays(a: Draft, b: Draft): boolean {
  const [x, y] = [a.time, b.time].map((time) => (time && time.near !== "sentence" ? time.value : null));
  return (
    x != null && y != null && (x.end.slice(0, 10) < y.start.slice(0, 10) || y.end.slice(0, 10) < x.start.slice(0, 10))
  );
}

/** Each says at which spot it was, and the spots lie apart, or no gazetteer has one of them. */
function inOtherPlaces(a: Draft, b: Draft, places: ReadonlyMap<string, Place>): boolean {
  const [p, q] = [a.place, b.place].map((place) =>
    place?.near === "own" && !place.aside ? places.get(place.value.ref) : undefined,
  );
  if (!p || !q || p.name === q.name || !isSpot(p) || !isSpot(q)) return false;
  // "shelled the district; a man was killed in Tkachenko Street"
  if (p.latitude === null || q.latitude === null) return a.trigger.row !== null && b.trigger.row !== null;
  const far = Math.hypot(p.latitude - q.latitude, p.longitude! - q.longitude!);
  return far > APART || (far > BESIDE && isDeed(a) && isDeed(b) && !sharesDoer(a, b));
}

/** Says who did it, or to whom, in words of its own. */
const isDeed = ({ trigger, definite, agent, target, objects }: Draft): boolean =>
  trigger.row !== null && !definite && agent.length + target.length + objects.length > 0;

const sharesDoer = (a: Draft, b: Draft): boolean =>
  a.agent.length === b.agent.length && a.agent.every(({ ref }) => b.agent.some((other) => other.ref === ref));

/** Degrees between two spots that are no longer one: some 25 km. */
const APART = 0.25;
/** Degrees between two towns, and not two names for parts of one. */
const BESIDE = 0.05;
/** Where somebody stands who says that it was in "Kunduz"; an area holds other spots. */
const isSpot = ({ precision, latitude, entry }: Place): boolean =>
  precision <= 2 || (latitude === null && entry === null);

/** "Troops pursue the group that killed five peasants", "arrested two men suspected of the murder": the hunt is not the crime. */
const isPursuit = (hunt: Draft, crime: Draft): boolean =>
  !isViolence(hunt) && isViolence(crime) && hunt.target.some(({ ref }) => crime.agent.some((a) => a.ref === ref));

/** "Hezbollah shelled *the army*. *The army* then bombed Khiam": what the stricken strike with from afar is another strike. */
const isReturned = (first: Draft, second: Draft): boolean =>
  FROM_AFAR.has(first.type) &&
  FROM_AFAR.has(second.type) &&
  second.trigger.row !== null &&
  first.agent.length > 0 &&
  second.agent.some(({ ref }) => first.target.some((t) => t.ref === ref)) &&
  !second.agent.some(({ ref }) => first.agent.some((a) => a.ref === ref));
const FROM_AFAR: ReadonlySet<EventType> = new Set<EventType>(["violence/shelling", "violence/air-strike"]);

/** "Gunmen killed nine. The army *pursued the attackers and killed* 10": what those do who go after the doers is no part of their deed. */
const isRetaken = (deed: Draft, chase: Draft): boolean =>
  chase.apart.inPursuit &&
  !deed.apart.inPursuit &&
  deed.agent.length > 0 &&
  !chase.agent.some(({ ref }) => deed.agent.some((a) => a.ref === ref));

/** "*Gunmen* killed nine farmers. *Drones struck* a camp": what flies in is no part of what was done on foot. */
const isFromAfar = (near: Draft, far: Draft): boolean =>
  near.apart.onFoot &&
  near.instrument === null &&
  FROM_AFAR.has(far.type) &&
  far.trigger.row !== null &&
  isDoneTo(far) &&
  !FROM_AFAR.has(near.type) &&
  !far.agent.some(({ ref }) => near.agent.some((a) => a.ref === ref));

/** "Struck *a camp*": says on whom or what, and of nothing known. */
const isDoneTo = ({ definite, target, objects }: Draft): boolean => !definite && target.length + objects.length > 0;

/** "Acted in reply to *the assassination of X*. A tank was blown up": what was answered is not what is told next. */
const isGoneBackTo = (before: Draft, next: Draft): boolean =>
  before.apart.within !== null && before.type !== next.type && next.trigger.row !== null && !next.definite;

/** "A mayor was shot dead at *a rally*": the gathering is where it happened. */
const isScene = (scene: Draft, deed: Draft): boolean =>
  scene.apart.sceneOf >= 0 && scene.apart.sceneOf === deed.trigger.head && isViolence(deed);

/** "Arrested in connection with the murder", "convicted of the bombing": what the law does about a deed is not the deed. */
const isAnsweredByLaw = (a: Draft, b: Draft): boolean => isLaw(a) && isCrime(b);
const isLaw = ({ type }: Draft): boolean => type === "coercion/arrest" || type === "coercion/sentence";
/** Some are arrested and beaten, or seized by police or by gunmen, as a word has it: these may be one. */
const isCrime = (draft: Draft): boolean =>
  isViolence(draft) && !["violence/abduction", "violence/hostage-taking", "violence/assault"].includes(draft.type);

const isSpeech = ({ type }: Draft): boolean => type.split("/")[0] === "speech";
const isViolence = ({ type }: Draft): boolean => type.split("/")[0] === "violence";

/** Whether a phrase tells of what was before, or is answered by, what the words around it tell. */
export function isAnother(s: Syntax, t: number, small: EventKnowledge["small"]): boolean {
  const above = s.head[t]!;
  if (above < 0) return false;
  const introduced = children(s, t).filter((c) => c < t && (relation(s, c) === "case" || relation(s, c) === "mark"));
  if (introduced.some((c) => small.sequence!.has(s.lower[c]!) && isInterval(s, c - 1, small))) return true;
  if (small.requital!.has(s.lemma[above]!) && relation(s, t) === "nmod") return introduced.length > 0;
  return small.succession!.has(s.lemma[above]!) && relation(s, t) === "obj";
}

/** "The shooting led to *a riot*", "sparked *clashes*" */
const isBroughtAbout = (s: Syntax, t: number, type: EventType, small: EventKnowledge["small"]): boolean =>
  (type.startsWith("protest/") || type === "violence/armed-clash") &&
  /^(?:obj|obl)$/.test(relation(s, t)) &&
  small["bringing-about"]!.has(s.lemma[s.head[t]!]!);

/** "Hours earlier, gunmen had ambushed …", "had murdered a policeman five days before". */
function isRemoved(s: Syntax, head: number, small: EventKnowledge["small"]): boolean {
  // "the enemy shelled the village in reply"
  const replies = children(s, head).some((c) => relation(s, c) === "obl" && small.requital!.has(s.lemma[c]!));
  if (replies) return true;
  return children(s, head).some(
    (c) => relation(s, c) === "advmod" && small["sequel-adverb"]!.has(s.lower[c]!) && isInterval(s, c - 1, small),
  );
}

const isInterval = (s: Syntax, t: number, small: EventKnowledge["small"]): boolean =>
  t >= 0 && small.interval!.has(s.lemma[t]!.toLowerCase());

/** "The men stormed the building and *fled*": who has just attacked is not driven out. */
export function withoutEscapes(s: Syntax, drafts: readonly Draft[]): Draft[] {
  const isEscape = (draft: Draft): boolean =>
    draft.type === "coercion/expel" &&
    draft.agent.length === 0 &&
    draft.target.length > 0 &&
    drafts.some(
      (other) =>
        isViolence(other) &&
        s.sentence[other.trigger.head] === s.sentence[draft.trigger.head] &&
        draft.target.every(({ ref }) => other.agent.some((a) => a.ref === ref)),
    );
  return drafts.filter((draft) => !isEscape(draft));
}
