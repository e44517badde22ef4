import { fillers } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, conjuncts, relation } from "../../core/tree.ts";
import type { WeaponRow } from "../../lexicon/events.ts";
import type { EventKnowledge } from "./knowledge.ts";

export interface Weapon {
  readonly token: number;
  readonly row: WeaponRow;
}

/** Where a weapon may stand beside its deed, the surest place first. */
const PLACES = [
  "compound",
  "amod",
  "obl:with | nmod:with",
  "nsubj",
  "obl:by | nmod:by",
  "obl:from | nmod:from",
  "nmod:of",
  "obl:in | nmod:in",
  "obl:during | obl:when",
];

/** How near a type is to the deed where several weapons are named: the bearer who meant to die, then what flies, then what goes off. */
const RANK: Record<string, number> = {
  "violence/bombing/suicide": 4,
  "violence/air-strike": 3,
  "violence/shelling": 2,
  "violence/bombing": 2,
  "violence/armed-attack": 1,
};

/** The weapon named with a trigger: its own words, subject, modifier, instrument. Carriers that suffer the deed do not count. */
export function weaponAt(s: Syntax, head: number, tokens: readonly number[], know: EventKnowledge): Weapon | null {
  let best: Weapon | null = null;
  const consider = (token: number): void => {
    const row = weaponRow(s, token, know);
    if (row && (!best || isNearer(s, { token, row }, best))) best = { token, row };
  };
  for (const t of tokens) if (t !== head) consider(t);
  for (const place of PLACES) {
    for (const t of fillers(s, head, place)) {
      consider(t);
      // "a salvo of rockets", "a wave of air strikes", "mortar and tank fire"
      for (const c of children(s, t)) {
        const rel = relation(s, c);
        if (rel === "compound" || rel === "amod" || (rel === "nmod" && s.lower[c] !== s.lower[t])) consider(c);
      }
    }
  }
  // what is fired or thrown is a weapon; what is struck is not
  for (const t of fillers(s, head, "obj")) {
    const row = weaponRow(s, t, know);
    if (row && !row.carrier && know.classes[s.lemma[t]!.toLowerCase()]?.includes("weapon")) consider(t);
  }
  return best;
}

/** Whether a weapon says more of the type than the best so far. */
function isNearer(s: Syntax, one: Weapon, best: Weapon): boolean {
  const [turns, other] = [one.row.turns, best.row.turns];
  // "with grenades and rifles": mixed arms, which is an attack
  const isJoined = conjuncts(s, one.token).includes(best.token) || conjuncts(s, best.token).includes(one.token);
  const isMixed = isJoined && [turns, other].includes("violence/armed-attack") && RANK[turns]! + RANK[other]! === 3;
  return isMixed ? turns === "violence/armed-attack" : RANK[turns]! > RANK[other]!;
}

/** The row of the weapon that a word means where it stands. */
export function weaponRow(s: Syntax, token: number, know: EventKnowledge): WeaponRow | undefined {
  // "a kamikaze drone": the longer name means
  const next = token + 1 < s.length ? `${s.lower[token]}-${s.lemma[token + 1]!.toLowerCase()}` : "";
  if (know.weapons.has(next)) return undefined;
  const before = token > 0 ? `${s.lower[token - 1]}-${s.lemma[token]!.toLowerCase()}` : "";
  const row =
    know.weapons.get(before) ?? know.weapons.get(s.lemma[token]!.toLowerCase()) ?? know.weapons.get(s.lower[token]!);
  // "an air attack", "killed from the air"
  const modifies =
    /^(?:compound|amod)$/.test(relation(s, token)) ||
    children(s, token).some((c) => know.small.origin!.has(s.lower[c]!));
  return row?.modifier && !modifies ? undefined : row;
}
