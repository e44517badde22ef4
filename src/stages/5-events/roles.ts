import { fillers, isNominal } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, upos } from "../../core/tree.ts";
import { belongs, isGerundNoun } from "../../lexicon/pattern.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Support } from "./supports.ts";
import type { Trigger } from "./triggers.ts";

/** Heads of the noun phrases in each role of a trigger. */
export interface RoleTokens {
  readonly agent: readonly number[];
  readonly target: readonly number[];
  /** Where things that suffer it may stand besides: "exploded in front of the bank". */
  readonly objects: readonly number[];
  /** What flies or shoots, where it is the doer of the words: "Israeli jets bombed the camp". */
  readonly carriers: readonly number[];
  /** The weapon, where it is named apart from the verb. */
  readonly instrument: number;
}

const NOUN_AGENT = "obl:by | nmod:by | poss | nmod:from";
const NOUN_TARGET = "nmod:of | nmod:on | nmod:against | nmod:upon";

export function rolesOf(s: Syntax, trigger: Trigger, supports: readonly Support[], know: EventKnowledge): RoleTokens {
  const row = trigger.row ?? trigger.harm!;
  const gerund = upos(s, trigger.head) === "VERB" && isGerundNoun(s, trigger.head);
  const part = (path: string | undefined): number[] => (path ? fillers(s, trigger.head, path, trigger.tokens) : []);
  let agent = part(row.roles.agent);
  let target = trigger.row ? part(row.roles.target) : [];
  if (trigger.harm)
    target.push(
      ...part(trigger.harm.victim === "self" ? undefined : trigger.harm.victim).filter((t) => !target.includes(t)),
    );
  if (gerund) {
    agent = agent.length > 0 ? agent : part(NOUN_AGENT);
    target = target.length > 0 ? target : part(NOUN_TARGET);
  }
  for (const support of supports) {
    agent.push(...support.agent.filter((t) => !agent.includes(t)));
    target.push(...support.target.filter((t) => !target.includes(t)));
  }
  let instrument = trigger.weapon;
  // "A rocket hit the school", "planes of the coalition bombed": what strikes is no agent; whose it is may be
  const carriers: number[] = [];
  agent = agent.flatMap((t) => {
    if (!isWeapon(s, t, know)) return [t];
    if (instrument < 0) instrument = t;
    const own = owners(s, t);
    // "warplanes" that nobody is said to own are nobody's, whatever country the report is about
    if (own.length > 0) carriers.push(t);
    return own;
  });
  // "both sides lost men": who loses them did nothing to them, and they are his
  if (trigger.harm?.side === "nsubj" && trigger.harm.means !== null) [agent, target] = [[], []];
  // "sixty people died": those harmed are the subject of the word itself
  if (trigger.row === null) agent = agent.filter((t) => !target.includes(t));
  const own = new Set(trigger.tokens);
  const free = (t: number): boolean => !own.has(t) && isNominal(s, t);
  const chosen = distinct(agent.filter(free));
  return {
    agent: chosen,
    target: distinct(target.filter((t) => free(t) && !chosen.includes(t))),
    carriers: carriers.filter(free),
    // "the burning of the *village*": the phrase itself may hold what it befalls
    objects: distinct([...target.filter(free), ...part(trigger.row?.roles.object).filter((t) => isNominal(s, t))]),
    instrument: isInstrument(s, trigger, instrument, know) ? instrument : -1,
  };
}

/** "Gunmen", "a suicide bomber" tell of the weapon and are none; the bomb of "a bomb explosion" is one, the shelling of "a shelling" is not. */
function isInstrument(s: Syntax, { head, tokens }: Trigger, token: number, know: EventKnowledge): boolean {
  if (token < 0 || isPerson(s, token, know) || know.weapons.get(s.lower[token]!)?.modifier) return false;
  return !tokens.includes(token) || (token !== head && belongs(s, token, "@weapon", know.classes));
}

/** The roles without the parties whose heads are among `left`. */
export function without(roles: RoleTokens, left: ReadonlySet<number>): RoleTokens {
  const stays = (t: number): boolean => !left.has(t);
  const { agent, target, objects, carriers } = roles;
  return {
    ...roles,
    carriers: carriers.filter(stays),
    agent: agent.filter(stays),
    target: target.filter(stays),
    objects: objects.filter(stays),
  };
}

const distinct = (tokens: readonly number[]): number[] => [...new Set(tokens)].sort((a, b) => a - b);

const isWeapon = (s: Syntax, token: number, know: EventKnowledge): boolean =>
  (belongs(s, token, "@weapon", know.classes) ||
    belongs(s, token, "@aircraft", know.classes) ||
    know.weapons.has(s.lemma[token]!.toLowerCase())) &&
  !isPerson(s, token, know);

const isPerson = (s: Syntax, token: number, know: EventKnowledge): boolean =>
  belongs(s, token, "@person", know.classes);

/** "aircraft of the coalition", "the army's guns", "Russian jets", "a rocket fired by rebels". */
function owners(s: Syntax, token: number): number[] {
  return [
    ...fillers(s, token, "poss | nmod:of | nmod:from | compound | amod"),
    ...children(s, token).flatMap((c) => (s.deprel[c] === "acl" ? fillers(s, c, "obl:by") : [])),
  ];
}
