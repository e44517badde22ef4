import type { Claim, Count, Event, Ledger } from "../../src/core/ledger.ts";
import { overlaps, type Span } from "../../src/core/span.ts";
import type { GoldClaim, GoldCount, GoldEvent, GoldReport } from "./gold.ts";
import { type GoldNames, isPronoun, normalise } from "./names.ts";
import { type SquashedText, squash } from "./text.ts";

const OWN_NAMES = ["outlet", "the outlet", "report", "the report", "narrator"];

export const over = (a: Span | null, b: Span | null): boolean => a !== null && b !== null && overlaps(a, b);
export const anyOver = (xs: readonly (Span | null)[], ys: readonly (Span | null)[]): boolean =>
  xs.some((x) => ys.some((y) => over(x, y)));

// Both sides of the comparison, with spans in the squashed text and claims of one source joined.
export type GoldEventSide = GoldEvent & { readonly at: Span | null; readonly spans: readonly Span[] };
export type GoldCountSide = GoldCount & { readonly at: Span | null };
export interface GoldClaimSide extends Omit<GoldClaim, "counts"> {
  counts: GoldCountSide[];
  spans: Span[];
  readonly alternatives: Set<string>;
}
export interface EventSide extends Event {
  readonly at: Span | null;
  spans: Span[];
}
export type CountSide = Count & { readonly at: Span | null };
export interface ClaimSide extends Omit<Claim, "counts"> {
  counts: CountSide[];
  spans: Span[];
}

export function goldSide(gold: GoldReport, text: SquashedText): { events: GoldEventSide[]; claims: GoldClaimSide[] } {
  const located = gold.claims.map((claim) => {
    const span = text.find(claim.evidence);
    return { claim, span, counts: claim.counts.map((count) => ({ ...count, at: text.find(count.text, span) })) };
  });
  const events = gold.events.map((event): GoldEventSide => {
    const mine = located.filter(({ claim, span }) => claim.event === event.id && span !== null);
    const trigger = squash(event.trigger);
    let at: Span | null = null;
    for (const { span } of mine) {
      const i = trigger === "" ? -1 : text.text.indexOf(trigger, span![0]);
      if (i >= 0 && i + trigger.length <= span![1]) {
        at = [i, i + trigger.length];
        break;
      }
    }
    at ??= text.find(event.trigger);
    return { ...event, at, spans: [at, ...mine.map(({ span }) => span)].filter((s): s is Span => s !== null) };
  });
  const claims = new Map<string, GoldClaimSide>();
  for (const { claim, span, counts } of located) {
    const { event, source, via, act, polarity, certainty, modality } = claim;
    const key = JSON.stringify([event, source, via, act, polarity, certainty, modality]);
    const spans = span ? [span] : [];
    const known = claims.get(key);
    if (known) {
      known.counts = [...known.counts, ...counts];
      known.spans.push(...spans);
      for (const name of claim.source_alt ?? []) known.alternatives.add(name);
    } else claims.set(key, { ...claim, counts, spans, alternatives: new Set(claim.source_alt ?? []) });
  }
  return { events, claims: [...claims.values()] };
}

export function predictedSide(ledger: Ledger, text: SquashedText): { events: EventSide[]; claims: ClaimSide[] } {
  const events = ledger.events.map((event): EventSide => {
    const at = text.span(event.trigger);
    return { ...event, at, spans: at ? [at] : [] };
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  const claims = new Map<string, ClaimSide>();
  for (const claim of ledger.claims) {
    const spans = claim.evidence
      .filter((e) => e.role === "content")
      .map((e) => text.span(e.span))
      .filter((s): s is Span => s !== null);
    const counts = claim.counts.map((count) => ({ ...count, at: text.span(count.span) }));
    byId.get(claim.event)?.spans.push(...spans);
    const { event, source, via, act, polarity, certainty, modality } = claim;
    const key = JSON.stringify([event, source, via, act, polarity, certainty, modality]);
    const known = claims.get(key);
    if (known) {
      known.spans.push(...spans);
      // The same figure said twice is one count.
      for (const count of counts) if (!known.counts.some((other) => sameFigure(count, other))) known.counts.push(count);
    } else claims.set(key, { ...claim, spans, counts });
  }
  return { events, claims: [...claims.values()] };
}

const sameFigure = (a: Count, b: Count): boolean =>
  a.harm === b.harm && a.who === b.who && a.whoText === b.whoText && a.low === b.low && a.high === b.high;

/** The names of a ledger's actors, as the scorer compares them. */
export class LedgerNames {
  private readonly actors: ReadonlyMap<string, Ledger["actors"][number]>;
  readonly own: ReadonlySet<string>;

  constructor(
    ledger: Ledger,
    gold: GoldReport,
    private readonly text: SquashedText,
  ) {
    this.actors = new Map(ledger.actors.map((actor) => [actor.id, actor]));
    this.own = new Set(
      [gold.report.outlet, ledger.report.outlet ?? "", ...OWN_NAMES].map(normalise).filter((name) => name !== ""),
    );
  }

  /** Normalised name and mentions of an actor; with `member`, those of the bodies it belongs to as well. */
  forms(id: string | null, member = false, seen: readonly string[] = []): Set<string> {
    const actor = id === null ? undefined : this.actors.get(id);
    if (!actor) return id !== null && !isPronoun(normalise(id)) ? new Set([normalise(id)]) : new Set();
    const forms = new Set(
      [actor.name, ...actor.mentions.map((span) => this.text.slice(this.text.span(span)))]
        .map(normalise)
        .filter((form) => form !== "" && !isPronoun(form)),
    );
    if (member && actor.memberOf && !seen.includes(actor.memberOf)) {
      for (const form of this.forms(actor.memberOf, true, [...seen, actor.id])) forms.add(form);
    }
    return forms;
  }

  isOwn = (claim: { via: readonly string[] }): boolean => claim.via.length === 0;
}

export function sourceRight(gold: GoldClaimSide, claim: ClaimSide, names: GoldNames, ledger: LedgerNames): boolean {
  const goldOwn = gold.via.length === 0;
  const ownVoice = ledger.isOwn(claim);
  const forms = ledger.forms(claim.source, true);
  const hasOwn = [...forms].some((form) => ledger.own.has(form));
  const alternatives = [...gold.alternatives].sort();
  if (goldOwn) {
    // A party's own outlet: naming the party, with or without its outlet as the relay, is as good.
    if (alternatives.some((name) => names.same(name, forms))) {
      return ownVoice || (claim.via.length === 1 && [...ledger.forms(claim.via[0]!)].some((f) => ledger.own.has(f)));
    }
    return ownVoice && (hasOwn || names.same(gold.source, forms));
  }
  if (ownVoice && hasOwn) return false;
  return [gold.source, ...alternatives].some((name) => names.same(name, forms));
}

export function viaRight(gold: GoldClaimSide, claim: ClaimSide, names: GoldNames, ledger: LedgerNames): boolean {
  const isOutlet = (id: string) => [...ledger.forms(id)].some((form) => ledger.own.has(form));
  if (gold.via.length === 0 && gold.alternatives.size > 0 && claim.via.length === 1 && isOutlet(claim.via[0]!))
    return true;
  if (gold.via.length !== claim.via.length) return false;
  return gold.via.every((name, i) => {
    const id = claim.via[i]!;
    return (i === gold.via.length - 1 && isOutlet(id)) || names.same(name, ledger.forms(id));
  });
}
