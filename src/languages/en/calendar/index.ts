/** English dates and times: words are rows of lexicon/en/calendar.yml, the grammar is here. */
import type { Anchor, Language, TimeReading } from "../../../core/language.ts";
import type { Time } from "../../../core/ledger.ts";
import { hull, type Span } from "../../../core/span.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { children, rangeSpan, upos } from "../../../core/tree.ts";
import type { LexiconData } from "../../../lexicon/index.ts";
import { clockAt } from "./clock.ts";
import { civil, fromIso, iso } from "./days.ts";
import type { Clock, Expression, Read } from "./expression.ts";
import { grammar } from "./grammar.ts";
import { type Reference, resolve, type Stretch, type Tense } from "./resolve.ts";
import { type CalendarWords, calendarWords } from "./words.ts";

type Times = ReturnType<Language["times"]>;
const ADJOINING = 3; // tokens between a date and its time of day

export function makeCalendar(lexicon: Pick<LexiconData, "calendar" | "numbers">): Language["times"] {
  const words = calendarWords(lexicon);
  return (syntax, anchor) => readTimes(syntax, anchor, words);
}

export function readTimes(s: Syntax, anchor: Anchor | null, words: CalendarWords): Times {
  const at = grammar(s, words);
  const origin = anchor === null ? null : fromIso(anchor.date);
  const from = anchor && origin !== null ? { day: origin, from: anchor.from } : null;
  const read: TimeReading[] = [];
  const unread: { span: Span; reason: string }[] = [];
  let context = null as Reference["context"];
  let paragraph = -1;
  for (let sentence = 0; sentence + 1 < s.sentenceStart.length; sentence++) {
    if (s.block[sentence] !== paragraph) {
      paragraph = s.block[sentence]!;
      // A year that one paragraph gives does not carry into the next.
      if (context) context = { ...context, exactYear: false };
    }
    const days: { reading: TimeReading; stretch: Stretch; expression: Read<Expression> }[] = [];
    const clocks: Read<Clock>[] = [];
    for (let t = s.sentenceStart[sentence]!; t < s.sentenceStart[sentence + 1]!; t++) {
      const clock = clockAt(s, words, t);
      const expression = clock ? null : at(t);
      const hit = clock ?? expression;
      if (!hit) continue;
      if (clock) clocks.push(clock);
      if (expression) {
        const span = rangeSpan(s, expression.first, expression.last);
        const result = resolve(expression.value, { anchor: from, context, tense: tenseAt(s, expression.first, words) });
        if ("unread" in result) unread.push({ span, reason: result.unread });
        else {
          days.push({ reading: reading(s, expression, span, result), stretch: result, expression });
          context = next(context, result, expression.value, s.text.slice(...span), from?.day ?? null);
        }
      }
      t = hit.last;
    }
    for (const clock of clocks) {
      const day = nearestDay(clock, days);
      if (day) day.reading = withClock(s, day.reading, day.expression, clock, day.stretch);
      else unread.push({ span: rangeSpan(s, clock.first, clock.last), reason: "a time of day, and no day beside it" });
    }
    read.push(...days.map((day) => day.reading));
  }
  return { read, unread };
}

/** The date that "the same day" and "two days later" are counted from: the last single day the text gave. */
function next(
  known: Reference["context"],
  stretch: Stretch,
  expression: Expression,
  words: string,
  anchor: number | null,
): Reference["context"] {
  if (stretch.precision === "month" || stretch.precision === "year") {
    // "In 1998 … on 3 May": the year holds for the paragraph, where it is not the report's own.
    const own = anchor !== null && civil(anchor).year === civil(stretch.start).year;
    return stretch.from === null && !own ? { day: stretch.start, from: `"${words}"`, exactYear: true } : known;
  }
  if (expression.kind === "past" || expression.kind === "since") return known;
  const stated = expression.kind === "date" && expression.year !== null;
  const old = anchor === null || civil(anchor).year !== civil(stretch.start).year;
  const exactYear = (stated && old) || (known?.exactYear === true && stretch.from === known.from);
  return { day: stretch.start, from: `"${words}"`, exactYear };
}

function reading(s: Syntax, expression: Read<Expression>, span: Span, stretch: Stretch): TimeReading {
  const time: Time = {
    start: iso(stretch.start),
    end: iso(stretch.end),
    precision: stretch.precision,
    basis: stretch.from === null ? "stated" : "implied",
    evidence: [span],
  };
  const note = stretch.from === null ? null : `reckoned from ${stretch.from}`;
  return { time, span, head: headOf(s, expression.first, expression.last), rule: expression.rule, note };
}

/** The token of the expression whose head lies outside it. */
function headOf(s: Syntax, first: number, last: number): number {
  for (let t = first; t <= last; t++) if (upos(s, t) !== "ADP" && (s.head[t]! < first || s.head[t]! > last)) return t;
  return first;
}

function nearestDay<T extends { expression: Read<Expression>; stretch: Stretch }>(
  clock: Read<Clock>,
  days: readonly T[],
): T | null {
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const day of days) {
    if (day.stretch.start !== day.stretch.end) continue;
    const gap = Math.max(day.expression.first - clock.last, clock.first - day.expression.last);
    if (gap < least) [least, best] = [gap, day];
  }
  return best;
}

function withClock(
  s: Syntax,
  day: TimeReading,
  expression: Read<Expression>,
  clock: Read<Clock>,
  stretch: Stretch,
): TimeReading {
  const { hour, minute, utc } = clock.value;
  const span = rangeSpan(s, clock.first, clock.last);
  const two = (n: number) => String(n).padStart(2, "0");
  const at = `${iso(stretch.start)}T${two(hour)}:${two(minute)}${utc ? "Z" : ""}`;
  const evidence = [...day.time.evidence, span];
  const gap = Math.max(expression.first - clock.last, clock.first - expression.last);
  return {
    ...day,
    time: { ...day.time, start: at, end: at, precision: "hour", evidence },
    span: gap <= ADJOINING ? hull([day.span, span]) : day.span,
  };
}

/** Tense of the clause that a token belongs to: "will meet on Friday", "killed on Friday", "due to open on Friday". */
function tenseAt(s: Syntax, token: number, words: CalendarWords): Tense {
  let t = token;
  for (let steps = 0; t >= 0 && steps < 40; steps++) {
    if (upos(s, t) === "VERB") break;
    t = s.head[t]!;
  }
  if (t < 0) return "unknown";
  const parts = children(s, t);
  const tag = s.xpos[t]!;
  if (parts.some((c) => words.has(s.lower[c], "future"))) return "future";
  if (tag === "VB" && parts.some((c) => s.lower[c] === "to")) {
    const governor = s.head[t]!;
    return governor >= 0 && words.has(s.lemma[governor], "planned") ? "future" : "unknown";
  }
  if (tag === "VBD") return "past";
  if (tag === "VBN" && parts.some((c) => words.has(s.lower[c], "past"))) return "past";
  return "unknown";
}
