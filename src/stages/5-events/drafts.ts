import { preposition } from "../../core/arguments.ts";
import type { Attributions, Filler, Mentions } from "../../core/layers.ts";
import { ARMED_KINDS, type EventType, type ThingHit, type Time } from "../../core/ledger.ts";
import { neutralWords } from "../../core/neutral-words.ts";
import { contains } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, isBelow, rangeSpan, relation, tokenSpan, upos } from "../../core/tree.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { belongs } from "../../lexicon/pattern.ts";
import { speechIndex } from "../../lexicon/speech.ts";
import { apartOf, withoutEscapes } from "./apart.ts";
import { attachToNouns } from "./attach.ts";
import { settleTypes } from "./context.ts";
import { makeCumulative } from "./cumulative.ts";
import { makeElsewhere } from "./elsewhere.ts";
import { grantedIn } from "./granted.ts";
import { passiveHeadlines } from "./headlines.ts";
import { type EventKnowledge, eventKnowledge, withEpithets } from "./knowledge.ts";
import type { Draft } from "./merge.ts";
import { makeOpposed, settleWarded } from "./opponents.ts";
import { repairQuantities } from "./repair.ts";
import { repairLists } from "./repair-lists.ts";
import { repairSpeakers } from "./repair-speakers.ts";
import { type RoleTokens, rolesOf, without } from "./roles.ts";
import { innermost, stageOf } from "./stage.ts";
import { findSupports, type Support } from "./supports.ts";
import { findTriggers, type Trigger } from "./triggers.ts";
import { weaponRow } from "./weapons.ts";
import { happening, makeWhereWhen, ofTheSaying } from "./where-when.ts";
import { makeWho, type Who } from "./who.ts";

/** The mentions of a report before they are joined into events; the trainer of the joining starts here too. */
export function readDrafts(syntax: Syntax, mentions: Mentions, attributions: Attributions, lexicon: LexiconData) {
  const know = withEpithets(eventKnowledge(lexicon), syntax, mentions.loaded);
  const headed = passiveHeadlines(repairSpeakers(syntax, attributions), know);
  const counted = repairQuantities(headed, mentions);
  const s = attachToNouns(repairLists(counted, mentions, know.small.somebody!), know);
  const supposed = new Set(
    attributions.scopes.flatMap(({ value }) => (value.supposed ? withParties(s, value.over) : [])),
  );
  const { triggers, refusals } = findTriggers(s, know, skipper(s, know), armedHeads(mentions), supposed);
  const heads = new Set(triggers.filter((t) => t.type).map((t) => t.head));
  const { light, document } = speechIndex(lexicon).roles;
  const denied = new Set(attributions.scopes.flatMap(({ value }) => (value.polarity ? value.over : [])));
  const supports = findSupports(s, know, heads, denied);
  const ofSaying = ofTheSaying(s, attributions, heads, document);
  const whereWhen = makeWhereWhen(s, mentions, heads, ofSaying, know, supposed);
  const isCumulative = makeCumulative(s, triggers, whereWhen, know);
  // a sum that names no kind of happening ("400 have been killed since January") is no event, and its figures are nobody's toll
  const summing = triggers.filter((trigger) => isCumulative(trigger));
  // "1,200 have died in such attacks since …"
  const beside = triggers.filter(
    ({ head }) => s.xpos[head] === "NNS" && summing.some((sum) => isBelow(s, head, sum.head)),
  );
  const sums = [...new Set([...summing, ...beside])];
  // "have been killed since January in air strikes": the words for the deeds say what the sum is of
  const kinds = sums.filter(({ vague, row }) => row !== null && !vague);
  const isNamed = (sum: Trigger): boolean => kinds.some(({ head }) => isBelow(s, head, sum.head));
  const vague = new Set(sums.filter((sum) => (sum.vague || sum.row === null) && !isNamed(sum)).map(({ head }) => head));
  const summed = triggers.flatMap((trigger) =>
    trigger.type === null || vague.has(trigger.head)
      ? []
      : [{ trigger: { ...trigger, type: trigger.type }, cumulative: sums.includes(trigger) }],
  );
  const refusedSums = sums
    .filter(({ head }) => vague.has(head))
    .map(({ span, row, harm }) => ({
      kind: "event" as const,
      span,
      by: { rule: "events/sum", entry: (row ?? harm)!.id },
      reason: "sums up many happenings over a stretch of time",
    }));
  const toldBy = (who: Who): Draft[] =>
    summed.map(({ trigger, cumulative }) => {
      const parties = rolesOf(s, trigger, supports.get(trigger.head) ?? [], know);
      // "targeted militias, not civilians": who is named only to be left out is no party
      const roles = denied.has(trigger.head) ? parties : without(parties, denied);
      const own = supports.get(trigger.head) ?? [];
      const spared = denied.has(trigger.head) && trigger.row?.effect !== undefined;
      return {
        ...draftOf(s, trigger, roles, own, attributions, know, who, whereWhen, cumulative, light, spared),
        negated: denied.has(trigger.head),
      };
    });
  const worded = makeWho(s, mentions, new Set(triggers.map((t) => t.head)));
  const first = toldBy(worded);
  const sided = {
    enemies: know.small["enemy-noun"]!,
    own: know.small["own-fighters"]!,
    sides: know.small["side-noun"]!,
  };
  const who = makeOpposed(s, first, mentions, attributions, sided, worded);
  const told = who === worded ? first : toldBy(who);
  const warded = settleWarded(s, told, mentions);
  const drafts = settleTypes(s, withoutEscapes(s, warded), mentions, know).map((draft) =>
    nameThings(draft, mentions, s.text),
  );
  const counting = triggers.filter(({ head }) => !vague.has(head));
  const timeOf = (trigger: Trigger): Time | null => happening(whereWhen.time(trigger))?.value ?? null;
  return { s, know, ofSaying, drafts, triggers: counting, refusals: [...refusals, ...refusedSums], who, timeOf };
}

