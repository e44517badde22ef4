import type { Span } from "./span.ts";

/** What a piece of evidence bears out. */
export type EvidenceRole = "content" | "cue" | "source" | "count" | "time" | "place";

/** Characters that bear a value out, and the rule that read them. */
export interface Evidence {
  readonly span: Span;
  readonly role: EvidenceRole;
  readonly rule: string;
}

/** Who made a finding: a rule, and where it has one the lexicon row (`verbs/shell`) that the rule applied. */
export interface Signature {
  readonly rule: string;
  readonly entry?: string;
}

/** What a rule proposes. It cannot name itself: `annotate` signs it. */
export interface Draft<V> {
  readonly span: Span;
  /** The token that heads the span; -1 where there is none. */
  readonly head: number;
  readonly value: V;
  readonly from: readonly { readonly span: Span; readonly role: EvidenceRole }[];
  readonly entry?: string;
}

/** A signed statement about the text. `id` is unique within its layer. */
export interface Finding<K extends string, V> {
  readonly id: string;
  readonly kind: K;
  readonly span: Span;
  readonly head: number;
  readonly value: V;
  readonly from: readonly Evidence[];
  readonly by: Signature;
}

/** A draft that lost, and why: the answer to "why not?". */
export interface Refusal {
  readonly kind: string;
  readonly span: Span;
  readonly by: Signature;
  /** In words a coder understands: "no speaker: the cue is negated". */
  readonly reason: string;
}

/** What the reader doubted or could not resolve. Never thrown. */
export interface Notice {
  readonly code: string;
  readonly message: string;
  readonly span: Span | null;
}

/** Codes of notices that an event's place or time is that of the event told before it: a guess to read by, no evidence that two reports mean one event. */
export const CARRIED = { place: "N-EVENT-03", time: "N-EVENT-04" } as const;

/** Signs the drafts of one rule and numbers them from `first`. A draft without evidence is a programming mistake. */
export function annotate<K extends string, V>(
  kind: K,
  rule: string,
  drafts: readonly Draft<V>[],
  first = 1,
): Finding<K, V>[] {
  return drafts.map((draft, i) => {
    if (draft.from.length === 0) throw new Error(`rule ${rule} proposed a ${kind} without evidence`);
    return {
      id: `${kind}-${first + i}`,
      kind,
      span: draft.span,
      head: draft.head,
      value: draft.value,
      from: draft.from.map((e) => ({ ...e, rule })),
      by: draft.entry === undefined ? { rule } : { rule, entry: draft.entry },
    };
  });
}
