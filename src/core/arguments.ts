import type { Syntax } from "./syntax.ts";
import { children, conjuncts, relation, upos } from "./tree.ts";

/**
 * Who does what to whom, read off the syntax: subjects and objects through passives, relative clauses, conjunction,
 * control and participles. Tokens returned are heads of noun phrases, in text order.
 */

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "DET", "ADJ"]);

export const isNominal = (s: Syntax, token: number): boolean => NOMINAL.has(upos(s, token));

/** Whether the token is a relative pronoun standing for the head of its clause ("the men who fired"). */
const isRelative = (s: Syntax, token: number): boolean => {
  const tag = s.xpos[token]!;
  return tag === "WDT" || tag === "WP" || tag === "WP$" || (tag === "IN" && upos(s, token) === "PRON");
};

/** "was shot", "men killed in the attack", "shot dead by": the surface subject suffers. */
export function isPassive(s: Syntax, verb: number): boolean {
  let hasObject = false;
  // "is believed to have been killed"
  if (children(s, verb).some((c) => s.deprel[c] === "aux:pass")) return true;
  for (const c of children(s, verb)) {
    const rel = s.deprel[c]!;
    if (rel === "nsubj:pass" || rel === "obl:agent" || rel === "csubj:pass") return true;
    // "nine were killed and four others wounded": the verb of the second is left out
    if (rel === "nsubj" && s.xpos[verb] === "VBN" && relation(s, verb) === "conj" && !hasAux(s, verb)) continue;
    if (rel === "nsubj" || rel === "aux") return false;
    if (rel === "obj") hasObject = true;
  }
  if (s.xpos[verb] !== "VBN" && !(s.xpos[verb] === "VBD" && relation(s, verb) === "acl")) return false;
  const rel = relation(s, verb);
  if (rel === "conj") return isPassive(s, s.head[verb]!) || (!hasObject && !hasPerfect(s, s.head[verb]!));
  return !hasObject || rel === "acl";
}

const hasAux = (s: Syntax, verb: number): boolean => children(s, verb).some((c) => relation(s, c) === "aux");

/** The auxiliary of a perfect: "*has* killed", "must *have* been rebels", but not "is being killed"; -1 where the predicate is in none. */
export function perfectOf(s: Syntax, predicate: number): number {
  const parts = children(s, predicate);
  const tagged = (t: number, rel: string, tag: string): boolean => s.deprel[t] === rel && s.xpos[t] === tag;
  const past = /^VB[DN]$/.test(s.xpos[predicate]!) || parts.some((c) => tagged(c, "cop", "VBN"));
  if (!past || parts.some((c) => tagged(c, "aux:pass", "VBG"))) return -1;
  // "was to *have* attacked"
  return parts.findLast((c) => s.deprel[c] === "aux" && s.xpos[c]!.startsWith("VB")) ?? -1;
}

const hasPerfect = (s: Syntax, verb: number): boolean => children(s, verb).some((c) => s.deprel[c] === "aux");

/** The word in subject position, whatever its role; -1 where there is none. */
export function surfaceSubject(s: Syntax, verb: number, depth = 0): number {
  for (const c of children(s, verb)) {
    if (relation(s, c) === "nsubj") {
      return isRelative(s, c) && relation(s, verb) === "acl" ? s.head[verb]! : c;
    }
  }
  const head = s.head[verb]!;
  if (head < 0 || depth > 6) return -1;
  const rel = relation(s, verb);
  if (rel === "acl") return s.deprel[verb] === "acl:relcl" || s.xpos[verb] === "VB" ? -1 : head;
  if (rel === "conj") return isPredicate(s, head) ? surfaceSubject(s, head, depth + 1) : -1;
  if (rel === "xcomp") {
    const object = children(s, head).find((c) => s.deprel[c] === "obj" || s.deprel[c] === "iobj");
    return object ?? surfaceSubject(s, head, depth + 1);
  }
  const blamed = rel === "advcl" ? controller(s, verb) : -1;
  if (blamed >= 0) return blamed;
  if (rel === "advcl" && s.xpos[verb] !== "VBD") return isPredicate(s, head) ? surfaceSubject(s, head, depth + 1) : -1;
  return -1;
}

/** "Accused *the army* of having shelled it", "blamed *the militia* for burning it", "kept *them* from entering": the object did it; -1 where there is none. */
function controller(s: Syntax, verb: number): number {
  const marked = children(s, verb).some((c) => s.deprel[c] === "mark" && CONTROL.has(s.lower[c]!));
  const above = s.head[verb]!;
  if (!marked || upos(s, above) !== "VERB") return -1;
  return children(s, above).find((c) => s.deprel[c] === "obj" && c < verb) ?? -1;
}

const CONTROL = new Set(["of", "for", "from"]);

/** A verb, or a noun or adjective with a copula. */
const isPredicate = (s: Syntax, token: number): boolean =>
  upos(s, token) === "VERB" || upos(s, token) === "AUX" || children(s, token).some((c) => s.deprel[c] === "cop");

