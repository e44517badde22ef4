import { fillers } from "../../core/arguments.ts";
import type { Refusal } from "../../core/finding.ts";
import type { EventType } from "../../core/ledger.ts";
import { hull, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { children, relation, tokenSpan, upos } from "../../core/tree.ts";
import type { EventRow, HarmRow } from "../../lexicon/events.ts";
import { belongs, type Match, matchAt, violated } from "../../lexicon/pattern.ts";
import { isAnother } from "./apart.ts";
import { makeEarnest } from "./earnest.ts";
import type { EventKnowledge } from "./knowledge.ts";
import { makeUnreal, type Unreal } from "./unreal.ts";
import { weaponAt } from "./weapons.ts";

/** A word or phrase that tells of an event, or of harm, or of both. */
export interface Trigger {
  readonly head: number;
  readonly tokens: readonly number[];
  readonly span: Span;
  /** The row that gives the type; null for words of harm alone. */
  readonly row: EventRow | null;
  readonly harm: HarmRow | null;
  /** Refined by the weapon named; null for words of harm that mean no event of their own. */
  readonly type: EventType | null;
  /** Whether the type is open to a nearer one from another mention. */
  readonly vague: boolean;
  /** Token of the weapon named with it; -1 where none is. */
  readonly weapon: number;
}

/** Finds every trigger, in text order. A phrase takes its words: "opened fire on" leaves no "fire". `armed`: heads of the mentions of armed bodies. */
export function findTriggers(
  s: Syntax,
  know: EventKnowledge,
  skip: (token: number) => boolean,
  armed: ReadonlySet<number>,
  supposed: ReadonlySet<number>,
): { triggers: Trigger[]; refusals: Refusal[] } {
  const triggers: Trigger[] = [];
  const refusals: Refusal[] = [];
  const taken = new Uint8Array(s.length);
  const refuse = (tokens: readonly number[], entry: string, reason: string): void => {
    refusals.push({ kind: "event", span: spanOf(s, tokens), by: { rule: "events/trigger", entry }, reason });
  };
  // Phrases reach back as well as forward ("fire was opened on"), so all matches are found first and the longest are placed first.
  /** Nouns that would be events and are none here: "a *barrage* of lawsuits". */
  const none = new Set<number>();
  const found: { token: number; event: Match<EventRow> | null; harm: Match<HarmRow> | null }[] = [];
  for (let token = 0; token < s.length; token++) {
    if (skip(token)) continue;
    const event = matchAt(s, token, know.events, know.classes);
    const harm = matchAt(s, token, know.harms, know.classes);
    for (const { row, by } of event.match ? [] : event.barred) refuse([token], row.id, by);
    if (event.match || harm.match) found.push({ token, event: event.match, harm: harm.match });
    const isNone = event.match ? figureOf(s, token, event.match.row.means, know) : event.barred.some(isOtherwise);
    if (isNone && upos(s, token) === "NOUN") none.add(token);
  }
  const harms = found.flatMap(({ harm }) => harm ?? []);
  const isLone = !found.some(({ event, harm }) => explains(event?.row.means ?? harm?.row.means));
  const unreal = makeUnreal(s, know, makeEarnest(s, harms, armed, know));
  const size = (f: (typeof found)[number]): number => Math.max(f.event?.tokens.length ?? 0, f.harm?.tokens.length ?? 0);
  for (const { token, event, harm } of [...found].sort((a, b) => size(b) - size(a) || a.token - b.token)) {
    const longer = harm && (!event || harm.tokens.length > event.tokens.length) ? harm.tokens : event!.tokens;
    const entry = (event ?? harm)!.row.id;
    if (longer.some((t) => taken[t])) {
      refuse(longer, entry, "its words belong to a longer phrase");
      continue;
    }
    const bar =
      (supposed.has(token) ? "a condition: nobody says that it happens" : null) ??
      barred(s, token, event?.row.means ?? harm!.row.means ?? "violence", know, unreal) ??
      modifier(s, token, event?.row.means ?? null) ??
      offence(s, token, know) ??
      (fillers(s, token, "nsubj").some((t) => none.has(t)) ? "its subject is no violence" : null);
    if (bar) {
      refuse(longer, entry, bar);
      continue;
    }
    for (const t of longer) taken[t] = 1;
    const lone = isLone ? harm?.row.lone : undefined;
    const means =
      event?.row.means ??
      harm?.row.means ??
      (harm && isAnswered(s, token, harm.row, know) ? "violence" : null) ??
      lone ??
      null;
    const vague = event?.row.vague ?? (harm?.row.means ?? lone) != null;
    const weapon = means?.startsWith("violence") ? weaponAt(s, token, longer, know) : null;
    triggers.push({
      head: token,
      tokens: longer,
      span: spanOf(s, longer),
      row: event?.row ?? null,
      harm: harm?.row ?? null,
      type: vague && weapon && means && refines(weapon.row.turns, means) ? weapon.row.turns : means,
      vague,
      weapon: weapon?.token ?? -1,
    });
  }
  const spoken = triggers.filter((trigger) => holdsAnother(s, trigger, triggers));
  for (const { tokens, row } of spoken) refuse(tokens, row!.id, "what is told, asked or agreed is the event");
  const charges = triggers.filter((trigger) => isTold(s, trigger, triggers, know));
  for (const { tokens, row } of charges) refuse(tokens, row!.id, "its verb tells what became of it");
  return {
    triggers: triggers.filter((t) => !spoken.includes(t) && !charges.includes(t)).sort((a, b) => a.head - b.head),
    refusals,
  };
}

/** Whether an event may be what people came to harm by. */
const explains = (means: EventType | null | undefined): boolean => HARMFUL.has(means?.split("/")[0] ?? "");
const HARMFUL: ReadonlySet<string> = new Set(["violence", "force", "coercion", "protest"]);

/** "Agreed to *free* the hostages", "demanded their *release*": a word of speaking is no event beside what it speaks of. */
const holdsAnother = (s: Syntax, { head, tokens, row }: Trigger, triggers: readonly Trigger[]): boolean =>
  row?.roles.event !== undefined &&
  fillers(s, head, row.roles.event, tokens)
    .flatMap((t) => [t, ...children(s, t).filter((c) => relation(s, c) === "xcomp")])
    .some((t) => triggers.some((other) => other.head === t && other.type !== null && !other.row?.roles.event));

/** "A *bomb* planted under a car failed to *explode*": whether a charge did anything its verb says. */
function isTold(s: Syntax, { head, row }: Trigger, triggers: readonly Trigger[], { classes }: EventKnowledge): boolean {
  if (row === null || relation(s, head) !== "nsubj" || !belongs(s, head, "@weapon", classes)) return false;
  const verb = s.head[head]!;
  const told = [verb, ...children(s, verb).filter((c) => relation(s, c) === "xcomp")];
  return triggers.some((other) => told.includes(other.head) && other.row?.means === row.means);
}

/** A row that another reading of the word bars: "a barrage of *lawsuits*". */
const isOtherwise = ({ row, by }: { readonly row: EventRow; readonly by: string }): boolean =>
  row.unless !== undefined && by.startsWith("not with");

/** "Gunmen burned two cars": who carries a gun need not have used it. */
const refines = (turns: EventType, means: EventType): boolean =>
  turns !== "violence/armed-attack" || means === "violence";

/** "To avenge the death of four traders": what is answered by a deed was one itself. */
const isAnswered = (s: Syntax, token: number, { harm }: HarmRow, { small }: EventKnowledge): boolean =>
  harm === "killed" && isAnother(s, token, small);

/** Words of a phrase that stand together; the anchor alone where they are scattered. */
function spanOf(s: Syntax, tokens: readonly number[]): Span {
  const first = Math.min(...tokens);
  const last = Math.max(...tokens);
  return last - first <= tokens.length + 2 ? hull(tokens.map((t) => tokenSpan(s, t))) : tokenSpan(s, tokens[0]!);
}

/** A figure of speech, or a context in which nothing happened. */
const barred = (s: Syntax, token: number, type: EventType, know: EventKnowledge, unreal: Unreal): string | null =>
  figureOf(s, token, type, know) ?? unreal(token);

function figureOf(s: Syntax, token: number, type: EventType, know: EventKnowledge): string | null {
  for (const row of know.figurative) {
    if (type !== row.applies && !type.startsWith(`${row.applies}/`)) continue;
    const by = violated(s, token, { id: "", words: [], part: "any", roles: {}, unless: row.unless }, know.classes);
    if (by) return `a figure of speech: ${by}`;
  }
  return null;
}

/** "Acquitted two officers of *murder*", "charged with *murder*": a bare word that names an offence, and no deed. */
function offence(s: Syntax, token: number, { small }: EventKnowledge): string | null {
  if (s.xpos[token] !== "NN" || !/^(?:obl|nmod)$/.test(relation(s, token))) return null;
  if (children(s, token).some((c) => relation(s, c) !== "case" && relation(s, c) !== "punct")) return null;
  const above = s.head[token]!;
  const of = relation(s, token) === "nmod" && above >= 0 ? s.head[above]! : above;
  return of >= 0 && small["law-verb"]!.has(s.lemma[of]!) ? "names an offence" : null;
}

/** Types whose nouns still tell of the thing when they stand before another noun: "ceasefire agreement", "siege tactics". */
const LASTING = new Set(["force/ceasefire", "coercion/curfew", "coercion/siege", "force/mutiny"]);

/** "attack helicopter", "the bombed bridge": a word that only says what kind of thing something is. */
function modifier(s: Syntax, token: number, type: EventType | null): string | null {
  const rel = relation(s, token);
  // "a shoulder-*launched* missile"
  if (s.lower[token - 1] === "-" && s.end[token - 1] === s.start[token] && /^VB[ND]$/.test(s.xpos[token]!))
    return "describes a thing";
  if (rel === "compound" && upos(s, token) !== "VERB" && !(type && LASTING.has(type))) return "names a kind of thing";
  if (
    rel === "amod" &&
    fillers(s, token, "nsubj").length === 0 &&
    s.xpos[token] !== "VBG" &&
    s.nextSibling[token]! >= 0 &&
    s.nextSibling[token]! < s.head[token]! &&
    upos(s, token) === "ADJ"
  )
    return "describes a thing";
  return null;
}
