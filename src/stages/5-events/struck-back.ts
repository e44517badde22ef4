import type { Filler } from "../../core/layers.ts";
import type { Cluster, Draft } from "./merge.ts";

/**
 * "Rebels attacked the town. The army *killed* twenty of them": who strikes down only those that began it is whom they attacked, and no second
 * attacker. The toll stays with the fallen attackers.
 */
export function nameStruckBack(clusters: readonly Cluster[]): void {
  for (const { drafts } of clusters) {
    drafts.forEach((draft, i) => {
      const before = drafts.slice(0, i);
      if (strikesBack(draft, before))
        drafts[i] = { ...draft, agent: [], target: draft.agent.map(attacked), beatsOff: true };
    });
  }
}

const attacked = (by: Filler): Filler => ({ ...by, basis: "implied", rule: "events/struck-back" });

/** Whether everybody a mention of harm befalls is an attacker by the mentions before it, and nobody who does the harm is one. */
function strikesBack({ trigger, type, agent, target }: Draft, before: readonly Draft[]): boolean {
  if (trigger.harm === null || agent.length === 0 || target.length === 0 || type === CLASH) return false;
  const attackers = before.filter((other) => isAttack(other)).flatMap((other) => other.agent.map(({ ref }) => ref));
  if (before.some((other) => other.type === CLASH)) return false;
  return target.every(({ ref }) => attackers.includes(ref)) && agent.every(({ ref }) => !attackers.includes(ref));
}

const CLASH = "violence/armed-clash";
const isAttack = ({ type }: Draft): boolean => type.startsWith("violence/") && type !== CLASH;
