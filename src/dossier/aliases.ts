import type { ActorRef, Decision } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import { fold } from "./names.ts";

/** What an actor is known by across reports: its row in the registry, else its folded name. */
export const actorKey = ({ name, entry }: ActorRef): string => entry ?? `name:${fold(name)}`;

/** What coders' decisions on names make of the actors of a case: which names are one actor, and which pairs are settled. */
export interface Aliases {
  /** Key -> id under which the actor stands: the registry's where one of its names is there, else one of the case's own. */
  readonly entryOf: ReadonlyMap<string, string>;
  /** Keys of the same actor, itself among them. */
  readonly group: (key: string) => readonly ActorRef[];
  /** "KEY|KEY", sorted: pairs that a coder has parted or put off. */
  readonly settled: ReadonlySet<string>;
}

export const aliasPair = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** The decisions in force, as they bear on names. A later decision on the same pair wins over an earlier one. */
export function aliasesOf(decisions: readonly Decision[]): Aliases {
  const latest = new Map<string, Extract<Decision, { kind: "alias" }>>();
  for (const decision of decisions) {
    if (decision.kind !== "alias") continue;
    const pair = aliasPair(actorKey(decision.a), actorKey(decision.b));
    const known = latest.get(pair);
    if (!known || [known.time, known.id].join() < [decision.time, decision.id].join()) latest.set(pair, decision);
  }
  const groups = new Map<string, Map<string, ActorRef>>();
  const settled = new Set<string>();
  for (const [pair, { verdict, a, b }] of latest) {
    if (verdict !== "one") {
      settled.add(pair);
      continue;
    }
    const members = new Map<string, ActorRef>();
    for (const ref of [a, b]) {
      members.set(actorKey(ref), ref);
      for (const [key, other] of groups.get(actorKey(ref)) ?? []) members.set(key, other);
    }
    for (const key of members.keys()) groups.set(key, members);
  }
  const entryOf = new Map<string, string>();
  for (const [key, members] of groups) {
    const keys = [...members.keys()].sort();
    const registered = [...members.values()].flatMap((ref) => ref.entry ?? []).sort()[0];
    entryOf.set(key, registered ?? `case:${keys[0]!.slice("name:".length).replaceAll(" ", "-")}`);
  }
  return { entryOf, settled, group: (key) => [...(groups.get(key)?.values() ?? [])] };
}

/** A ledger whose actors stand under the id that coders gave their names. The names stay as the report has them. */
export function withAliases(ledger: Ledger, { entryOf }: Aliases): Ledger {
  if (entryOf.size === 0) return ledger;
  let changed = false;
  const actors = ledger.actors.map((actor) => {
    const entry = actor.entry === null ? entryOf.get(actorKey(actor)) : undefined;
    if (entry === undefined) return actor;
    changed = true;
    return { ...actor, entry };
  });
  return changed ? { ...ledger, actors } : ledger;
}
