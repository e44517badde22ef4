import type { Evidence, EvidenceRole } from "../../core/finding.ts";
import { type Attribution, type EventMention, OUTLET, type Toll } from "../../core/layers.ts";
import { overlaps, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { rangeSpan } from "../../core/tree.ts";
import type { Standing } from "./standing.ts";

/** The outlet's words around a finding: its sentence, as far as no one else's words reach into it. */
function ownWords(text: string, sentence: Span, at: Span, others: readonly Attribution[]): Span {
  let [from, to] = sentence;
  for (const { value } of others) {
    if (value.source === null || value.source === OUTLET) continue;
    for (const [start, end] of value.content) {
      if (end <= sentence[0] || start >= sentence[1]) continue;
      if (end <= at[0]) from = Math.max(from, end);
      else if (start >= at[1]) to = Math.min(to, start);
    }
  }
  const words = text.slice(from, to);
  const lead = Math.max(0, words.search(/[\p{L}\p{N}"“‘«]/u));
  return [from + lead, from + words.trimEnd().length];
}

/** The source's words in the sentence of the finding, its cue and speaker, and what the finding itself stands on. */
export function evidenceOf(
  syntax: Syntax,
  { attribution, scopes, cues }: Standing,
  finding: EventMention | Toll,
  others: readonly Attribution[],
): Evidence[] {
  const sentence = syntax.sentence[finding.head]!;
  const [first, next] = [syntax.sentenceStart[sentence]!, syntax.sentenceStart[sentence + 1]!];
  const whole = rangeSpan(syntax, first, next - 1);
  const found: Evidence[] = [];
  const add = (span: Span | null, role: EvidenceRole, rule: string): void => {
    if (span !== null) found.push({ span, role, rule });
  };
  if (attribution === null) add(ownWords(syntax.text, whole, finding.span, others), "content", "claims/own-voice");
  else {
    for (const part of attribution.value.content) {
      const clipped: Span = [Math.max(part[0], whole[0]), Math.min(part[1], whole[1])];
      if (!overlaps(part, whole)) continue;
      // "blamed the raid on the rebels": the deed and who is named for it may stand apart
      const tells = clipped[0] <= finding.span[0] && finding.span[1] <= clipped[1];
      if (tells || attribution.value.form === "event-object") add(clipped, "content", attribution.by.rule);
    }
    add(attribution.value.cue, "cue", attribution.by.rule);
    add(attribution.value.sourceSpan, "source", attribution.by.rule);
  }
  for (const { value, by } of cues) add(value.cue, "cue", by.rule);
  for (const scope of scopes) add(scope.value.operator, "cue", scope.by.rule);
  found.push(...finding.from.filter((e) => e.role !== "content" && e.role !== "cue" && e.role !== "source"));
  return found;
}
