import type { Finding, Refusal } from "./finding.ts";
import type { Reading } from "./layers.ts";
import type { Ledger } from "./ledger.ts";
import { contains, overlaps, type Span } from "./span.ts";

/** One step of an explanation: what was found, in which words, by which rule. */
export interface ExplainStep {
  readonly what: string;
  readonly words: string;
  readonly span: Span;
  readonly rule: string;
  /** Lexicon row, where the rule applied one: "verbs/shell". */
  readonly entry: string | null;
}

/**
 * Finding -> words: the chain of rules behind a claim ("c3") or an event ("e1"), from the claim down to the mentions its roles are filled
 * by. Empty where the ledger has no such id.
 */
export function explain(
  { ledger, reading }: { readonly ledger: Ledger; readonly reading: Reading },
  id: string,
): ExplainStep[] {
  const claim = ledger.claims.find((c) => c.id === id);
  const event = ledger.events.find((e) => e.id === (claim?.event ?? id));
  if (!event) return [];
  const { text } = ledger.report;
  const step = (what: string, span: Span, rule: string, entry?: string): ExplainStep => ({
    what,
    words: text.slice(span[0], span[1]),
    span,
    rule,
    entry: entry ?? null,
  });
  const signed = (what: string, { span, by }: Finding<string, unknown>) => step(what, span, by.rule, by.entry);
  const name = (actor: string) => ledger.actors.find((a) => a.id === actor)?.name ?? actor;

  const steps: ExplainStep[] = [];
  for (const { span, role, rule } of claim?.evidence ?? []) steps.push(step(`claim ${claim!.id}: ${role}`, span, rule));
  for (const attribution of reading.attributions.attributions) {
    const { cue, source, act } = attribution.value;
    if (!claim?.evidence.some((e) => e.role === "cue" && e.span[0] === cue[0] && e.span[1] === cue[1])) continue;
    steps.push(signed(`${source === null ? "nobody named" : name(source)}: ${act}`, attribution));
  }
  for (const mention of reading.events.mentions) {
    if (mention.value.event !== event.id) continue;
    steps.push(signed(`event ${event.id}: ${mention.value.type}`, mention));
    for (const role of ["agent", "target"] as const) {
      for (const filler of mention.value[role]) {
        steps.push(step(`${role} (${filler.basis}): ${name(filler.ref)}`, filler.span, filler.rule));
      }
    }
    const { place } = mention.value;
    if (place) {
      const where = ledger.places.find((p) => p.id === place.ref)?.name ?? place.ref;
      steps.push(step(`place (${place.basis}): ${where}`, place.span, place.rule));
    }
  }
  for (const toll of reading.events.tolls) {
    if (toll.value.event !== event.id) continue;
    if (claim && !claim.counts.some((c) => c.span[0] === toll.span[0] && c.harm === toll.value.harm)) continue;
    steps.push(signed(`toll: ${toll.value.harm} ${toll.value.low}-${toll.value.high ?? ""}`, toll));
  }
  return steps;
}

/** What was read and what was refused on some words of the text. */
export interface WhyNot {
  readonly span: Span;
  /** Ids of claims whose evidence holds the words. */
  readonly claims: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Words -> what was refused there. `words` is a span or a stretch of the text, every occurrence of which is looked at. */
export function whyNot(
  { ledger, reading }: { readonly ledger: Ledger; readonly reading: Reading },
  words: string | Span,
): WhyNot[] {
  const spans = typeof words === "string" ? occurrences(ledger.report.text, words) : [words];
  return spans.map((span) => ({
    span,
    claims: ledger.claims
      .filter((claim) => claim.evidence.some((e) => e.role === "content" && contains(e.span, span)))
      .map((claim) => claim.id),
    refusals: reading.refusals.filter((refusal) => overlaps(refusal.span, span)),
  }));
}

function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === "") return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push([at, at + words.length]);
  return found;
}