/** Things by the report's words, the loaded ones among them read neutrally: "dens" are "bases". */
const nameThings = (draft: Draft, { loaded }: Mentions, text: string): Draft => ({
  ...draft,
  objects: draft.objects.map((thing) => {
    const inside = loaded.filter((term) => contains(thing.span, term.span));
    return { ...thing, name: neutralWords(thing.name, inside, text) || thing.name };
  }),
});

/** "If *the blockade* is not *lifted*": what a condition speaks of is supposed with it. */
const withParties = (s: Syntax, heads: readonly number[]): number[] =>
  heads.flatMap((t) => [t, ...children(s, t).filter((c) => relation(s, c) === "nsubj" || relation(s, c) === "obj")]);

function armedHeads({ actors, actorMentions }: Mentions): ReadonlySet<number> {
  const armed = new Set(actors.flatMap(({ id, kind }) => (ARMED_KINDS.includes(kind) ? [id] : [])));
  return new Set(actorMentions.flatMap(({ head, value }) => (armed.has(value.actor) ? [head] : [])));
}

/** The headline is told again in the text; credits tell nothing, and what points to other reports is told there. */
function skipper(s: Syntax, { small }: EventKnowledge): (token: number) => boolean {
  const { blocks, title } = s.document;
  const skip = blocks.map(
    (block) =>
      block.kind === "credit" ||
      (block.kind === "heading" && title !== null && s.text.slice(...block.span).trim() === title.trim()),
  );
  const elsewhere = makeElsewhere(s, small.elsewhere!);
  return (token) => (skip[s.block[s.sentence[token]!]!] ?? false) || elsewhere(token);
}

