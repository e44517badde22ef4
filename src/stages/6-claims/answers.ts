import type { Attribution, EventMention } from "../../core/layers.ts";
import type { Act } from "../../core/ledger.ts";
import { contains, type Span } from "../../core/span.ts";

/** Acts that answer what was told before. Merely stating something, demanding or promising it, does not. */
const ANSWERS: ReadonlySet<Act> = new Set<Act>([
  "deny",
  "doubt",
  "confirm",
  "accuse",
  "suspect",
  "claim-responsibility",
]);

/** An attribution that speaks of an event told before it, without naming it: "The army denied that it was to blame." */
export interface Answer {
  readonly attribution: Attribution;
  readonly event: string;
}

/**
 * "Ahrar al-Sham blamed the coalition." "The ministry dismissed this as absurd." An attribution by a named speaker whose act answers
 * something, and whose words hold no event or figure of their own, is about the event that another tells of inside those words, else about
 * the one that was spoken of last.
 */
export function answers(
  attributions: readonly Attribution[],
  mentions: readonly EventMention[],
  told: (attribution: Attribution) => boolean,
): Answer[] {
  const found: Answer[] = [];
  const inOrder = [...attributions].sort((a, b) => a.value.cue[0] - b.value.cue[0]);
  let next = 0;
  let last: EventMention | undefined;
  for (const attribution of inOrder) {
    const { act, source, cue, content } = attribution.value;
    for (; next < mentions.length && mentions[next]!.span[0] < cue[0]; next++) last = mentions[next];
    if (source === null || !ANSWERS.has(act) || told(attribution)) continue;
    // "He rejected the group's claim that policemen had surrendered": what another says inside the words answered
    const inside = mentions.find(({ span }) => content.some((part) => contains(part, span)));
    const about = inside ?? last;
    if (about === undefined || touches(about.span, cue)) continue;
    found.push({ attribution, event: about.value.event });
  }
  return found;
}

const touches = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
