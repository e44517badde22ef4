import type { ActorKind } from "../../core/ledger.ts";
import type { Span } from "../../core/span.ts";
import { hull } from "../../core/span.ts";
import { child, children, conjuncts, relation, upos } from "../../core/tree.ts";
import { type Context, isVerb } from "./context.ts";
import { isMereMedium, PASSES_ON, relaysOn } from "./relays.ts";
import { actorOf, agentOf } from "./who.ts";

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

/** The dependent that names whose a document or spokesman is: "*the ministry*'s statement", "a message *from the group*", "an *army* bulletin". */
export function ownerOf(ctx: Context, head: number): number {
  const { s } = ctx;
  const possessor = child(s, head, "nmod:poss");
  if (possessor >= 0) return possessor;
  for (const c of children(s, head)) {
    const rel = relation(s, c);
    if (rel === "nmod" || rel === "obl") {
      const marker = child(s, c, "case");
      if (marker >= 0 && ctx.words.roles.author.has(s.lower[marker]!) && !isCounted(ctx, head, c)) return c;
    }
    // a statement issued by the group, a note signed by the GRAPO, a message attributed to the gang
    if (rel !== "acl" || !isVerb(s, c)) continue;
    const ascribed = ctx.words.roles.ascribing.has(s.lemma[c]!)
      ? children(s, c).find((d) => s.deprel[d] === "obl" && ctx.mentionAt.has(d))
      : undefined;
    if (ascribed !== undefined) return ascribed;
    const agent = agentOf(ctx, c);
    // "a video released by a monitor" is another's, "a statement released by the ministry" its own
    const passedOn = ctx.words.roles.relay.has(s.lemma[c]!) && !ctx.words.roles.figures.has(s.lemma[head]!);
    if (agent >= 0 && (!passedOn || isAuthor(ctx, agent))) return agent;
    // "a statement posted on the group's channel"
    const medium = agent < 0 ? children(s, c).find((d) => relation(s, d) === "obl" && isMereMedium(ctx, d)) : undefined;
    const whose = medium === undefined ? -1 : child(s, medium, "nmod:poss");
    if (whose >= 0) return whose;
  }
  for (const c of children(s, head)) if (s.deprel[c] === "compound" && ctx.mentionAt.has(c)) return c;
  // "shot dead, according to a tally *by the daily*", where the parser hung it on the deed
  const next = s.right[head]! + 1;
  const behind = next < s.length && relation(s, next) === "case" && ctx.words.roles.author.has(s.lower[next]!);
  return behind && s.head[next]! > next && ctx.mentionAt.has(s.head[next]!) ? s.head[next]! : -1;
}

/** "figures *of the dead*": what figures count does not keep them. */
const isCounted = (ctx: Context, head: number, dependent: number): boolean => {
  const { s, words } = ctx;
  if (!words.roles.figures.has(s.lemma[head]!)) return false;
  const kind = ctx.actors.get(actorOf(ctx, dependent) ?? "")?.kind ?? "unknown";
  return !KEEPS.has(kind) && children(s, dependent).some((c) => words.roles.counted.has(s.lower[c]!));
};

/** Kinds of actors whose figures are theirs: "a count *of the health ministry*", but "a count of the dead". */
const KEEPS: ReadonlySet<ActorKind> = new Set<ActorKind>([
  "government",
  "international-organisation",
  "media",
  "monitor",
  "court",
]);

const isAuthor = (ctx: Context, agent: number): boolean => {
  const kind = ctx.actors.get(actorOf(ctx, agent) ?? "")?.kind ?? "unknown";
  return kind !== "unknown" && !PASSES_ON.has(kind);
};

/** "the daily Hoy, *which cited police sources*": head of those whom it cites; -1 where it cites nobody. */
export function citedBy({ s, words }: Context, head: number): number {
  for (const c of children(s, head)) {
    if (s.deprel[c] !== "acl:relcl" || !words.roles.quoting.has(s.lemma[c]!) || child(s, c, "aux") >= 0) continue;
    const subject = child(s, c, "nsubj");
    if (subject >= 0 && s.deprel[subject] === "nsubj" && s.xpos[subject]!.startsWith("W")) return child(s, c, "obj");
  }
  return -1;
}

/** Reads the noun phrase that holds the source. */
export function sourceOf(ctx: Context, head: number): Source {
  const { s, words } = ctx;
  const cited = citedBy(ctx, head);
  const relay = cited < 0 ? null : actorOf(ctx, head);
  if (relay !== null) {
    const inner = sourceOf(ctx, cited);
    return { ...inner, via: [...inner.via, relay].filter((id) => id !== inner.actor) };
  }
  const passed = relaysOn(ctx, head);
  const span = hull(conjuncts(s, head).map((t) => nounPhraseSpan(ctx, t)));
  const isDocument = words.roles.document.has(s.lemma[head]!) && upos(s, head) === "NOUN";
  const speaks = words.roles.spokesman.has(s.lemma[head]!);
  // "figures from the ministry": the ministry's
  const lemma = s.lemma[head]!;
  const isFigure = (words.roles.figures.has(lemma) || words.roles.reckoning.has(lemma)) && upos(s, head) !== "PROPN";
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
