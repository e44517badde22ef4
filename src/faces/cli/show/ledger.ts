import { CAMP, type Ledger } from "../../../index.ts";
import type { Terminal } from "../terminal.ts";
import { showEvent } from "./event.ts";
import { columns, indent, ruled, widest, wrap } from "./layout.ts";
import { LEGEND, type Style, styleFor } from "./style.ts";
import { dateName, plural } from "./words.ts";

/** A ledger for people: event by event who says what, then loaded words, doubts last. */
export function showLedger(ledger: Ledger, terminal: Terminal): string {
  const style = styleFor(terminal.colour);
  const width = terminal.columns;
  const told = ledger.events.filter((event) => ledger.claims.some((claim) => claim.event === event.id));
  const lines = [
    ...head(ledger, told.length, style, width),
    ...told.flatMap((event, i) => ["", ...showEvent(event, i + 1, ledger, style, width)]),
    ...loaded(ledger, style, width),
    ...doubts(ledger, style, width),
    ...legend(ledger, style, width),
  ];
  return `${lines.join("\n")}\n`;
}

function head(ledger: Ledger, events: number, style: Style, width: number): string[] {
  const { title, outlet, published, language } = ledger.report;
  const facts = [
    outlet ?? "outlet not stated",
    published === null ? "date not stated" : dateName(published),
    ...(language === "en" || language === "und" ? [] : [languageName(language)]),
  ];
  const speakers = new Set(ledger.claims.map((claim) => claim.source)).size;
  const sum =
    ledger.claims.length === 0
      ? "No claim about an event was found in it."
      : `${plural(ledger.claims.length, "claim")} by ${plural(speakers, "speaker")} about ${plural(events, "event")}`;
  return [
    ...wrap(title ?? "Untitled report", width).map(style.strong),
    ...wrap(facts.join(" · "), width),
    ...wrap(sum, width).map(style.quiet),
  ];
}

const languageName = (tag: string): string =>
  `in ${new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag}`;

/** Partisan wording with what a neutral editor would write, each wording once. */
function loaded(ledger: Ledger, style: Style, width: number): string[] {
  const terms = new Map<string, { words: string; neutral: string | null; kind: string; times: number }>();
  for (const term of ledger.loaded) {
    const words = ledger.report.text.slice(...term.span).replace(/\s+/g, " ");
    const key = `${words.toLowerCase()}|${term.neutral}`;
    const known = terms.get(key);
    if (known) known.times++;
    else terms.set(key, { words, neutral: term.neutral, kind: term.kind, times: 1 });
  }
  if (terms.size === 0) return [];
  const rows = [...terms.values()].map((term) => ({
    words: `“${term.words}”${term.times > 1 ? ` ×${term.times}` : ""}`,
    neutral: term.neutral === null ? "(leave out)" : term.neutral,
    kind: term.kind,
  }));
  const first = Math.min(widest(rows.map((row) => row.words)), Math.floor(width * 0.4));
  const second = Math.min(widest(rows.map((row) => row.neutral)), Math.floor(width * 0.3));
  return [
    "",
    style.strong(ruled("Loaded words, and a neutral reading", width)),
    ...rows.flatMap((row) =>
      indent(
        columns([
          { text: row.words, width: first },
          { text: row.neutral, width: second },
          { text: row.kind, width: width - first - second - 7, paint: style.quiet },
        ]),
        3,
      ),
    ),
  ];
}

/** What the reader doubted or could not resolve, the same doubt once. */
function doubts(ledger: Ledger, style: Style, width: number): string[] {
  const found = new Map<string, string[]>();
  for (const { message, span } of ledger.notices) {
    const words = found.get(message) ?? [];
    if (span !== null) words.push(`“${ledger.report.text.slice(...span).replace(/\s+/g, " ")}”`);
    found.set(message, words);
  }
  if (found.size === 0) return [];
  return [
    "",
    style.strong(ruled("Doubts", width)),
    ...[...found].flatMap(([message, words]) => {
      const where = [...new Set(words)].filter((quoted) => !message.includes(quoted.slice(1, -1)));
      const [first, ...rest] = wrap(where.length === 0 ? message : `${message} ${where.join(", ")}`, width - 3);
      return [` ? ${first}`, ...indent(rest, 3)];
    }),
  ];
}

/** The glyphs that occur, on one line. */
function legend(ledger: Ledger, style: Style, width: number): string[] {
  const sources = new Set(ledger.claims.map((claim) => claim.source));
  const camps = new Set(ledger.actors.filter((actor) => sources.has(actor.id)).map((actor) => CAMP[actor.kind]));
  if (camps.size === 0) return [];
  const glyphs = LEGEND.filter(([camp]) => camps.has(camp)).map(([, words]) => words);
  return ["", ...wrap(glyphs.join(" · "), width).map(style.quiet)];
}
