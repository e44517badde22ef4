import { type Claim, type Event, type Ledger, sufferer } from "../../../index.ts";
import { columns, indent, ruled, widest, wrap } from "./layout.ts";
import { type Style, stance } from "./style.ts";
import { actPhrase, figure, harmName, placeName, timeName, typeName } from "./words.ts";

/** Below this width a claim's figures go on a line of their own. */
const NARROW = 72;
/** Columns of a claim's id. */
const ID = 4;
/** Characters of evidence that are quoted before "[…]". */
const QUOTED = 280;

/** One event: what it is, then every claim about it under its speaker, then the figures side by side. */
export function showEvent(event: Event, number: number, ledger: Ledger, style: Style, width: number): string[] {
  const claims = ledger.claims.filter((claim) => claim.event === event.id);
  return [
    style.strong(ruled(`${number}  ${typeName(event.type)}${stage(event)}`, width)),
    ...indent(circumstances(event, ledger, style, width - 3), 3),
    ...bySpeaker(claims).flatMap((group) => ["", ...indent(showGroup(group, ledger, style, width - 3), 3)]),
    ...tolls(claims, ledger, style, width - 3).map((line) => (line === "" ? "" : `   ${line}`)),
  ];
}

const stage = (event: Event): string => (event.stage === "accomplished" ? "" : `, ${event.stage}`);

function circumstances(event: Event, ledger: Ledger, style: Style, width: number): string[] {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => ledger.actors.find((actor) => actor.id === id)?.name ?? id).join(", ");
  const place = ledger.places.find((candidate) => candidate.id === event.place);
  const things = event.objects.map((thing) =>
    thing.effect === null || thing.effect === "none" ? thing.name : `${thing.name} (${thing.effect})`,
  );
  const rows: [string, string][] = [
    ["said to be by", names(event.agent)],
    ["against", names(event.target)],
    ["hit", [...new Set(things)].join(", ")],
    ["with", event.instrument?.name ?? ""],
    ["where", place ? placeName(place) : ""],
    ["when", event.time ? timeName(event.time) : ""],
  ];
  const filled = rows.filter(([, value]) => value !== "");
  const label = widest(filled.map(([name]) => name));
  return filled.flatMap(([name, value]) =>
    columns([
      { text: name, width: label, paint: style.quiet },
      { text: value, width: width - label - 2 },
    ]),
  );
}

