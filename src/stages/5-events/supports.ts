import { fillers, surfaceSubject } from "../../core/arguments.ts";
import type { EventStage } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation } from "../../core/tree.ts";
import type { SupportRow } from "../../lexicon/events.ts";
import { matchAt } from "../../lexicon/pattern.ts";
import type { EventKnowledge } from "./knowledge.ts";

/** What a supporting word lends to the event it governs. */
export interface Support {
  readonly verb: number;
  readonly row: SupportRow;
  readonly agent: readonly number[];
  readonly target: readonly number[];
  readonly stage: EventStage | null;
  /** Who stood against it: it is the deed of his opponent. */
  readonly warders: readonly number[];
}

/** Event head -> the words that lend it parties: "The militia carried out the attack", "blamed the front for the blast".
 * `denied`: words that an operator denies: "nobody has been *linked* to the blast" lends it nobody. */
export function findSupports(
  s: Syntax,
  know: EventKnowledge,
  heads: ReadonlySet<number>,
  denied: ReadonlySet<number>,
): ReadonlyMap<number, readonly Support[]> {
  const found = new Map<number, Support[]>();
  for (let verb = 0; verb < s.length; verb++) {
    const { match } = matchAt(s, verb, know.supports, know.classes);
    if (!match) continue;
    const { row } = match;
    if (row.blames && denied.has(verb)) continue;
    const part = (path: string | undefined): number[] =>
      !path
        ? []
        : path === "head"
          ? [s.head[verb]!]
          : path === "holder"
            ? holderOf(s, s.head[verb]!)
            : fillers(s, verb, path);
    const agent = part(row.roles.agent);
    const target = part(row.roles.target);
    for (const at of part(row.roles.event)) {
      for (const event of within(s, at, heads)) {
        if (agent.includes(event) || target.includes(event)) continue;
        const warders = part(row.roles.warder).filter((t) => t !== event);
        // "had a student beaten": he is no doer of it
        const undone = s.xpos[event] === "VBN" && relation(s, event) === "xcomp" ? fillers(s, verb, "obj") : [];
        const suffer = undone.filter((t) => agent.includes(t));
        const support = {
          verb,
          row,
          agent: agent.filter((t) => t !== event && !suffer.includes(t)),
          target: [...target, ...suffer],
          stage: row.stage ?? null,
          warders,
        };
        const list = found.get(event);
        if (list) list.push(support);
        else found.set(event, [support]);
      }
    }
  }
  return found;
}

/** "*The group* was behind the bombing", "*the men* behind the attack". */
function holderOf(s: Syntax, noun: number): number[] {
  if (noun < 0) return [];
  const subject = surfaceSubject(s, noun);
  if (children(s, noun).some((c) => relation(s, c) === "cop")) return subject < 0 ? [] : [subject];
  return relation(s, noun) === "nmod" && s.head[noun]! < noun ? [s.head[noun]!] : [];
}

/** The event itself, or the one inside "a series of attacks", "a part in the killing", "carrying out the raid". */
function within(s: Syntax, token: number, heads: ReadonlySet<number>): number[] {
  if (heads.has(token)) return [token];
  for (const c of children(s, token)) {
    const rel = relation(s, c);
    if (rel !== "nmod" && rel !== "obl" && rel !== "compound" && rel !== "obj" && rel !== "acl" && rel !== "xcomp")
      continue;
    // "threatened to close the camps to which people *had fled*"
    if (s.deprel[c] === "acl:relcl") continue;
    // "the claim *that rebels fired* was made by the mayor": what a claim says is not made with it
    if (rel === "acl" && children(s, c).some((m) => relation(s, m) === "mark" && s.xpos[m] === "IN")) continue;
    const inner = heads.has(c) ? [c] : rel === "nmod" || rel === "obj" ? within(s, c, heads) : [];
    if (inner.length > 0) return inner;
  }
  return [];
}
