import type { Mentions } from "../../core/layers.ts";
import type { ActorKind, EventType, Time } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { relation } from "../../core/tree.ts";
import { belongs } from "../../lexicon/pattern.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Draft } from "./merge.ts";
import { weaponRow } from "./weapons.ts";

/** Types that a word of striking takes from the event the report is about. */
const CARRIED = new Set<EventType>([
  "violence/air-strike",
  "violence/shelling",
  "violence/bombing",
  "violence/bombing/suicide",
]);

/**
 * Types that a word alone does not settle, settled by who acts on whom and by what the report is about: police capture suspects
 * (an arrest), rebels capture soldiers; a crowd that burns a station riots; "struck" in a report of an air strike is one.
 */
export function settleTypes(s: Syntax, drafts: readonly Draft[], mentions: Mentions, know: EventKnowledge): Draft[] {
  const kinds = new Map(mentions.actors.map((actor) => [actor.id, actor.kind]));
  const settled = drafts.map((draft) => ({ ...draft, type: byParties(s, draft, kinds, know) }));
  const main = mainType(settled);
  return settled.map((draft, i) => {
    // "the raid": whatever violence was told before it
    if (draft.type === "force/raid" && draft.definite && draft.trigger.row?.follows) {
      const before = settled.slice(0, i);
      const raided = before.some((d) => d.type === "force/raid" && !d.definite);
      if (!raided && before.some((d) => d.type.startsWith("violence/")))
        return { ...draft, type: main ?? "violence/armed-attack" };
    }
    // "bombed a camp in retaliation for the killing of two soldiers": what is answered was done otherwise
    if (draft.apart.within !== null) return draft;
    if (!draft.trigger.vague || draft.trigger.weapon >= 0 || !draft.trigger.row || draft.trigger.harm) return draft;
    if (draft.type !== "violence/armed-attack" && draft.type !== "violence/bombing") return draft;
    const flown = flies(s, draft, know);
    if (flown) return { ...draft, type: flown };
    // "claimed the attack … drones had struck a camp": what is told of once, and later, gives its name to nothing before it
    const known =
      main?.startsWith(`${draft.type}/`) ||
      settled.slice(0, i).some((d) => d.type === main) ||
      (!draft.definite && settled.filter((d) => d.type === main).length > 1);
    const follows = main && known && draft.trigger.row.follows && !isElsewhen(draft, settled, main);
    return follows ? { ...draft, type: main } : draft;
  });
}

const STATE = new Set<ActorKind>(["government", "state-forces", "police", "court"]);
const CROWD = new Set<ActorKind>(["rioters", "protesters"]);

function byParties(s: Syntax, draft: Draft, kinds: ReadonlyMap<string, ActorKind>, know: EventKnowledge): EventType {
  const { type } = draft;
  const is = (tokens: readonly number[], name: string): boolean =>
    tokens.some((t) => belongs(s, t, `@${name}`, know.classes));
  const agents = draft.agent.map((a) => kinds.get(a.ref) ?? "unknown");
  if (type === "violence/abduction" && !draft.trigger.row?.unlawful) {
    if (agents.some((kind) => STATE.has(kind)) || is(draft.targetTokens, "wanted")) return "coercion/arrest";
  }
  if (
    type === "force/release" &&
    agents.some((kind) => kind === "state-forces" || kind === "police") &&
    is(draft.targetTokens, "captive")
  )
    return "force/rescue";
  const crowds = draft.trigger.row?.crowds || type === "violence/arson" || type === "violence/assault";
  if (crowds && type.startsWith("violence/") && draft.trigger.weapon < 0) {
    if (is(draft.agentTokens, "crowd") || agents.some((kind) => CROWD.has(kind))) return "protest/riot";
  }
  if (type === "force/raid" && draft.trigger.vague && agents.some((kind) => kind === "armed-group"))
    return "violence/armed-attack";
  return type;
}

/** "Shelled Kura on Monday. *Two days later* it bombed Bama": told with a day of its own, that none of those of the type has. */
function isElsewhen(draft: Draft, drafts: readonly Draft[], main: EventType): boolean {
  const own = ({ time }: Draft) => (time === null || time.near === "sentence" ? [] : [time.value]);
  const day = (iso: string): string => iso.slice(0, 10);
  const days = drafts.filter((d) => d.type === main && d !== draft).flatMap(own);
  const isApart = ({ start, end }: Time): boolean =>
    days.every((t) => day(t.end) < day(start) || day(end) < day(t.start));
  return !draft.fresh && days.length > 0 && own(draft).some(isApart);
}

/** The type of most mentions that leave no doubt, where it is one that others may take on. */
function mainType(drafts: readonly Draft[]): EventType | null {
  const count = new Map<EventType, number>();
  for (const { type, trigger } of drafts) {
    if (type.startsWith("violence/") && (!trigger.vague || trigger.weapon >= 0))
      count.set(type, (count.get(type) ?? 0) + 1);
  }
  const [best] = [...count].sort((a, b) => b[1] - a[1]);
  return best && CARRIED.has(best[0]) ? best[0] : null;
}

/** A carrier that flies or shoots, named anywhere in the clause: "the army, whose jets …, bombed". */
function flies(s: Syntax, draft: Draft, know: EventKnowledge): EventType | null {
  const sentence = s.sentence[draft.trigger.head]!;
  for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++) {
    const row = weaponRow(s, t, know);
    if (row?.carrier && row.turns === "violence/air-strike" && relation(s, t) !== "obj") return row.turns;
  }
  return null;
}
