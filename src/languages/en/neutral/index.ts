import type { SentencePlan } from "../../../core/language.ts";
import type { Act } from "../../../core/ledger.ts";
import type { NeutralRow } from "../../../lexicon/neutral.ts";
import { isOnlyNone, none, toll, withToll } from "./counts.ts";
import { when } from "./dates.ts";
import { capitalise, list, pronounFor, withArticle } from "./names.ts";

/** "X said that …": the neutral verb of each act. `that` is followed by a clause in the past, `would` by one in the future. */
const ACTS: Readonly<Record<Act, string>> = {
  state: "said",
  confirm: "confirmed that",
  deny: "denied that",
  doubt: "cast doubt on a report that",
  accuse: "alleged that",
  suspect: "suspected that",
  "claim-responsibility": "claimed responsibility, saying that",
  threaten: "threatened that",
  demand: "demanded that",
  promise: "promised that",
  predict: "predicted that",
};

/** "X … a toll of 14 killed in the air strike": the neutral verb where only figures are told. */
const FIGURES: Readonly<Record<Act, string>> = {
  state: "gave",
  confirm: "confirmed",
  deny: "denied",
  doubt: "cast doubt on",
  accuse: "alleged",
  suspect: "suspected",
  "claim-responsibility": "claimed",
  threaten: "threatened",
  demand: "demanded",
  promise: "promised",
  predict: "predicted",
};

/** "X … the air strike": the neutral verb where the claim only answers what others tell. */
const ANSWERS: Readonly<Record<Act, string>> = {
  state: "spoke of",
  confirm: "confirmed",
  deny: "denied what is said of",
  doubt: "cast doubt on what is said of",
  accuse: "made an accusation over",
  suspect: "voiced a suspicion over",
  "claim-responsibility": "claimed responsibility for",
  threaten: "made a threat over",
  demand: "made a demand over",
  promise: "made a promise over",
  predict: "made a prediction over",
};

/**
 * Words a claim. "The army of Chad said that rebels shelled a camp near Goma on 3 March 2026, and gave a toll of 10 killed (civilians)."
 * The same frame for every source and side; a denial says what is denied, a doubtful claim says so.
 */
export function makeSentences(rows: readonly NeutralRow[]): (plan: SentencePlan) => string {
  const byType = new Map(rows.map((row) => [row.type, row]));
  const wording = (type: string): NeutralRow => {
    for (let node = type; node !== ""; node = node.slice(0, Math.max(0, node.lastIndexOf("/")))) {
      const row = byType.get(node);
      if (row) return row;
    }
    return {
      type,
      base: "act against",
      past: "acted against",
      alone: ["act", "acted"],
      noun: "an event",
      on: "involving",
    };
  };

  return (plan) => {
    const source = capitalise(withArticle(plan.source));
    const relays = plan.via.length > 0 ? `, as relayed by ${list(plan.via.map(withArticle))}` : "";
    const row = wording(plan.type);
    if (plan.open)
      return `${source} ${plan.open === "who" ? "did not say who was behind" : "left questions open over"} ${definite(row.noun)}${circumstances(plan, row)}${relays}.`;
    if (!plan.tells && isOnlyNone(plan))
      return `${source} said ${none(plan)} in ${definite(row.noun)}${circumstances(plan, row)}${relays}.`;
    if (!plan.tells) {
      const about = plan.counts.length > 0 ? `${FIGURES[plan.act]} ${toll(plan)} in` : ANSWERS[plan.act];
      return `${source} ${about} ${definite(row.noun)}${circumstances(plan, row)}${relays}.`;
    }
    if (isDeed(plan)) {
      const targets = list(plan.targets.map(withArticle));
      return `${source} ${targets === "" ? row.alone[1] : onto(row.past, targets)}${circumstances(plan, row)}${relays}.`;
    }
    const verb = plan.ownVoice && plan.act === "state" ? "reported that" : ACTS[plan.act];
    const condition = plan.modality === "conditional" ? " under a stated condition" : "";
    return `${source} ${verb} ${clause(plan, row)}${circumstances(plan, row)}${condition}${withToll(plan)}${relays}.`;
  };
}