/** Claims of one speaker together, speakers in order of their first claim. */
function bySpeaker(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.source}|${claim.via.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

function showGroup(claims: readonly Claim[], ledger: Ledger, style: Style, width: number): string[] {
  return claims.flatMap((claim, i) => showClaim(claim, i === 0, ledger, style, width));
}

function showClaim(claim: Claim, named: boolean, ledger: Ledger, style: Style, width: number): string[] {
  const source = ledger.actors.find((actor) => actor.id === claim.source);
  const { glyph, paint } = style.speaker(source?.kind ?? "unknown");
  const ownVoice = claim.via.length === 0 && source?.kind === "media";
  const act = `${stance(claim)} ${actPhrase(claim)}${ownVoice ? ", own voice" : ""}`;
  const figures = figuresOf(claim, ledger);
  const relays = claim.via
    .slice(0, -1)
    .map((id) => ledger.actors.find((actor) => actor.id === id)?.name ?? id)
    .join(", then ");
  const id = { text: claim.id, width: ID, paint: style.quiet };
  const speaker = {
    text: named ? `${glyph} ${source?.name ?? claim.source}` : "",
    paint: (line: string) => style.strong(paint(line)),
  };
  return [
    ...(width < NARROW
      ? narrowHead(speaker, figures === "" ? act : `${act}: ${figures}`, id, width)
      : wideHead(speaker, act, figures, id, width)),
    ...(relays === "" || !named ? [] : indent(wrap(`passed on by ${relays}`, width - 2), 2).map(style.quiet)),
    ...indent(wrap(claim.neutral, width - 2), 2),
    ...indent(wrap(quotation(claim, ledger), width - 4), 4).map((line) => style.quiet(line)),
  ];
}

type Cell = { readonly text: string; readonly paint?: (line: string) => string };

function wideHead(speaker: Cell, act: string, figures: string, id: Cell, width: number): string[] {
  const first = Math.floor(width * 0.34);
  const second = Math.floor(width * 0.25);
  return columns([
    { ...speaker, width: first },
    { text: act, width: second },
    { text: figures, width: width - first - second - ID - 6 },
    { ...id, width: ID },
  ]);
}

function narrowHead(speaker: Cell, act: string, id: Cell, width: number): string[] {
  const wide = width - ID - 2;
  if (speaker.text === "")
    return columns([
      { text: act, width: wide - 2 },
      { ...id, width: ID },
    ]).map((line) => `  ${line}`);
  return [
    ...columns([
      { ...speaker, width: wide },
      { ...id, width: ID },
    ]),
    ...indent(wrap(act, width - 2), 2),
  ];
}

const TOLD = { part: "of them ", earlier: "earlier ", revised: "", whole: "" } as const;

/** "13 killed; of them 4 killed; earlier 11 killed"; with the sides where the claim speaks of several. */
function figuresOf(claim: Claim, ledger: Ledger): string {
  const severalSides = new Set(claim.counts.map((count) => count.who)).size > 1;
  return claim.counts
    .map((count) => {
      const side = severalSides && count.who !== null ? `${sufferer(count, ledger)} ` : "";
      return `${TOLD[count.role ?? "whole"]}${figure(count)} ${side}${harmName(count)}`;
    })
    .join("; ");
}

/** The words of the report that bear a claim out, in order, gaps marked. */
function quotation(claim: Claim, ledger: Ledger): string {
  const spans = claim.evidence
    .filter((evidence) => evidence.role === "content" || evidence.role === "cue" || evidence.role === "source")
    .map((evidence) => evidence.span)
    .toSorted((a, b) => a[0] - b[0]);
  const pieces: { start: number; end: number }[] = [];
  for (const [start, end] of spans.length > 0 ? spans : claim.evidence.map((evidence) => evidence.span)) {
    const last = pieces.at(-1);
    if (last && start <= last.end + 2) last.end = Math.max(last.end, end);
    else pieces.push({ start, end });
  }
  const words = pieces.map(({ start, end }) => ledger.report.text.slice(start, end).replace(/\s+/g, " ")).join(" […] ");
  return words.length <= QUOTED ? `“${words}”` : `“${words.slice(0, words.lastIndexOf(" ", QUOTED))} […]”`;
}

/** Rival figures side by side, by side and harm; none is preferred and nothing is added up. */
function tolls(claims: readonly Claim[], ledger: Ledger, style: Style, width: number): string[] {
  const rows = claims.flatMap((claim) =>
    claim.counts.map((count) => ({
      side: sufferer(count, ledger),
      harm: harmName(count),
      figure: `${TOLD[count.role ?? "whole"]}${claim.act === "deny" || claim.polarity === "negative" ? "not " : ""}${figure(count)}`,
      source: ledger.actors.find((actor) => actor.id === claim.source)?.name ?? claim.source,
      id: claim.id,
    })),
  );
  if (rows.length < 2) return [];
  const sides = [...new Set(rows.map((row) => row.side))];
  const harms = [...new Set(rows.map((row) => row.harm))];
  const sorted = sides.flatMap((side) =>
    harms.flatMap((harm) => rows.filter((row) => row.side === side && row.harm === harm)),
  );
  const a = Math.min(widest(sides), Math.floor(width * 0.32));
  const b = Math.min(widest(harms), 12);
  const c = Math.min(widest(rows.map((row) => row.figure)), 16);
  const lines = sorted.flatMap((row, i) => {
    const above = sorted[i - 1];
    const sameSide = above?.side === row.side;
    return columns([
      { text: sameSide ? "" : row.side, width: a },
      { text: sameSide && above.harm === row.harm ? "" : row.harm, width: b },
      { text: row.figure, width: c, paint: style.strong },
      { text: row.source, width: Math.max(8, width - a - b - c - 12) },
      { text: row.id, width: 4, paint: style.quiet },
    ]);
  });
  return ["", style.quiet("Tolls, side by side"), ...lines];
}
