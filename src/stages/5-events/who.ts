import type { Mentions } from "../../core/layers.ts";
import { type ActorKind, ARMED_KINDS } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation, tokenText } from "../../core/tree.ts";

/** Which actor a token stands for: the head of a mention, or the noun phrase that holds one ("members of the front"). */
export interface Who {
  at(token: number): string | null;
  /** Whether the words at a token name an actor of the registry, or call one by name. */
  isKnown(token: number): boolean;
  /** Whether the words at a token are a side's, be they its men or its camp. */
  isSide(token: number): boolean;
  /** Whether they name or point at one man or woman: "Raúl Ibarra", "he". */
  isPerson(token: number): boolean;
}

export function makeWho(s: Syntax, mentions: Mentions, events: ReadonlySet<number>): Who {
  // "the attack on Mount Dov": a place where things happen is no party
  const located = new Set(mentions.placeMentions.filter((m) => m.value.use === "location").map((m) => m.head));
  const byHead = new Map<number, { actor: string; size: number }>();
  for (const { head, span, value } of mentions.actorMentions) {
    const size = span[1] - span[0];
    const known = byHead.get(head);
    if (located.has(head)) continue;
    if (head >= 0 && (!known || known.size < size)) byHead.set(head, { actor: value.actor, size });
  }
  const at = (token: number): string | null => byHead.get(token)?.actor ?? null;
  const sides = new Set(mentions.actors.flatMap(({ id, kind }) => (SIDES.has(kind) ? [id] : [])));
  const known = new Set(mentions.actors.flatMap(({ id, entry }) => (entry === null ? [] : [id])));
  const persons = new Set(mentions.actors.flatMap(({ id, kind }) => (kind === "person" ? [id] : [])));
  return {
    isKnown: (token) => known.has(at(token) ?? ""),
    isSide: (token) => sides.has(at(token) ?? ""),
    isPerson: (token) => persons.has(at(token) ?? ""),
    at(token) {
      const own = at(token);
      if (own) return own;
      // "an air strike on a centre for migrants killed 44": a deed is nobody
      if (events.has(token)) return null;
      for (const c of children(s, token)) {
        const rel = relation(s, c);
        if (
          rel === "flat" ||
          rel === "appos" ||
          rel === "compound" ||
          rel === "nmod" ||
          rel === "amod" ||
          rel === "nmod:poss"
        ) {
          const inner = at(c);
          // "his cousin" is not he, and "his men" are his
          const another = rel === "nmod:poss" && s.xpos[token] === "NN" && persons.has(inner ?? "");
          // "Heroes' Square" is no heroes
          const named =
            s.deprel[c] === "nmod:poss" && s.xpos[c] !== "PRP$" && /^\p{Lu}\p{Ll}/u.test(tokenText(s, token));
          if (inner && !another && !named) return inner;
        }
      }
      return null;
    },
  };
}

const SIDES: ReadonlySet<ActorKind> = new Set(ARMED_KINDS);
