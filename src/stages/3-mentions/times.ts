/** Stage 3, times: dates and times of the text, reckoned from an anchor that the text or its publication gives. */
import type { Document } from "../../core/document.ts";
import { annotate, type Notice, type Refusal } from "../../core/finding.ts";
import type { Anchor, Language, Lifetime, TimeReading } from "../../core/language.ts";
import type { TimeMention } from "../../core/layers.ts";
import { contains, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { type Dateline, datelines } from "./dateline.ts";
import { dayOverReport, firstLines } from "./first-lines.ts";
import { type Years, yearsOf } from "./years.ts";

export interface TimesRead {
  readonly times: readonly TimeMention[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

export interface Reckoning {
  readonly lines: readonly Dateline[];
  readonly anchor: Anchor | null;
  readonly years: Years;
  /** Lines over the report that tell nothing. */
  readonly over: readonly Span[];
  /** The one that dates it; null where none does, or the dateline does. */
  readonly dayOver: Span | null;
}

const PUBLICATION = "the publication date";
const FIRST_LINES = "the date in the first lines";
const DATELINE = "the dateline";
const STALE = 31; // days between filing and publication; beyond, the dateline's year is in doubt
const DAY = 86_400_000;

/** What a report's dates are counted from, and of which years it tells. Needs no actors. */
export function readAnchor(syntax: Syntax, language: Language, document: Document): Reckoning {
  const lines = datelines(document);
  const published = document.published === null ? null : { date: document.published.slice(0, 10), from: PUBLICATION };
  const over = firstLines(syntax);
  const day = dayOverReport(syntax, language, over);
  const filed = anchorOf(syntax, language, published, lines);
  const dated = filed?.from === DATELINE ? null : day;
  const anchor = dated === null ? filed : near({ date: dated.time.start.slice(0, 10), from: FIRST_LINES }, published);
  const years = yearsOf(document, anchor, language.times(syntax, anchor).read);
  return { lines, anchor, years, over, dayOver: anchor?.from === FIRST_LINES ? dated!.span : null };
}

export function readTimeMentions(
  syntax: Syntax,
  language: Language,
  document: Document,
  { lines, anchor, dayOver }: Reckoning = readAnchor(syntax, language, document),
  lifetime: Lifetime | null = null,
  names: readonly Span[] = [],
): TimesRead {
  const { read, unread } = language.times(syntax, anchor, lifetime);
  const inDateline = (span: TimeReading["span"]) =>
    (dayOver !== null && contains(dayOver, span)) || lines.some((line) => contains(line.span, span));
  const times: TimeMention[] = [];
  const notices: Notice[] = [];
  if (anchor !== null && dayOver !== null) {
    const message = `Dates are reckoned from ${anchor.date}, the date in the first lines of the report.`;
    notices.push({ code: "N-TIME-03", message, span: dayOver });
  }
  const refusals: Refusal[] = [];
  for (const reading of read) {
    // "the Rebels of 1997"
    if (names.some((name) => contains(name, reading.span))) {
      const by = { rule: reading.rule };
      refusals.push({ kind: "time", span: reading.span, by, reason: "no date: it is part of a name" });
      continue;
    }
    // The dateline dates the report, not what it tells of.
    if (inDateline(reading.span)) continue;
    const from = reading.time.evidence.map((span) => ({ span, role: "time" as const }));
    const draft = { span: reading.span, head: reading.head, value: reading.time, from };
    times.push(...annotate("time", reading.rule, [draft], times.length + 1));
    if (reading.note !== null) notices.push(implied(document, reading));
  }
  for (const { span, reason } of unread) {
    refusals.push({ kind: "time", span, by: { rule: "time/unread" }, reason: `no date: ${reason}` });
    if (!inDateline(span)) {
      const words = document.text.slice(span[0], span[1]);
      notices.push({ code: "N-TIME-02", message: `"${words}" stays without a date: ${reason}.`, span });
    }
  }
  return { times, refusals, notices };
}

function implied(document: Document, { time, span, note }: TimeReading): Notice {
  const stretch = time.start === time.end ? time.start : `${time.start} to ${time.end}`;
  const words = document.text.slice(span[0], span[1]).replace(/\s+/g, " ");
  return { code: "N-TIME-01", message: `"${words}" is taken as ${stretch}, ${note}.`, span };
}

/** Where the dateline dates the filing, relative dates count from there; else from the publication date; else from nothing. */
function anchorOf(
  syntax: Syntax,
  language: Language,
  published: Anchor | null,
  lines: readonly Dateline[],
): Anchor | null {
  const first = lines[0];
  if (!first) return published;
  const filed = language
    .times(syntax, published)
    .read.find(({ span, time }) => contains(first.span, span) && time.start.slice(0, 10) === time.end.slice(0, 10));
  if (!filed) return published;
  const date = filed.time.start.slice(0, 10);
  return near({ date, from: DATELINE }, published);
}

/** The date that a report bears itself, unless it was published long after, or before: then that date is in doubt. */
function near(own: Anchor, published: Anchor | null): Anchor {
  if (published === null) return own;
  const days = (Date.parse(published.date) - Date.parse(own.date)) / DAY;
  return days >= 0 && days <= STALE ? own : published;
}
