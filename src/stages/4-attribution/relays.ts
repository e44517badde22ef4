import { OUTLET } from "../../core/layers.ts";
import { child, children, conjuncts, relation, upos } from "../../core/tree.ts";
import type { Context } from "./context.ts";
import { actorOf, agentOf } from "./who.ts";

/** Kinds of actors that pass words on when they are told something. */
export const PASSES_ON = new Set(["media", "monitor", "international-organisation"]);

/** "this station", "our correspondent" */
const isOutlets = ({ s, words }: Context, head: number): boolean =>
  children(s, head).some((d) => words.roles.own.has(s.lower[d]!)) &&
  !children(s, head).some((d) => relation(s, d) === "appos");

/**
 * "on *Telegram*", "on *his channel*", "on the group's *WhatsApp account*": where somebody posts or airs his own words, and nobody who passes
 * them on; but "the Telegram channel *Rybar*", "the BBC's *Persian service*".
 */
export function isMereMedium(ctx: Context, head: number): boolean {
  const { s, words } = ctx;
  if (words.roles.platform.has(s.lower[head]!)) return true;
  if (upos(s, head) !== "NOUN") return false;
  const parts = children(s, head);
  if (parts.some((d) => ["appos", "flat"].includes(relation(s, d)))) return false;
  if (parts.some((d) => relation(s, d) === "compound" && words.roles.platform.has(s.lower[d]!))) return true;
  const owner = child(s, head, "nmod:poss");
  const kindOf = (t: number) => ctx.actors.get(actorOf(ctx, t) ?? "")?.kind ?? "unknown";
  return owner >= 0 && ["media", "unknown"].includes(kindOf(head)) && kindOf(owner) !== "media";
}

/** "*on television*", "*by radio*": a kind of medium and no organ; but "on state television". */
function isOnAir({ s, words }: Context, head: number): boolean {
  const rest = children(s, head).filter((d) => relation(s, d) !== "det" && relation(s, d) !== "punct");
  return (
    upos(s, head) === "NOUN" &&
    rest.length > 0 &&
    rest.every((d) => relation(s, d) === "case" && words.roles.air.has(s.lower[d]!)) &&
    children(s, head).every((d) => relation(s, d) !== "det" || words.roles.definite.has(s.lower[d]!))
  );
}

/** The actor of a noun phrase that can pass words on; null for the public ("reporters", "parliament") and the outlet itself ("this station"). */
export function relayAt(ctx: Context, head: number, told = false): string | null {
  const { s, words } = ctx;
  if (isMereMedium(ctx, head)) return null;
  const heard = words.roles.public.has(s.lower[head]!) || words.roles.public.has(s.lemma[head]!);
  // "told the press", but "cited in the local press"
  if (heard && !(words.roles.organ.has(s.lemma[head]!) && children(s, head).some((c) => relation(s, c) === "amod")))
    return null;
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
 * *whom a foreign agency reached*", "a resident, *speaking to a local radio*".
 */
export function relaysOn(ctx: Context, head: number): string[] {
  const { s } = ctx;
  return children(s, head)
    .filter((c) => relation(s, c) === "acl")
    .flatMap((c) => passedInClause(ctx, c));
}

/** Who passes words on in a clause and those joined to it. */
export function passedInClause(ctx: Context, first: number): string[] {
  const { s, words } = ctx;
  const via: string[] = [];
  for (const c of conjuncts(s, first)) {
    if (words.roles.speaking.has(s.lemma[c]!)) via.push(...mediaOf(ctx, c, true));
    if (!words.roles.relay.has(s.lemma[c]!)) continue;
    const agent = agentOf(ctx, c);
    const subject = s.deprel[first] === "acl:relcl" ? child(s, c, "nsubj") : -1;
    const who = agent >= 0 ? agent : subject >= 0 && !s.xpos[subject]!.startsWith("W") ? subject : -1;
    // "reached by this paper": the outlet itself
    const actor = who >= 0 && !isOutlets(ctx, who) ? actorOf(ctx, who) : null;
    if (actor !== null && actor !== OUTLET) via.push(actor);
    else if (who < 0) via.push(...mediaOf(ctx, c));
  }
  return via;
}

/**
 * Who passes words on among the adverbials of saying: "said *on Radio Okapi*", "in an interview *with the BBC*", "in a video *summarised by X*",
 * "*through a translator*", "*speaking to a local radio*", "claimed the raid *in a call to a newspaper*". `told`: the verb is one of addressing
 * somebody ("speaking *to Khabar Daily*").
 */
export function mediaOf(ctx: Context, verb: number, told = false): string[] {
  const { s, words } = ctx;
  const via: string[] = [];
  for (const c of children(s, verb)) {
    const rel = relation(s, c);
    if (rel === "advcl" && /^VB[GN]$/.test(s.xpos[c]!) && child(s, c, "mark") < 0) via.push(...passedInClause(ctx, c));
    const calls = rel === "obj" ? children(s, c).filter((d) => words.roles.document.has(s.lemma[d]!)) : [];
    for (const phrase of rel === "obl" ? [c] : calls) {
      const within = children(s, phrase).filter((d) => relation(s, d) === "nmod");
      for (const head of [phrase, ...within]) {
        const actor = passesOn(ctx, head, told || head !== phrase);
        if (actor !== null) via.push(actor);
      }
      if (words.roles.document.has(s.lemma[phrase]!)) via.push(...relaysOn(ctx, phrase));
    }
  }
  return via;
}

/** The actor of one phrase among the adverbials of saying, where he passes the words on; else null. */
function passesOn(ctx: Context, head: number, told: boolean): string | null {
  const { s, words } = ctx;
  const mention = ctx.mentionAt.get(head);
  if (!mention || mention.value.form === "pronoun" || isOnAir(ctx, head)) return null;
  const by = (role: ReadonlySet<string>): boolean =>
    children(s, head).some((c) => relation(s, c) === "case" && role.has(s.lower[c]!));
  if (
    by(words.roles.conduit) &&
    !words.roles.spokesman.has(s.lemma[head]!) &&
    !words.roles.platform.has(s.lower[head]!)
  )
    return mention.value.actor === OUTLET ? null : mention.value.actor;
  const kind = ctx.actors.get(mention.value.actor)?.kind ?? "unknown";
  // "in a letter to the Red Cross" tells it and nobody else; "speaking to Khabar Daily", whatever that is
  if (kind !== "media" && kind !== "monitor" && !(kind === "unknown" && told && by(words.roles.hearing))) return null;
  return relayAt(ctx, head, told);
}
