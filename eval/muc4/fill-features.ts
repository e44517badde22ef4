import type { Syntax } from "../../src/core/syntax.ts";
import { children, relation, upos } from "../../src/core/tree.ts";
import type { Incident } from "./incidents.ts";
import type { Message } from "./message.ts";
import type { Nominal } from "./nominals.ts";
import { categoryOf, PEOPLE_TYPES, THING_TYPES, WEAPON_TYPES } from "./words.ts";

/** What a noun phrase is by itself, and what it has to do with an incident: the features of the learned fills. */

/** Whatever holds for a string of a message without regard to an incident. */
export function ownFeatures(message: Message, n: Nominal): string[] {
  const s = message.syntax;
  const h = n.head;
  const lemma = wordOf(message, h);
  const found = [`extent:${n.extent}`, `head:${lemma}`, `pos:${s.xpos[h]}:${n.extent}`];
  const length = n.text.split(" ").length;
  found.push(`length:${Math.min(6, length)}`);
  for (const c of message.nounClasses[s.lemma[h]!.toLowerCase()] ?? []) found.push(`class:${c}`);
  const [person, thing, weapon] = [PEOPLE_TYPES, THING_TYPES, WEAPON_TYPES].map((table) =>
    categoryOf(n.text, table, "-"),
  );
  found.push(`person:${person}`, `thing:${thing}`, `weapon:${weapon}`);
  const actor = n.actor ? message.actors.get(n.actor) : undefined;
  found.push(actor ? `actor:${actor.kind}:${actor.entry ? "known" : "new"}` : "actor:none");
  if (actor?.entry) found.push(`entry:${actor.entry}`);
  found.push(`actor:${actor?.kind ?? "none"}:${n.extent}`);
  if (actor) found.push(`told:${Math.min(4, actor.mentions.length)}`);
  found.push(`name:${s.name[h]}:${n.extent}`);
  const words = n.text.split(" ");
  if (words.length > 1 && upos(s, h) === "NOUN") found.push(`first:${words[0]}`);
  if (n.extent !== "head" && n.extent !== "inner") {
    for (const c of children(s, h))
      if (c < h && (upos(s, c) === "ADJ" || upos(s, c) === "NOUN" || upos(s, c) === "VERB"))
        found.push(`mod:${wordOf(message, c)}`);
  }
  const det = children(s, h).find((c) => upos(s, c) === "DET");
  found.push(`det:${det === undefined ? "none" : s.lower[det]}`);
  const number = children(s, h).some((c) => c < h && upos(s, c) === "NUM");
  found.push(`number:${number ? "yes" : "no"}:${n.extent}`);
  found.push(`sentence:${Math.min(8, s.sentence[h]!)}`);
  const [rel, up] = governor(s, h);
  found.push(`rel:${rel}`);
  if (up >= 0) found.push(`gov:${rel}:${wordOf(message, up)}`, `up:${wordOf(message, up)}`);
  if (n.actor) {
    const longest = message.longestName(n.actor);
    found.push(`longest:${n.extent}:${longest === n.text.length ? "yes" : longest > n.text.length ? "no" : "over"}`);
  }
  const roles = message.rolesAt.get(h) ?? [];
  for (const { role, top } of roles) found.push(`any:${role}:${top}`);
  if (n.actor) for (const { role } of message.rolesOf.get(n.actor) ?? []) found.push(`actor-any:${role}`);
  return found;
}

/** Lemma of a common word, also inside a name ("Los Andes Bank"); any other name is just a name. */
function wordOf({ syntax: s, nounClasses }: Message, t: number): string {
  const lemma = s.lemma[t]!.toLowerCase();
  return upos(s, t) !== "PROPN" || nounClasses[lemma] ? lemma : "(name)";
}

/** Relation to the governing word, with its preposition, past conjunctions: "and a driver" hangs where the first name hangs. */
function governor(s: Syntax, t: number): [string, number] {
  let at = t;
  while ((relation(s, at) === "conj" || relation(s, at) === "appos") && s.head[at]! >= 0) at = s.head[at]!;
  const marker = children(s, at).find((c) => relation(s, c) === "case");
  const rel = s.deprel[at]! + (marker === undefined ? "" : `:${s.lower[marker]}`);
  return [at === t ? rel : `${rel}+`, s.head[at]!];
}

