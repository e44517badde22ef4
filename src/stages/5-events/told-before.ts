import { perfectOf } from "../../core/arguments.ts";
import type { AttributionValue, Mentions } from "../../core/layers.ts";
import type { Act, Actor, ActorKind } from "../../core/ledger.ts";
import { contains, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, children, relation, tokenAt, tokenSpan, upos } from "../../core/tree.ts";
import type { SpeechIndex } from "../../lexicon/speech.ts";

/** Acts that answer for an event by naming somebody or his deed: "blamed the coalition", "suspects that rebels planted it". */
const NAMES: ReadonlySet<Act> = new Set(["accuse", "suspect", "claim-responsibility"]);

/** Characters of an answer that only points back. */
const SHORT = 12;

/**
 * Whether words that name no event speak of one that is told elsewhere. `yes`: "denied any part in it", "blamed the rebels", "dismissed the
 * claim", "denied having given the order", "admitted four dead". `detail`: a state ("denied having troops there") or an account of something
 * else ("rejected reports that men had left") is about the event only in the mouth of one of its parties. `no`: a state that nobody is blamed
 * for ("accusations that its troops are in the country").
 */
export function bearing(
  s: Syntax,
  { act, content }: AttributionValue,
  nested: readonly AttributionValue[],
  { quantities, actorMentions }: Mentions,
  words: SpeechIndex,
): "yes" | "detail" | "no" {
  const { answering, account, light, happening, neuter, abetting } = words.roles;
  const [first] = content;
  // "could not say who the attackers were": asks about an event, and takes it for granted
  let refers = first !== undefined && /^W/.test(s.xpos[tokenAt(s, first[0])]!);
  if (act === "deny" && first && isDescribed(s, content, words)) return "detail";
  let [deed, predicate] = [false, false];
  for (const [from, to] of content) {
    for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
      // "rejected *reports* that …": what the account says decides
      if (nested.some(({ cue }) => contains(cue, tokenSpan(s, t)))) continue;
      const [lemma, lower] = [s.lemma[t]!, s.lower[t]!];
      const tag = upos(s, t);
      if (answering.has(lemma) || answering.has(lower) || isIt(s, t, neuter)) refers = true;
      else if (tag === "NOUN" && (account.has(lemma) || happening.has(lemma) || isAccount(words, lemma))) refers = true;
      // "not *so*, said the mayor"
      else if (tag === "ADV" && account.has(lower) && to - from <= SHORT) refers = true;
      else if (describes(s, t)) continue;
      else if (tag === "VERB" && !light.has(lemma) && !abetting.has(lemma) && !isState(s, t) && !isAhead(s, t))
        deed = true;
      else if (tag === "VERB" || tag === "AUX") predicate = true;
    }
  }
  if (NAMES.has(act)) return refers || deed || !predicate ? "yes" : "no";
  if (quantities.some(({ span }) => content.some((part) => contains(part, span)))) return "yes";
  if (act === "deny" && deed && !refers && tellsOfNew(s, content, words)) return "detail";
  if (deed) return nested.length > 0 ? "detail" : "yes";
  if (refers) return "yes";
  // "denied that the road was closed": a state of something that is nobody's
  const isSomebody = (t: number) => actorMentions.some(({ head }) => head === t);
  return content.some(([from, to]) => tellsOfThing(s, from, to, isSomebody)) ? "no" : "detail";
}

/** "Denied that *a ransom had been paid*": what is told of is named here for the first time. */
function tellsOfNew(s: Syntax, content: readonly Span[], { roles }: SpeechIndex): boolean {
  return content.some(([from, to]) => {
    for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
      if (s.deprel[t] !== "nsubj:pass" || s.xpos[t] !== "NN") continue;
      return children(s, t).some((c) => relation(s, c) === "det" && roles.indefinite.has(s.lower[c]!));
    }
    return false;
  });
}