function draftOf(
  s: Syntax,
  trigger: Trigger,
  roles: RoleTokens,
  supports: readonly Support[],
  attributions: Attributions,
  know: EventKnowledge,
  who: Who,
  whereWhen: ReturnType<typeof makeWhereWhen>,
  cumulative: boolean,
  light: ReadonlySet<string>,
  spared: boolean,
): Omit<Draft, "negated"> {
  const filled = (tokens: readonly number[], rule: string): Filler[] => {
    const found: Filler[] = [];
    for (const token of tokens) {
      const ref = who.at(token);
      if (ref && !found.some((f) => f.ref === ref))
        found.push({ ref, span: tokenSpan(s, token), basis: "stated", rule });
    }
    return found;
  };
  const named = filled(roles.agent, "events/agent");
  const agent = named.length > 0 ? named : filled(roles.carriers.filter(who.isKnown), "events/agent");
  // houses and cars are things hit, whoever's they are; a camp of a side is that side
  const people = [
    ...roles.target.filter((t) => !isThing(s, t, know) || who.isKnown(t)),
    ...roles.objects.filter((t) => isThing(s, t, know) && who.isSide(t)),
  ];
  const target = filled(people, "events/target").filter((f) => !agent.some((a) => a.ref === f.ref));
  const { definite, fresh, points, calls } = reference(s, trigger, know);
  const granted = supports.length > 0 ? null : grantedIn(s, trigger.head, definite, know, light);
  const stage = stageOf(trigger, supports, attributions, granted !== null);
  // "foiled an attempt to blow up a bridge": the bridge stands
  const becomes = stage === "accomplished" ? (trigger.row?.effect ?? null) : null;
  // "the hospital was not damaged"
  const effect = spared ? "none" : becomes;
  const things = roles.objects.filter((t) => isThing(s, t, know));
  const told = innermost(attributions.attributions, trigger)?.value;
  return {
    trigger,
    type: trigger.vague && trigger.weapon < 0 ? byCarrier(s, trigger.type!, roles.instrument, know) : trigger.type!,
    agent,
    target,
    agentTokens: roles.agent,
    targetTokens: roles.target,
    objects: things.map((t) => thing(s, t, effect)),
    knownThings: things.filter((t) => isKnown(s, t, know)),
    instrument:
      roles.instrument >= 0
        ? { name: s.text.slice(...tokenSpan(s, roles.instrument)), span: tokenSpan(s, roles.instrument) }
        : null,
    place: whereWhen.place(trigger),
    time: whereWhen.time(trigger),
    stage,
    definite,
    asserted: named.length > 0 && supports.some((support) => support.agent.length > 0),
    granted,
    detail: false,
    spared,
    fresh,
    points,
    calls,
    cumulative,
    voice: told?.source ?? null,
    denied: told?.polarity === "negative" || told?.act === "doubt",
    accused: told?.act === "accuse",
    warders: filled(
      supports.flatMap((support) => support.warders),
      "events/warder",
    ),
    beatsOff: false,
    apart: apartOf(s, trigger.head, trigger.type!, know),
    rule: "events/trigger",
  };
}

/** "Sent warplanes to strike a depot", "warplanes carried out seven raids": the weapon that another word names. */
function byCarrier(s: Syntax, type: EventType, weapon: number, know: EventKnowledge): EventType {
  const row = weapon >= 0 ? weaponRow(s, weapon, know) : undefined;
  const isRaid = type === "force/raid" && row?.turns === "violence/air-strike";
  return row && (isRaid || type.startsWith("violence/")) ? row.turns : type;
}

function isThing(s: Syntax, token: number, know: EventKnowledge): boolean {
  if (belongs(s, token, "@person", know.classes) && upos(s, token) !== "PROPN") return false;
  return ["building", "vehicle", "aircraft", "weapon"].some((c) => belongs(s, token, `@${c}`, know.classes));
}

const thing = (s: Syntax, token: number, effect: ThingHit["effect"]): ThingHit => {
  const compounds = children(s, token).filter((c) => relation(s, c) === "compound" || relation(s, c) === "amod");
  const span = rangeSpan(s, Math.min(token, ...compounds.map((c) => s.left[c]!)), token);
  return { name: s.text.slice(...span), span, effect };
};

/** Whether a noun speaks of something known, or says that it is another one. */
function reference(
  s: Syntax,
  trigger: Trigger,
  { small }: EventKnowledge,
): Pick<Draft, "definite" | "fresh" | "points" | "calls"> {
  let definite = false;
  let fresh = false;
  let points = false;
  for (const c of children(s, trigger.head)) {
    const rel = s.deprel[c]!;
    if (rel === "nmod:poss") definite = true;
    const another = small.fresh!.has(s.lower[c]!);
    if (rel === "det" && isPointer(s, c, small)) definite = !another;
    if (rel === "det" && small.pointing!.has(s.lower[c]!)) points = true;
    if (another || (s.xpos[c] === "JJ" && small.ordinal!.has(s.lower[c]!))) fresh = true;
  }
  const isNoun = upos(s, trigger.head) === "NOUN";
  const parts = children(s, trigger.head);
  const isIt = (c: number): boolean => relation(s, c) === "nsubj" && small["it-pronoun"]!.has(s.lower[c]!);
  const isCalled =
    parts.some((c) => relation(s, c) === "cop") && parts.some(isIt) && preposition(s, trigger.head) === "";
  return {
    definite: definite && isNoun && !fresh,
    fresh,
    points: points && isNoun && !fresh,
    calls: isNoun && isCalled,
  };
}

/** "the", "this"; not "a". */
const isPointer = (s: Syntax, det: number, small: EventKnowledge["small"]): boolean =>
  s.xpos[det] === "DT" && !small.article!.has(s.lemma[det]!);
const isKnown = (s: Syntax, noun: number, { small }: EventKnowledge): boolean =>
  children(s, noun).some((c) => relation(s, c) === "det" && isPointer(s, c, small));
