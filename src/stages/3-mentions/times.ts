/** Stage 3, times: dates and times of the text, reckoned from an anchor that the text or its publication gives. */
import type { Document } from "../../core/document.ts";
import { annotate, type Notice, type Refusal } from "../../core/finding.ts";
import type { Anchor, Language, TimeReading } from "../../core/language.ts";
import type { TimeMention } from "../../core/layers.ts";
import { contains } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { type Dateline, datelines } from "./dateline.ts";
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
}

const PUBLICATION = "the publication date";
const DATELINE = "the dateline";
const STALE = 31; // days between filing and publication; beyond, the dateline's year is in doubt
const DAY = 86_400_000;

/** What a report's dates are counted from, and of which years it tells. Needs no actors. */
export function readAnchor(syntax: Syntax, language: Language, document: Document): Reckoning {
  const lines = datelines(document);
  const published = document.published === null ? null : { date: document.published.slice(0, 10), from: PUBLICATION };
  const anchor = anchorOf(syntax, language, published, lines);
  return { lines, anchor, years: yearsOf(document, anchor, language.times(syntax, anchor).read) };
}

export function readTimeMentions(
  syntax: Syntax,
  language: Language,
  document: Document,
  { lines, anchor }: Reckoning = readAnchor(syntax, language, document),
): TimesRead {
  const { read, unread } = language.times(syntax, anchor);
  const inDateline = (span: TimeReading["span"]) => lines.some((line) => contains(line.span, span));
  const times: TimeMention[] = [];
  const notices: Notice[] = [];
  for (const reading of read) {
    // The dateline dates the report, not what it tells of.
    if (inDateline(reading.span)) continue;
    const from = reading.time.evidence.map((span) => ({ span, role: "time" as const }));
    const draft = { span: reading.span, head: reading.head, value: reading.time, from };
    times.push(...annotate("time", reading.rule, [draft], times.length + 1));
    if (reading.note !== null) notices.push(implied(document, reading));
  }
  const refusals: Refusal[] = [];
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
  if (published === null) return { date, from: DATELINE };
  const days = (Date.parse(published.date) - Date.parse(date)) / DAY;
  return days >= 0 && days <= STALE ? { date, from: DATELINE } : published;
}
