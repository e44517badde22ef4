import { preposition } from "../../../core/arguments.ts";
import type { Quantity } from "../../../core/layers.ts";
import { overlaps, type Span } from "../../../core/span.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { children, relation, tokenAt, upos } from "../../../core/tree.ts";
import type { EventKnowledge } from "../knowledge.ts";
import type { Amounts, Figure } from "./figure.ts";

/**
 * "The government keeps to 132; security sources speak of 160": a bare number in somebody's words, told soon after a figure, is
 * another figure of that harm. Numbers already read, and such as count something else, are left.
 */
export function readBareFigures(
  s: Syntax,
  figures: readonly Figure[],
  amounts: Amounts,
  spoken: readonly Span[],
  small: EventKnowledge["small"],
): Figure[] {
  const found: Figure[] = [];
  const told = [...figures].sort((a, b) => a.head - b.head);
  for (const part of spoken) {
    const first = tokenAt(s, part[0]);
    const last = tokenAt(s, part[1] - 1);
    for (const quantity of amounts.within(first, Math.min(last, s.length - 1))) {
      const { low, high, bound, of } = quantity.value;
      // "the army says 12 people died, the rebels *40*": all that is said
      const opens = first === s.sentenceStart[s.sentence[first]!];
      const alone = !opens && tokenAt(s, quantity.span[0]) === first && tokenAt(s, quantity.span[1] - 1) === last;
      if (upos(s, quantity.head) !== "NUM" || low < (of >= 0 || alone ? 2 : FEW)) continue;
      if (
        alone && of < 0
          ? isYear(s, quantity.head)
          : of >= 0
            ? !isWhole(s, quantity, first, last)
            : dateLike(s, quantity.head) || isHour(s, quantity, small)
      )
        continue;
      if ([...told, ...found].some((f) => f.head === quantity.head || overlaps(f.span, quantity.span))) continue;
      const sentence = s.sentence[quantity.head]!;
      if (told.some((f) => s.sentence[f.head] === sentence && f.trigger.head > first && f.trigger.head < last))
        continue;
      const models = told.filter(
        (f) =>
          f.head < quantity.head &&
          f.partOf === null &&
          (of < 0 || speaksOf(s, f, of)) &&
          (sentence - s.sentence[f.head]! <= NEAR || f.low === low),
      );
      const nearest = models.at(-1);
      // "killed 66 and wounded 197 … it had spoken of 58": of the dead where the words do not say
      const main = (f: Figure): boolean => f.harm === "killed" && s.sentence[f.head] === s.sentence[nearest!.head];
      const model = (of < 0 && models.find(main)) || nearest;
      if (!model) continue;
      found.push({
        ...model,
        trigger: { ...model.trigger, head: quantity.head, tokens: [quantity.head], span: quantity.span },
        head: quantity.head,
        span: quantity.span,
        low,
        high,
        bound,
        entry: "bare-number",
        model,
      });
    }
  }
  return found;
}

/** Smaller bare numbers count too many other things. */
const FEW = 5;

/** Whether a figure counts those that a noun names. */
const speaksOf = (s: Syntax, figure: Figure, noun: number): boolean =>
  figure.nouns.some((n) => s.lemma[n] === s.lemma[noun]);

/** "He had spoken of five policemen", "admitted to two": the number, with its noun, is all that is said. */
function isWhole(s: Syntax, { head, value }: Quantity, first: number, last: number): boolean {
  const top = value.of >= 0 ? value.of : head;
  const above = s.head[top]!;
  return (above < first || above > last) && upos(s, top) !== "VERB" && !hasClause(s, top);
}

const hasClause = (s: Syntax, token: number): boolean =>
  children(s, token).some((c) => ["acl", "nsubj", "cop"].includes(relation(s, c)));

/** How many sentences after a figure a bare number still speaks of it; the same number does however far ("called the figure of 300 a lie"). */
const NEAR = 3;

/** "Passed at *nine*", "until six": an hour of the day, and not "stands at nine". */
const isHour = (s: Syntax, { head, value }: Quantity, small: EventKnowledge["small"]): boolean =>
  value.low <= HOURS &&
  small.clock!.has(preposition(s, head)) &&
  !small["sets-figure"]!.has(s.lemma[s.head[head]!] ?? "");
const HOURS = 24;

const isYear = (s: Syntax, token: number): boolean => /^(1[89]|20)\d\d$/.test(s.lower[token]!);

/** A day, a year, an hour, an age, a distance: a number that a word beside it takes. */
function dateLike(s: Syntax, token: number): boolean {
  if (isYear(s, token) || /[:.]/.test(s.lower[token]!)) return true;
  const rel = relation(s, token);
  if (
    rel === "nummod" ||
    rel === "appos" ||
    rel === "compound" ||
    s.deprel[token] === "nmod:unmarked" ||
    s.deprel[token] === "obl:unmarked"
  )
    return true;
  const head = s.head[token]!;
  return head >= 0 && upos(s, head) === "PROPN";
}
