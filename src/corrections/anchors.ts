import type { Anchor, Correction, FindingKind } from "../core/correction.ts";
import type { Ledger } from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";
import { contains, hull, length, overlaps, type Span } from "../core/span.ts";

/** Characters kept on either side of a corrected passage: enough to find it again in a text that was cut or cleaned differently. */
const CONTEXT = 32;

/** Where a finding stands: the words a claim rests on, an event's trigger, the first mention of an actor or place. Null where there is no such finding. */
export function spanOf(ledger: Ledger, kind: FindingKind, id: string): Span | null {
  switch (kind) {
    case "claim": {
      const claim = ledger.claims.find((c) => c.id === id);
      if (!claim) return null;
      const content = claim.evidence.filter((e) => e.role === "content").map((e) => e.span);
      return hull(content.length > 0 ? content : claim.evidence.map((e) => e.span));
    }
    case "event":
      return ledger.events.find((e) => e.id === id)?.trigger ?? null;
    case "actor": {
      const actor = ledger.actors.find((a) => a.id === id);
      return actor ? (actor.mentions[0] ?? [0, 0]) : null;
    }
    case "place": {
      const place = ledger.places.find((p) => p.id === id);
      return place ? (place.mentions[0] ?? [0, 0]) : null;
    }
    case "loaded":
      return ledger.loaded[loadedIndex(id)]?.span ?? null;
    case "report":
      return [0, 0];
  }
}

/** Loaded terms have no id of their own: "l1" is the first. */
export const loadedIndex = (id: string): number => Number(id.slice(1)) - 1;

const idsOf = (ledger: Ledger, kind: FindingKind): readonly string[] => {
  if (kind === "report") return [ledger.report.id];
  if (kind === "loaded") return ledger.loaded.map((_, i) => `l${i + 1}`);
  const all = { claim: ledger.claims, event: ledger.events, actor: ledger.actors, place: ledger.places }[kind];
  return all.map((finding) => finding.id);
};

/** What tells a finding from others on the same words. */
export function likenessOf(ledger: Ledger, kind: FindingKind, id: string): Record<string, string> {
  const actor = (ref: string) => ledger.actors.find((a) => a.id === ref)?.name ?? ref;
  switch (kind) {
    case "claim": {
      const claim = ledger.claims.find((c) => c.id === id)!;
      const type = ledger.events.find((e) => e.id === claim.event)?.type ?? "";
      return { source: actor(claim.source), act: claim.act, polarity: claim.polarity, type };
    }
    case "event": {
      const event = ledger.events.find((e) => e.id === id)!;
      return { type: event.type, agent: event.agent.map(actor).join(", ") };
    }
    case "actor":
      return { name: actor(id) };
    case "place":
      return { name: ledger.places.find((p) => p.id === id)!.name };
    case "report":
      return {};
    case "loaded":
      return { kind: ledger.loaded[loadedIndex(id)]!.kind };
  }
}

export function anchorOf(ledger: Ledger, kind: FindingKind, id: string): Anchor {
  const span = spanOf(ledger, kind, id);
  if (span === null) {
    throw new Problem(
      "E-CORRECT-01",
      `The report has no ${kind} ${id}.`,
      "Open the report again: it may have been read anew.",
    );
  }
  const { text } = ledger.report;
  return {
    span,
    exact: text.slice(...span),
    prefix: text.slice(Math.max(0, span[0] - CONTEXT), span[0]),
    suffix: text.slice(span[1], span[1] + CONTEXT),
  };
}

/** Where the words stand now: in their old place, else where they stand with most of their old surroundings. Null where they are gone. */
export function relocate(text: string, anchor: Anchor): Span | null {
  const { span, exact, prefix, suffix } = anchor;
  if (text.slice(...span) === exact) return span;
  if (exact === "") return null;
  let best: { at: number; score: number } | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const score =
      commonEnd(text.slice(0, at), prefix) +
      commonStart(text.slice(end, end + CONTEXT), suffix) -
      Math.abs(at - span[0]) / text.length;
    if (best === null || score > best.score) best = { at, score };
  }
  return best === null ? null : [best.at, best.at + exact.length];
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

/**
 * The finding that a correction is about, in a ledger that may have been read anew: the one of the same kind on the same words that is
 * most like it. Null where no finding of the kind stands on those words any more.
 */
export function findAgain(ledger: Ledger, correction: Correction): string | null {
  const { kind, id } = correction.finding;
  const span = relocate(ledger.report.text, correction.anchor);
  if (span === null) return null;
  let best: { id: string; score: number } | null = null;
  for (const candidate of idsOf(ledger, kind)) {
    const there =
      kind === "actor" || kind === "place" ? mentionAt(ledger, kind, candidate, span) : spanOf(ledger, kind, candidate);
    if (there === null) continue;
    const same = there[0] === span[0] && there[1] === span[1];
    if (!same && !overlaps(there, span)) continue;
    const likeness = likenessOf(ledger, kind, candidate);
    const alike = Object.entries(correction.likeness).filter(([key, value]) => likeness[key] === value).length;
    const shared = Math.min(there[1], span[1]) - Math.max(there[0], span[0]);
    const cover = length(span) === 0 ? 1 : shared / Math.max(length(there), length(span), 1);
    const score =
      2 * alike +
      (same ? 2 : contains(there, span) || contains(span, there) ? 1 : 0) +
      cover +
      (candidate === id ? 0.5 : 0);
    if (best === null || score > best.score) best = { id: candidate, score };
  }
  return best?.id ?? null;
}

function mentionAt(ledger: Ledger, kind: "actor" | "place", id: string, span: Span): Span | null {
  const finding = (kind === "actor" ? ledger.actors : ledger.places).find((f) => f.id === id)!;
  if (finding.mentions.length === 0) return spanOf(ledger, kind, id);
  return finding.mentions.find((m) => overlaps(m, span)) ?? null;
}