/** "Denied that *the dead were civilians*", "that women *were among* those killed": says of somebody what he is, and not what was done. */
function isDescribed(s: Syntax, content: readonly Span[], { roles, cues }: SpeechIndex): boolean {
  const [from, to] = [content[0]![0], content.at(-1)![1]];
  for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
    const up = s.head[t]!;
    const top = up < 0 || s.start[up]! < from || s.start[up]! >= to;
    if (!top || relation(s, t) === "punct") continue;
    const subject = child(s, t, "nsubj");
    if (child(s, t, "cop") < 0 || subject < 0 || upos(s, subject) !== "NOUN") return false;
    if (roles.answering.has(s.lemma[t]!) || roles.answering.has(s.lower[t]!)) return false;
    const lemma = s.lemma[subject]!;
    return (
      !roles.deed.has(lemma) &&
      !roles.account.has(lemma) &&
      !(cues.get(lemma)?.some(({ pos }) => pos === "noun") ?? false)
    );
  }
  return false;
}

/** Whether the subject of what is told is a thing, and not said to be the speaker's: "the road was closed", but "its guns were silent". */
function tellsOfThing(s: Syntax, from: number, to: number, isSomebody: (t: number) => boolean): boolean {
  for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
    if (relation(s, t) !== "nsubj" || s.start[s.head[t]!]! < from || s.start[s.head[t]!]! >= to) continue;
    const isOwn = children(s, t).some((c) => s.deprel[c] === "nmod:poss" && upos(s, c) === "PRON");
    return upos(s, t) === "NOUN" && !isOwn && !isSomebody(t);
  }
  return false;
}

/** "the US-*led* coalition", "settlers who had *come* with soldiers": says of somebody who he is. */
function describes(s: Syntax, t: number): boolean {
  const verb = ["aux", "cop"].includes(relation(s, t)) ? s.head[t]! : t;
  return relation(s, verb) === "amod" || relation(s, verb) === "compound" || s.deprel[verb] === "acl:relcl";
}

/** "the road *was closed*": how something stands, and not what anybody did. */
const isState = (s: Syntax, t: number): boolean =>
  s.xpos[t] === "VBN" &&
  children(s, t).some((c) => s.deprel[c] === "aux:pass" && s.xpos[c] !== "VBN") &&
  !children(s, t).some((c) => s.deprel[c] === "obl:agent");

/** "fear that the road *would fall*": what may come is nothing that was told. */
const isAhead = (s: Syntax, t: number): boolean =>
  perfectOf(s, t) < 0 && children(s, t).some((c) => relation(s, c) === "aux" && s.xpos[c] === "MD");

const isAccount = ({ cues }: SpeechIndex, lemma: string): boolean =>
  cues.get(lemma)?.some(({ pos }) => pos === "noun") ?? false;

/** "denied *it*", "dismissed *this*", "said *that* was untrue"; an "it" that is a subject may be the speaker. */
const isIt = (s: Syntax, t: number, neuter: ReadonlySet<string>): boolean =>
  upos(s, t) === "PRON" &&
  (s.xpos[t] === "DT" || (neuter.has(s.lower[t]!) && relation(s, t) !== "nsubj" && relation(s, t) !== "expl"));

const STATE: ReadonlySet<ActorKind> = new Set<ActorKind>(["government", "state-forces", "police"]);

/** Whether somebody is one of the parties, belongs to one, or is another arm of its state. */
export function isParty(source: string, parties: readonly string[], { actors }: Mentions): boolean {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const own = bodies(source, byId);
  return parties.some((ref) =>
    bodies(ref, byId).some((party) => own.some((actor) => actor === party || isSameState(actor, party))),
  );
}

const isSameState = (a: Actor, b: Actor): boolean =>
  a.country !== null && a.country === b.country && STATE.has(a.kind) && STATE.has(b.kind);

/** An actor and the bodies it belongs to. */
function bodies(id: string, byId: ReadonlyMap<string, Actor>): Actor[] {
  const found: Actor[] = [];
  for (let actor = byId.get(id); actor && !found.includes(actor); actor = byId.get(actor.memberOf ?? ""))
    found.push(actor);
  return found;
}
