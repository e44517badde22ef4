import { OUTLET } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import { hull } from "../../core/span.ts";
import { child, children, conjuncts, relation, upos } from "../../core/tree.ts";
import { type Context, isVerb } from "./context.ts";

/** Whose words they are: the origin, and who passed them on, nearest the origin first. */
export interface Source {
  /** Actor id; null where the words name somebody that no mention covers. */
  readonly actor: string | null;
  readonly via: readonly string[];
  readonly span: Span;
  readonly head: number;
  /** A document whose author the words do not name. */
  readonly document: boolean;
}

/** Actor of a noun phrase by its head: the mention there, or the smallest one that covers it. */
export function actorOf(ctx: Context, head: number): string | null {
  const { s } = ctx;
  const own = ctx.mentionAt.get(head);
  if (own) return own.value.actor;
  let best: { actor: string; length: number } | null = null;
  const at = s.start[head]!;
  for (const m of ctx.mentions) {
    if (m.span[0] > at) break;
    if (m.span[1] <= at) continue;
    const length = m.span[1] - m.span[0];
    if (!best || length < best.length) best = { actor: m.value.actor, length };
  }
  if (best) return best.actor;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (rel !== "appos" && rel !== "flat" && rel !== "compound") continue;
    const mention = ctx.mentionAt.get(c);
    if (mention && rel !== "compound") return mention.value.actor;
  }
  return null;
}

/** The dependent that names whose a document or spokesman is: "*the ministry*'s statement", "a message *from the group*", "an *army* bulletin". */
function ownerOf(ctx: Context, head: number): number {
  const { s } = ctx;
  const possessor = child(s, head, "nmod:poss");
  if (possessor >= 0) return possessor;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (rel === "nmod" || rel === "obl") {
      const marker = child(s, c, "case");
      if (marker >= 0 && ctx.words.roles.author.has(s.lower[marker]!) && !isCounted(ctx, head, c)) return c;
    }
    // a statement issued by the group, a note signed by the GRAPO
    if (rel !== "acl" || !isVerb(s, c)) continue;
    const agent = agentOf(ctx, c);
    // "a video released by a monitor" is another's, "a statement released by the ministry" its own
    const passedOn = ctx.words.roles.relay.has(s.lemma[c]!) && !ctx.words.roles.figures.has(s.lemma[head]!);
    if (agent >= 0 && (!passedOn || isAuthor(ctx, agent))) return agent;
  }
  for (const c of children(s, head)) if (s.deprel[c] === "compound" && ctx.mentionAt.has(c)) return c;
  return -1;
}

/** "figures *of the dead*": what figures count does not keep them. */
const isCounted = ({ s, words }: Context, head: number, dependent: number): boolean =>
  words.roles.figures.has(s.lemma[head]!) && children(s, dependent).some((c) => words.roles.counted.has(s.lower[c]!));

/** "by X" of a passive. */
export function agentOf(ctx: Context, verb: number): number {
  for (const c of children(ctx.s, verb)) if (ctx.s.deprel[c] === "obl:agent") return c;
  return -1;
}

const isAuthor = (ctx: Context, agent: number): boolean => {
  const kind = ctx.actors.get(actorOf(ctx, agent) ?? "")?.kind ?? "unknown";
  return kind !== "unknown" && !PASSES_ON.has(kind);
};

/** Kinds of actors that pass words on when they are told something. */
const PASSES_ON = new Set(["media", "monitor", "international-organisation"]);

/** "this station", "our correspondent" */
const isOutlets = ({ s, words }: Context, head: number): boolean =>
  children(s, head).some((d) => words.roles.own.has(s.lower[d]!));

/** The actor of a noun phrase that can pass words on; null for the public ("reporters", "parliament") and the outlet itself ("this station"). */
export function relayAt(ctx: Context, head: number, told = false): string | null {
  const { s, words } = ctx;
  if (words.roles.platform.has(s.lower[head]!)) return null;
  if (words.roles.public.has(s.lower[head]!) || words.roles.public.has(s.lemma[head]!)) return null;
  if (isOutlets(ctx, head)) return null;
  const id = actorOf(ctx, head);
  const actor = id === null || id === OUTLET ? undefined : ctx.actors.get(id);
  if (!actor) return null;
  const body = actor.memberOf === null ? undefined : ctx.actors.get(actor.memberOf);
  // "told AFP", "told Khabar Daily": a name that is told something and is nobody else's is an organ's
  if (told && actor.kind === "unknown" && ctx.mentionAt.get(head)?.value.form === "name") return actor.id;
  if (PASSES_ON.has(actor.kind)) return actor.id;
  return body && PASSES_ON.has(body.kind) ? body.id : null;
}

/**
 * Who passed on the words of this noun phrase: "a message *translated by SITE*", "a statement *carried on state television*", "a medic
 * *whom a foreign agency reached*".
 */