/** "The party made a demand": where speaking is itself what happened, whoever is its source did it. */
const isDeed = ({ type, act, polarity, source, agents }: SentencePlan): boolean =>
  type.startsWith("speech/") &&
  DEEDS.has(act) &&
  polarity === "positive" &&
  agents.length === 1 &&
  agents[0] === source;

const DEEDS: ReadonlySet<Act> = new Set<Act>(["threaten", "demand", "promise"]);

/** "an air strike": "the air strike". */
const definite = (noun: string): string => `the ${noun.replace(/^(?:an?|the) /, "")}`;

/** "shelling", "air strike": without its article. */
const bare = (thing: string): string => thing.replace(/^(?:an?|the) /, "");

/** "an attempted air strike", "a planned bombing"; what was done stands as it is. */
function staged(thing: string, stage: SentencePlan["stage"]): string {
  if (stage === "accomplished") return thing;
  return stage === "attempted" ? `an attempted ${bare(thing)}` : `a planned ${bare(thing)}`;
}

/** " in Kunduz on 3 March 2026"; the place is not said twice where a name holds it ("the clinic in El Fasher"). */
function circumstances({ place, time, agents, targets, tells }: SentencePlan, { at = "in" }: NeutralRow): string {
  const named = place !== null && tells && [...agents, ...targets].some((name) => name.includes(place));
  return `${place && !named ? ` ${at} ${place}` : ""}${time ? ` ${when(time)}` : ""}`;
}

/** The adverb of a doubt that the verb of the act does not say already. */
function doubtOf({ act, certainty }: SentencePlan): string {
  if (act === "deny" || act === "doubt" || (act === "suspect" && certainty === "probable")) return "";
  return certainty === "probable"
    ? "probably "
    : certainty === "possible" || certainty === "unknown"
      ? "possibly "
      : "";
}

/** "took {} hostage", "shelled": the verb with whom or what it befell. */
const onto = (verb: string, targets: string): string =>
  verb.includes("{}") ? verb.replace("{}", targets) : `${verb} ${targets}`;

/** The happening as a clause whose verb carries modality, stage and doubt. */
function clause(plan: SentencePlan, row: NeutralRow): string {
  // "The Taliban said it attacked …"; a man is named again
  const party = (name: string): string => (name === plan.source ? pronounFor(plan) : null) ?? withArticle(name);
  const agents = list(plan.agents.map(party));
  const targets = plan.things && row.people ? "" : list(plan.targets.map(withArticle));
  const subject = agents === "" ? "there" : agents;
  const [does, did, on] = plan.things && row.thing ? row.thing : [row.base, row.past, row.on];
  const [base, past] = targets === "" ? row.alone : [onto(does, targets), onto(did, targets)];
  const thing = targets === "" ? row.noun : `${row.noun} ${on} ${targets}`.replace(" : ", ": ");
  if (plan.modality === "future" || plan.modality === "conditional") {
    const would =
      plan.act === "demand"
        ? plan.polarity === "negative"
          ? "not "
          : ""
        : plan.polarity === "negative"
          ? "would not "
          : "would ";
    return `${subject} ${would}${agents === "" ? `be ${thing}` : base}`;
  }
  if (plan.modality === "hypothetical") return `${subject} could ${agents === "" ? `be ${thing}` : base}`;
  // a threat is done by being made
  const stage = plan.type.startsWith("speech/") ? "accomplished" : plan.stage;
  const negated = plan.polarity === "negative" && plan.act !== "deny" && plan.act !== "doubt";
  const doubt = doubtOf(plan);
  if (agents === "") return `there was ${negated ? `no ${bare(thing)}` : `${doubt}${staged(thing, stage)}`}`;
  if (negated) return `${subject} did not ${base}`;
  if (stage === "attempted") return `${subject} ${doubt}tried to ${base}`;
  if (stage === "threatened") return `${subject} ${doubt}planned to ${base}`;
  return `${subject} ${doubt}${past}`;
}