/** Lemma of the preposition before a noun phrase: "on" in "an attack on the post"; "" where there is none. */
export function preposition(s: Syntax, noun: number): string {
  for (const c of children(s, noun)) if (s.deprel[c] === "case" && c < noun) return s.lower[c]!;
  return "";
}

/** Dependents of a verb or noun that a preposition introduces. */
export const withPreposition = (s: Syntax, token: number, word: string): number[] =>
  children(s, token).filter((c) => {
    const rel = relation(s, c);
    if (rel !== "obl" && rel !== "nmod" && rel !== "advcl" && rel !== "acl") return false;
    return preposition(s, c) === word || (rel === "obl" && word === "by" && s.deprel[c] === "obl:agent");
  });

/**
 * Heads of noun phrases that fill a relation of `token`: "nsubj" and "obj" are logical (passives turned round), "obl:on" and "nmod:on"
 * mean the same. `own` are the words of a phrase: "took over the village" has the village as its object, whatever the parser makes of
 * "over".
 */
export function fillers(s: Syntax, token: number, path: string, own: readonly number[] = []): number[] {
  if (path.includes("|")) return path.split("|").flatMap((p) => fillers(s, token, p.trim(), own));
  const found = one(s, token, path, own);
  if (path === "obj" && found.length === 0 && own.length > 1) return afterParticle(s, token, own);
  return found.flatMap((t) => spread(s, t));
}

function afterParticle(s: Syntax, token: number, own: readonly number[]): number[] {
  return children(s, token)
    .filter((c) => s.deprel[c] === "obl" && c > token && !own.includes(c))
    .filter((c) => children(s, c).every((x) => s.deprel[x] !== "case" || own.includes(x)))
    .flatMap((c) => spread(s, c));
}

function one(s: Syntax, token: number, path: string, own: readonly number[]): number[] {
  if (path === "nsubj") return logicalSubject(s, token, own);
  if (path === "obj") return logicalObject(s, token);
  if (path === "poss") return children(s, token).filter((c) => s.deprel[c] === "nmod:poss");
  if (path === "compound") return children(s, token).filter((c) => s.deprel[c] === "compound" && isNominal(s, c));
  if (path === "amod") return children(s, token).filter((c) => s.deprel[c] === "amod");
  const colon = path.indexOf(":");
  if (colon > 0 && (path.startsWith("obl:") || path.startsWith("nmod:"))) {
    const found = withPreposition(s, token, path.slice(colon + 1));
    // "attack by X on Y": the parser may hang the second phrase on the first
    return found.length > 0
      ? found
      : children(s, token)
          .flatMap((c) =>
            relation(s, c) === "nmod" || relation(s, c) === "obl" || s.deprel[c] === "obj"
              ? withPreposition(s, c, path.slice(colon + 1))
              : [],
          )
          .filter((t) => relation(s, t) !== "acl");
  }
  return children(s, token).filter((c) => s.deprel[c] === path || relation(s, c) === path);
}

/** A noun phrase and what it is joined with; "both A and B". */
const spread = (s: Syntax, token: number): number[] =>
  conjuncts(s, token).filter((t) => t === token || isNominal(s, t));

function logicalSubject(s: Syntax, verb: number, own: readonly number[]): number[] {
  if (upos(s, verb) === "NOUN" && children(s, verb).every((c) => s.deprel[c] !== "cop")) return [];
  // "were shot *dead by gunmen*": the doer may hang on the last word of the phrase
  if (isPassive(s, verb))
    return [...new Set([verb, ...own])].flatMap((t) => withPreposition(s, t, "by")).filter((t) => isNominal(s, t));
  const subject = surfaceSubject(s, verb);
  return subject >= 0 ? [subject] : [];
}

function logicalObject(s: Syntax, verb: number): number[] {
  if (isPassive(s, verb)) {
    const subject = surfaceSubject(s, verb);
    return subject >= 0 ? [subject] : [];
  }
  const objects = children(s, verb).filter((c) => s.deprel[c] === "obj");
  for (let i = 0; i < objects.length; i++) {
    if (isRelative(s, objects[i]!) && relation(s, verb) === "acl") objects[i] = s.head[verb]!;
  }
  // "the men soldiers killed": the head of a relative clause that lacks an object
  if (objects.length === 0 && s.deprel[verb] === "acl:relcl") {
    const own = children(s, verb).find((c) => relation(s, c) === "nsubj");
    if (own !== undefined && !isRelative(s, own)) return [s.head[verb]!];
  }
  // "captured and killed five men": the object stands with the last verb
  if (objects.length === 0) {
    const last = children(s, verb)
      .filter((c) => relation(s, c) === "conj" && upos(s, c) === "VERB")
      .at(-1);
    if (last !== undefined && !children(s, last).some((c) => relation(s, c) === "nsubj") && adjacent(s, verb, last))
      return children(s, last).filter((c) => s.deprel[c] === "obj");
  }
  return objects;
}

/** "captured and killed": nothing but a conjunction between two verbs. */
const adjacent = (s: Syntax, a: number, b: number): boolean =>
  b - a <= 2 ||
  children(s, b)
    .filter((c) => c < b)
    .every((c) => s.deprel[c] === "cc" || c < a || b - a <= 3);
