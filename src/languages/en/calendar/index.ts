/** English dates and times: words are rows of lexicon/en/calendar.yml, the grammar is here. */
import type { Anchor, Language, Lifetime, TimeReading } from "../../../core/language.ts";
import type { Time } from "../../../core/ledger.ts";
import { hull, type Span } from "../../../core/span.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { children, rangeSpan, relation, upos } from "../../../core/tree.ts";
import type { LexiconData } from "../../../lexicon/index.ts";
import { clockAt } from "./clock.ts";
import { civil, fromIso, iso } from "./days.ts";
import type { Clock, Expression, Read } from "./expression.ts";
import { grammar } from "./grammar.ts";
import { type Reference, resolve, type Tense } from "./resolve.ts";
import type { Stretch } from "./stretch.ts";
import { type CalendarWords, calendarWords } from "./words.ts";

type Times = ReturnType<Language["times"]>;
const ADJOINING = 3; // tokens between a date and its time of day

export function makeCalendar(lexicon: Pick<LexiconData, "calendar" | "numbers">): Language["times"] {
  const words = calendarWords(lexicon);
  return (syntax, anchor, lifetime) => readTimes(syntax, anchor, words, lifetime ?? null);
}

export function readTimes(
  s: Syntax,
  anchor: Anchor | null,
  words: CalendarWords,
  lifetime: Lifetime | null = null,
): Times {
  const at = grammar(s, words);
  const origin = anchor === null ? null : fromIso(anchor.date);
  const report = anchor && origin !== null ? { day: origin, from: anchor.from } : null;
  const read: TimeReading[] = [];
  const unread: { span: Span; reason: string }[] = [];
  let context = null as Reference["context"];
  let from = report;
  let paragraph = -1;
  for (let sentence = 0; sentence + 1 < s.sentenceStart.length; sentence++) {
    const start = s.sentenceStart[sentence]!;
    const opens = s.block[sentence] !== paragraph;
    if (opens) {
      paragraph = s.block[sentence]!;
      from = report;
    }
    // A year that the text gave long ago holds for the rest of its paragraph; one that stood alone only for its sentence.
    if (context && (opens || !context.whole)) context = { ...context, exactYear: false };
    const days: { reading: TimeReading; stretch: Stretch; expression: Read<Expression> }[] = [];
    const clocks: Read<Clock>[] = [];
    for (let t = start; t < s.sentenceStart[sentence + 1]!; t++) {
      if (!words.opens(s.lower[t]!)) continue;
      const clock = clockAt(s, words, t) ?? (opens && t === start ? stampAt(s, t) : null);
      const expression = clock ? null : at(t);
      const hit = clock ?? expression;
      if (!hit) continue;
      if (clock) clocks.push(clock);
      if (expression) {
        const span = rangeSpan(s, expression.first, expression.last);
        const verb = verbOf(s, expression.first);
        const before = days.at(-1);
        const here = before ? { day: before.stretch.end, from: `"${textOf(s, before.reading.span)}"` } : null;
        const result = resolve(expression.value, {
          anchor: from,
          context,
          sentence: here,
          lifetime,
          tense: tenseOf(s, headOf(s, expression.first, expression.last), words),
        });
        if ("unread" in result) unread.push({ span, reason: result.unread });
        else {
          days.push({ reading: reading(s, expression, span, result), stretch: result, expression });
          // "said on Thursday" dates the saying: what is told is counted from the dates of what is told.
          const spoken = verb >= 0 && words.has(s.lemma[verb], "says");
          if (!spoken || !context)
            context = next(context, result, expression.value, textOf(s, span), report?.day ?? null);
          if (opens && heads(s, sentence, expression, result))
            from = { day: result.start, from: `"${textOf(s, span)}"` };
        }
      }
      t = hit.last;
    }
    for (const clock of clocks) {
      // "11:02. Three aid workers were killed on Saturday": the hour is that of the entry
      if (clock.rule === "time/entry" && days.length > 0) continue;
      const day = nearestDay(clock, days);
      const span = rangeSpan(s, clock.first, clock.last);
      if (day) day.reading = withClock(s, day.reading, day.expression, clock, day.stretch);
      else if (opens && clock.first === start && from) read.push(stamp(span, clock, from));
      else unread.push({ span, reason: "a time of day, and no day beside it" });
    }
    read.push(...days.map((day) => day.reading));
  }
  return { read, unread };
}

const textOf = (s: Syntax, span: Span): string => s.text.slice(...span).replace(/\s+/g, " ");

/** "1 December, evening news." over a paragraph: what it tells is counted from there. */
function heads(s: Syntax, sentence: number, expression: Read<Expression>, stretch: Stretch): boolean {
  if (expression.first !== s.sentenceStart[sentence] || stretch.start !== stretch.end || stretch.precision !== "day")
    return false;
  for (let t = expression.last + 1; t < s.sentenceStart[sentence + 1]!; t++) {
    const tag = upos(s, t);
    if (tag === "VERB" || tag === "AUX") return false;
  }
  return true;
}