/** The way through the tree from a noun to a word of the same sentence; null where it is long. */
function path(s: Syntax, from: number, to: number): string | null {
  const above = new Map<number, number>();
  for (let t = to, i = 0; t >= 0 && i < 5; t = s.head[t]!, i++) above.set(t, i);
  const steps: string[] = [];
  let t = from;
  for (let i = 0; t >= 0 && i < 6; i++) {
    const down = above.get(t);
    if (down !== undefined) {
      if (i + down > 6) return null;
      const back: string[] = [];
      for (let d = to; d !== t; d = s.head[d]!) back.unshift(relation(s, d));
      return `${steps.join("<")}|${back.join(">")}`;
    }
    const marker = i === 0 ? children(s, t).find((c) => relation(s, c) === "case") : undefined;
    steps.push(relation(s, t) === "conj" ? "conj" : s.deprel[t]! + (marker === undefined ? "" : `:${s.lower[marker]}`));
    t = s.head[t]!;
  }
  return null;
}

/** What a string has to do with one incident. */
export function tiedFeatures(message: Message, incident: Incident, n: Nominal): string[] {
  const s = message.syntax;
  const h = n.head;
  const found = [`type:${incident.type}`];
  const ids = message.idsOf(incident);
  const lemma = wordOf(message, h);
  const cls = classOf(message, n);
  let roles = 0;
  for (const { role, event, leaf, rule } of message.rolesAt.get(h) ?? []) {
    if (!ids.has(event)) {
      found.push(`other:${role}`);
      continue;
    }
    roles++;
    found.push(`role:${role}`, `role:${role}:${leaf}`, `role:${role}:${cls}`, `rule:${role}:${rule}`);
  }
  if (roles === 0) found.push("role:none", `role:none:${cls}`);
  if (n.actor) {
    const seen = new Set<string>();
    for (const { role, event } of message.rolesOf.get(n.actor) ?? [])
      seen.add(ids.has(event) ? `actor-role:${role}` : `actor-other:${role}`);
    found.push(...seen);
    for (const role of seen) found.push(`${role}:${cls}`);
  }
  const sentence = s.sentence[h]!;
  let distance = 99;
  for (const m of incident.mentions) {
    const d = sentence - s.sentence[m.head]!;
    if (Math.abs(d) < Math.abs(distance)) distance = d;
    if (d !== 0) continue;
    const way = path(s, h, m.head);
    if (way !== null) found.push(`path:${way}`, `path:${way}:${m.value.type}`, `path:${way}:${cls}`);
    const gap = Math.abs(h - m.head);
    found.push(gap < 3 ? "gap:2" : gap < 8 ? "gap:7" : gap < 16 ? "gap:15" : "gap:far");
    const [rel, up] = governor(s, h);
    if (up === m.head) found.push(`arg:${rel}`, `arg:${rel}:${m.value.type}`);
  }
  const near = distance > 3 ? "after" : distance < -3 ? "before" : String(distance);
  found.push(`near:${near}`, `near:${near}:${cls}`);
  const nearest = message.nearest(sentence);
  found.push(`nearest:${nearest === null || ids.has(nearest) ? "this" : "other"}:${near}`);
  found.push(`cls:${cls}:${incident.type}`, `head:${lemma}:${incident.type}`, `extent:${n.extent}:${cls}`);
  return found;
}

/** What other mentions of the same party ("he", "the mayor") have to do with an incident. */
export function otherMentions(message: Message, incident: Incident, n: Nominal): string[] {
  if (!n.actor) return [];
  const s = message.syntax;
  const cls = classOf(message, n);
  const found = new Set<string>();
  for (const mention of message.mentionsOf.get(n.actor) ?? []) {
    const h = message.headOf(mention);
    if (h === n.head) continue;
    const [rel, up] = governor(s, h);
    if (up >= 0) found.add(`co-gov:${rel}:${wordOf(message, up)}`).add(`co-gov:${rel}:${wordOf(message, up)}:${cls}`);
    for (const m of incident.mentions) {
      if (s.sentence[h] !== s.sentence[m.head]) continue;
      found.add("co-near:0").add(`co-near:0:${cls}`);
      const way = path(s, h, m.head);
      if (way !== null) found.add(`co-path:${way}`).add(`co-path:${way}:${cls}`);
      if (up === m.head) found.add(`co-arg:${rel}:${cls}`);
    }
    if (upos(s, h) === "NOUN") found.add(`co-head:${wordOf(message, h)}`);
  }
  return [...found];
}

/** Coarse kind: person, weapon, building, vehicle and so on. */
function classOf(message: Message, n: Nominal): string {
  const actor = n.actor ? message.actors.get(n.actor) : undefined;
  if (actor) return `a-${actor.kind}`;
  const classes = message.nounClasses[message.syntax.lemma[n.head]!.toLowerCase()] ?? [];
  for (const c of ["weapon", "vehicle", "aircraft", "building", "person", "group"]) if (classes.includes(c)) return c;
  return upos(message.syntax, n.head) === "PROPN" ? "name" : "noun";
}
