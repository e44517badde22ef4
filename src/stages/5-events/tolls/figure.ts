import type { Mentions, Quantity } from "../../../core/layers.ts";
import type { Bound, Harm } from "../../../core/ledger.ts";
import type { Span } from "../../../core/span.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { relation, upos } from "../../../core/tree.ts";
import { belongs, type Classes } from "../../../lexicon/pattern.ts";
import type { EventKnowledge } from "../knowledge.ts";
import type { Trigger } from "../triggers.ts";
import type { Who } from "../who.ts";
import { oneOf } from "./people.ts";

/** A figure of harm before it is known which event it belongs to. */
export interface Figure {
  readonly trigger: Trigger;
  readonly harm: Harm;
  readonly head: number;
  readonly span: Span;
  /** The one body that all of those counted belong to. */
  readonly who: string | null;
  /** All bodies counted: "three soldiers and a farmer". */
  readonly bodies: readonly string[];
  readonly whoText: string;
  /** Nouns for those harmed. */
  readonly nouns: readonly number[];
  readonly low: number;
  readonly high: number | null;
  readonly bound: Bound;
  readonly entry: string;
  /** Said to be among those of one side: "dozens of dead among the police". */
  readonly among: boolean;
  /** The figure it is a part of: "five of them children". */
  readonly partOf: Figure | null;
  /** Some of those harmed, whom nobody has counted before: "two of the dead were policemen". */
  readonly share: boolean;
  /** No number is told: each of those named is one person. */
  readonly singles: boolean;
  /** They are named, or pointed at as known: "the driver", "his cousin", "he". */
  readonly known: boolean;
  /** The figure that took the place of this one: "18, up *from 12*". */
  readonly replacedBy: Figure | null;
  /** "On each side": so many of every side of the event; "on both sides": of all of them together. */
  readonly sides: "each" | "all" | null;
  /** The one told before it whose harm and event a bare number has: "security sources speak of 160". */
  readonly model: Figure | null;
}

/** Quantities by the noun they count and by their number word. */
export interface Amounts {
  of(noun: number): Quantity | null;
  within(first: number, last: number): readonly Quantity[];
  /** The one whose number ends with this token: "between 60 and 70". */
  upTo(last: number): Quantity | null;
}

export function makeAmounts(mentions: Mentions, s: Syntax, aged: ReadonlySet<string>, classes: Classes): Amounts {
  const byNoun = new Map<number, Quantity>();
  const byHead = new Map<number, Quantity>();
  const byEnd = new Map<number, Quantity>();
  const quantities = mentions.quantities
    .filter((q) => !isAge(s, q, aged) && !isBand(s, q, classes))
    .map((q) => placed(s, isArticle(s, q) ? { ...oneOf(s, q.value.of, classes), span: q.span, head: q.head } : q));
  for (const quantity of quantities) {
    // "nine of the *30* pupils"
    const isOwn = relation(s, quantity.head) === "nummod" && s.head[quantity.head] === quantity.value.of;
    if (quantity.value.of >= 0 && (isOwn || !byNoun.has(quantity.value.of))) byNoun.set(quantity.value.of, quantity);
    byEnd.set(quantity.span[1], quantity);
    byHead.set(quantity.head, quantity);
  }
  return {
    of: (noun) => byNoun.get(noun) ?? byHead.get(noun) ?? null,
    upTo: (last) => byEnd.get(s.end[last]!) ?? null,
    within: (first, last) => quantities.filter((q) => q.head >= first && q.head <= last),
  };
}

/** "A man, 45, and two girls aged 12 and 14": years of a life count nobody. */
function isAge(s: Syntax, { head, value }: Quantity, aged: ReadonlySet<string>): boolean {
  if (upos(s, head) !== "NUM" || value.low > OLDEST) return false;
  const before = s.lower[head - 1];
  if (before === "," || before === "(") {
    const named = upos(s, head - 2) === "PROPN" || s.xpos[head - 2] === "NN";
    return head > 1 && named && AFTER_AGE.has(s.lower[head + 1] ?? "");
  }
  let t = head - 1;
  while (t > 0 && (upos(s, t) === "NUM" || upos(s, t) === "CCONJ" || s.lower[t] === ",")) t--;
  return t >= 0 && aged.has(s.lower[t]!);
}

/** Years of the oldest people. */
const OLDEST = 115;
const AFTER_AGE = new Set([",", ")", "."]);

/** "A", and no number. */
const isArticle = (s: Syntax, { head, value }: Quantity): boolean => value.low === 1 && upos(s, head) === "DET";

/** "A family", "a whole column": nobody says how many. */
const isBand = (s: Syntax, quantity: Quantity, classes: Classes): boolean =>
  isArticle(s, quantity) && belongs(s, quantity.value.of, "@band", classes);

/** A number whose noun only the repaired syntax shows. */
const placed = (s: Syntax, q: Quantity): Quantity =>
  q.value.of < 0 && relation(s, q.head) === "nummod" ? { ...q, value: { ...q.value, of: s.head[q.head]! } } : q;

export interface Reading {
  readonly s: Syntax;
  readonly trigger: Trigger;
  readonly amounts: Amounts;
  readonly who: Who;
  readonly classes: Classes;
  /** Small words by what they do: `anyone` for those harmed where the report has no word, `includes` opening a part, `of` taking a number out of some. */
  readonly small: EventKnowledge["small"];
  readonly used: Set<Quantity>;
  /** The words of harm by their heads. */
  readonly harmed: ReadonlyMap<number, Harm>;
  /** The figure before this one in the sentence: "ten passengers were killed and thirteen wounded". */
  readonly before: Figure | null;
}