// "09:25. Heavy exchanges of fire": the entries of a live report
function stampAt(s: Syntax, t: number): Read<Clock> | null {
  const match = /^(\d\d?):(\d\d)$/.exec(s.lower[t]!);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return {
    value: { hour: Number(match[1]), minute: Number(match[2]), zone: null },
    first: t,
    last: t,
    rule: "time/entry",
  };
}

/** The time that heads an entry of a live report, on the day of the report. */
function stamp(span: Span, clock: Read<Clock>, from: { readonly day: number; readonly from: string }): TimeReading {
  const at = clockTime(from.day, clock.value);
  const time: Time = { start: at, end: at, precision: "hour", basis: "implied", evidence: [span] };
  return { time, span, head: clock.first, rule: "time/entry", note: `the day reckoned from ${from.from}` };
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
    return stretch.from === null && !own
      ? { day: stretch.start, from: `"${words}"`, exactYear: true, whole: false }
      : known;
  }
  if (expression.kind === "past" || expression.kind === "since") return known;
  const stated = expression.kind === "date" && expression.year !== null;
  const old = anchor === null || civil(anchor).year !== civil(stretch.start).year;
  const exactYear =
    (stated && old) || stretch.fixes === true || (known?.exactYear === true && stretch.from === known.from);
  return { day: stretch.start, from: `"${words}"`, exactYear, whole: true };
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
  const { value } = expression;
  const of = value.kind === "offset" ? value.of : undefined;
  return { time, span, head: of ?? headOf(s, expression.first, expression.last), rule: expression.rule, note };
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
  const span = rangeSpan(s, clock.first, clock.last);
  const at = clockTime(stretch.start, clock.value);
  const evidence = [...day.time.evidence, span];
  const gap = Math.max(expression.first - clock.last, clock.first - expression.last);
  return {
    ...day,
    time: { ...day.time, start: at, end: at, precision: "hour", evidence },
    span: gap <= ADJOINING ? hull([day.span, span]) : day.span,
  };
}

function clockTime(day: number, { hour, minute, zone }: Clock): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${iso(day)}T${two(hour)}:${two(minute)}${zone === null ? "" : zone === 0 ? "Z" : `${zone < 0 ? "-" : "+"}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`}`;
}

/** The verb of the clause that a token belongs to; -1 where there is none. */
function verbOf(s: Syntax, token: number): number {
  let t = token;
  while (t >= 0 && upos(s, t) !== "VERB") t = s.head[t]!;
  return t;
}

/** "will meet on Friday", "killed on Friday", "due to open on Friday", "if they are not freed by Friday, we shall". */
function tenseOf(s: Syntax, token: number, words: CalendarWords): Tense {
  const verb = verbOf(s, token);
  if (verb < 0) return "unknown";
  const parts = children(s, verb);
  const tag = s.xpos[verb]!;
  if (parts.some((c) => words.has(s.lower[c], "future"))) return "future";
  // "said it would attack on Friday"
  if (tag === "VB" && parts.some((c) => words.has(s.lower[c], "would"))) return "future";
  // "called a strike for Friday"
  const set = words.has(s.lower[token], "weekday") && children(s, token).some((c) => words.has(s.lower[c], "for"));
  if (set && words.has(s.lemma[verb], "convoked") && relation(s, verb) !== "acl") return "future";
  // "are to strike on Friday"
  const isNow = (t: number) =>
    children(s, t).some((c) => /^VB[PZ]$/.test(s.xpos[c]!) && words.has(s.lemma[c], "to-be"));
  if (tag === "VB" && (isNow(verb) || (words.has(s.lower[s.head[verb]!], "about-to") && isNow(s.head[verb]!))))
    return "future";
  if (tag === "VB" && parts.some((c) => s.lower[c] === "to")) {
    // not "to try those behind the riot of 27 April"
    const governor = token === verb || s.head[token] === verb ? verbOf(s, s.head[verb]!) : -1;
    return governor >= 0 && words.has(s.lemma[governor], "planned") ? "future" : "unknown";
  }
  // "has until Friday to leave"
  const toDo = parts.some((c) => c > token && s.xpos[c] === "VB" && children(s, c).some((m) => s.xpos[m] === "TO"));
  if (toDo && children(s, token).some((c) => words.has(s.lower[c], "until"))) return "future";
  if (/^VB[PZ]$/.test(tag) && words.has(s.lemma[verb], "scheduled")) return "future";
  if (tag === "VBD") return "past";
  if (tag === "VBN" && parts.some((c) => words.has(s.lower[c], "past"))) return "past";
  // a condition in the present tense looks as far ahead as what hangs on it
  const present = [verb, ...parts].some((t) => /^VB[PZ]$/.test(s.xpos[t]!));
  if (present && s.deprel[verb] === "advcl")
    return tenseOf(s, s.head[verb]!, words) === "future" ? "future" : "unknown";
  return "unknown";
}
