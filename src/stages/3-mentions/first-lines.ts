import type { Language, TimeReading } from "../../core/language.ts";
import { contains, type Span } from "../../core/span.ts";
import type { Syntax } from "../../core/syntax.ts";
import { rangeSpan, upos } from "../../core/tree.ts";
import type { ActorIndex, Known } from "../../lexicon/actor-index.ts";
import type { Dateline } from "./dateline.ts";
import type { Unit } from "./units.ts";

/** How many sentences may stand over a report, and how long each may be. */
const SENTENCES = 4;
const TOKENS = 14;
/** What a line that dates a bulletin has besides its date, in tokens: a place, an outlet, "No. 12". */
const BESIDE = 8;

/** The lines over a report that tell nothing: titles, the date of a bulletin, who publishes it. */
export function firstLines(s: Syntax): Span[] {
  const lines: Span[] = [];
  const sentences = s.sentenceStart.length - 1;
  for (let n = 0; n < Math.min(SENTENCES, sentences); n++) {
    const first = s.sentenceStart[n]!;
    const last = s.sentenceStart[n + 1]! - 1;
    if (last - first >= TOKENS || tells(s, first, last)) continue;
    lines.push(rangeSpan(s, first, last));
  }
  // A text of nothing but such lines is no bulletin.
  return lines.length < sentences ? lines : [];
}

function tells(s: Syntax, first: number, last: number): boolean {
  for (let t = first; t <= last; t++) {
    if (upos(s, t) === "AUX" || (upos(s, t) === "VERB" && s.xpos[t] !== "VBN" && s.xpos[t] !== "VBG")) return true;
  }
  return false;
}

/** "3 February 2017" in a line of its own over the report: the day of the bulletin. */
export function dayOverReport(s: Syntax, language: Language, lines: readonly Span[]): TimeReading | null {
  if (lines.length === 0) return null;
  const stated = language.times(s, null).read.filter(({ time }) => time.basis === "stated" && isDay(time));
  for (const line of lines) {
    const inside = stated.filter(({ span }) => contains(line, span));
    if (inside.length !== 1) continue;
    const [reading] = inside;
    const rest = `${s.text.slice(line[0], reading!.span[0])} ${s.text.slice(reading!.span[1], line[1])}`;
    const words = rest.match(/[\p{L}\d]+/gu)?.length ?? 0;
    const edge =
      reading!.span[0] === line[0] || s.text.slice(reading!.span[1], line[1]).replace(/[\s.,:)]/g, "") === "";
    if (words <= BESIDE && edge) return reading!;
  }
  return null;
}

const isDay = ({ start, end }: { readonly start: string; readonly end: string }): boolean =>
  start.slice(0, 10) === end.slice(0, 10) && start.length >= 10;

/** Who publishes a report that does not say so elsewhere: "(WAFA)" in its dateline, "Syrian Observatory" or "Islamic Emirate - Statement" over it. */
export function publisher(
  s: Syntax,
  units: readonly Unit[],
  _index: ActorIndex,
  lines: readonly Span[],
  datelines: readonly Dateline[],
): { readonly known: readonly Known[]; readonly unit: Unit } | null {
  const filed = datelines[0];
  const spanOf = (unit: Unit) => rangeSpan(s, unit.first, unit.last);
  const named = (span: Span, fits: (known: Known) => boolean) => {
    for (const unit of units) {
      if (!contains(span, spanOf(unit)) || unit.what.is !== "known") continue;
      const known = unit.what.known.filter(fits);
      if (known.length > 0) return { known, unit };
    }
    return null;
  };
  if (
    filed &&
    filed.span[0] < (s.sentenceStart.length > SENTENCES ? s.start[s.sentenceStart[SENTENCES]!]! : s.text.length)
  ) {
    const agency = named([filed.head[1], filed.span[1]], reports);
    if (agency !== null) return agency;
  }
  for (const line of lines) {
    const media = named(line, reports);
    if (media !== null) return media;
    const issued = units.some(
      (unit) => unit.what.is === "noun" && unit.what.row.role === "document" && contains(line, spanOf(unit)),
    );
    const body = named(line, (k) => k.is === "row" && k.row.kind !== "person");
    if (body !== null && (issued || isWhole(s, line, spanOf(body.unit)))) return body;
  }
  return null;
}

const reports = (known: Known): boolean => {
  const kind = known.is === "state" ? known.body.kind : known.is === "row" ? known.row.kind : null;
  return kind === "media" || kind === "monitor";
};
const isWhole = (s: Syntax, line: Span, span: Span): boolean =>
  s.text.slice(line[0], span[0]).trim() === "" && s.text.slice(span[1], line[1]).replace(/[\s.,:]/g, "") === "";