export function relaysOn(ctx: Context, head: number): string[] {
  const { s, words } = ctx;
  const via: string[] = [];
  for (const first of children(s, head)) {
    if (relation(s, first) !== "acl") continue;
    for (const c of conjuncts(s, first)) {
      if (!words.roles.relay.has(s.lemma[c]!)) continue;
      const agent = agentOf(ctx, c);
      const subject = s.deprel[first] === "acl:relcl" ? child(s, c, "nsubj") : -1;
      const who = agent >= 0 ? agent : subject >= 0 && !s.xpos[subject]!.startsWith("W") ? subject : -1;
      // "reached by this paper": the outlet itself
      const actor = who >= 0 && !isOutlets(ctx, who) ? actorOf(ctx, who) : null;
      if (actor !== null && actor !== OUTLET) via.push(actor);
      else if (who < 0) via.push(...mediaOf(ctx, c));
    }
  }
  return via;
}

/** Media organs among the adverbials of saying: "said *on Radio Okapi*", "in an interview *with the BBC*", "in a video *summarised by X*". */
export function mediaOf(ctx: Context, verb: number): string[] {
  const { s } = ctx;
  const via: string[] = [];
  for (const c of children(s, verb)) {
    if (relation(s, c) !== "obl") continue;
    for (const head of [c, ...children(s, c).filter((d) => relation(s, d) === "nmod")]) {
      const mention = ctx.mentionAt.get(head);
      const kind = mention && ctx.actors.get(mention.value.actor)?.kind;
      if (kind !== "media" && kind !== "monitor") continue;
      const actor = mention!.value.form === "pronoun" ? null : relayAt(ctx, head);
      if (actor !== null) via.push(actor);
    }
    if (ctx.words.roles.document.has(s.lemma[c]!)) via.push(...relaysOn(ctx, c));
  }
  return via;
}

/** Reads the noun phrase that holds the source. */
export function sourceOf(ctx: Context, head: number): Source {
  const { s, words } = ctx;
  const passed = relaysOn(ctx, head);
  const span = hull(conjuncts(s, head).map((t) => nounPhraseSpan(ctx, t)));
  const isDocument = words.roles.document.has(s.lemma[head]!) && upos(s, head) === "NOUN";
  const speaks = words.roles.spokesman.has(s.lemma[head]!);
  // "figures from the ministry": the ministry's
  const isFigure = words.roles.figures.has(s.lemma[head]!) && !ctx.mentionAt.has(head);
  if (isDocument || speaks || isFigure) {
    const owner = ownerOf(ctx, head);
    if (owner >= 0) {
      const inner = sourceOf(ctx, owner);
      return { ...inner, via: [...inner.via, ...passed].filter((id) => id !== inner.actor), span, head };
    }
  }
  const via = passed;
  const actor = actorOf(ctx, head);
  const body =
    speaks || spokesmanByTitle(ctx, head) || isSpokesman(ctx, actor)
      ? actor && (ctx.actors.get(actor)?.memberOf ?? null)
      : null;
  return { actor: body ?? actor, via, span, head, document: isDocument && actor === null };
}

/** "Police *and witnesses* said": the others whom the phrase names, besides those who are known already. */
export function coSpeakers(ctx: Context, head: number, known: readonly (string | null)[]): string[] {
  const others = conjuncts(ctx.s, head).filter((t) => t !== head && upos(ctx.s, t) !== "VERB");
  const found = others.flatMap((t) => sourceOf(ctx, t).actor ?? []);
  return [...new Set(found)].filter((actor) => !known.includes(actor));
}

/** "Its spokesman, Colonel Idris, said …. *He* added …": who is called the spokesman of a body anywhere in the report. */
function isSpokesman({ actors, words, spokesmen }: Context, id: string | null): boolean {
  if (id === null) return false;
  return spokesmen.has(id) || words.roles.spokesman.has(actors.get(id)?.name.toLowerCase() ?? "");
}

/** "Khaled al-Mahjoub, a spokesman": the apposition says that he speaks for a body. */
function spokesmanByTitle(ctx: Context, head: number): boolean {
  const { s, words } = ctx;
  return children(s, head).some(
    (c) => (relation(s, c) === "appos" || relation(s, c) === "compound") && words.roles.spokesman.has(s.lemma[c]!),
  );
}

/** A noun phrase without prepositions before it, without what comes after a comma or bracket, and without its conjuncts. */
export function nounPhraseSpan(ctx: Context, head: number): Span {
  const { s } = ctx;
  let first = head;
  let last = head;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (OUTSIDE.has(rel)) continue;
    if (c < head) first = Math.min(first, s.left[c]!);
    else if (!isBreak(s.xpos[s.left[c]!]!) && !isBreak(s.xpos[s.left[c]! - 1]!)) last = Math.max(last, s.right[c]!);
  }
  return [s.start[first]!, s.end[last]!];
}

/** What hangs on a noun without being part of its phrase; a noun that is a predicate has a subject and a copula too. */
const OUTSIDE = new Set(["conj", "punct", "cc", "case", "mark", "parataxis", "nsubj", "csubj", "cop", "aux", "expl"]);

const isBreak = (tag: string): boolean => tag === "," || tag === "-LRB-" || tag === ":";
