import type { Cell, CellValue, Field, Row, Stance } from "../core/dossier.ts";
import type { Actor, Claim, Count } from "../core/ledger.ts";
import { overlaps, type Span } from "../core/span.ts";
import type { OriginClaims } from "./origins.ts";
import { byId } from "./profile.ts";
import { NOBODY_IN_PARTICULAR, Sides } from "./sides.ts";
import { compareText, type Told } from "./told.ts";
import { fits, verdict } from "./verdict.ts";

const FIRST_FIELDS: readonly Field[] = ["what", "agent", "target", "place", "time", "cause"];

interface Entry {
  readonly field: Field;
  readonly value: CellValue;
  readonly claim: string;
  readonly stance: Stance;
  readonly polarity: Claim["polarity"];
  readonly published: string | null;
}

/** Sources by fields: what each origin says of each, how it stands to it, and how it changed its word. */
export function matrixOf(origins: readonly OriginClaims[]): Row[] {
  const sides = new Sides();
  const rows = new Map<Field, Map<string, Cell[]>>(FIRST_FIELDS.map((field) => [field, new Map()]));
  for (const { origin, told } of origins) {
    const entries = partsDenied(
      told,
      told.map((one) => entriesOf(one, sides)),
    ).flat();
    for (const entry of entries) {
      const row = rows.get(entry.field) ?? new Map<string, Cell[]>();
      rows.set(entry.field, row);
      row.set(origin.key, addEntry(row.get(origin.key) ?? [], entry, origin.key));
    }
  }
  const tolls = [...rows.keys()].filter((f) => !FIRST_FIELDS.includes(f)).sort(byHarm);
  return [...FIRST_FIELDS, ...tolls].map((field): Row => {
    const row = rows.get(field)!;
    const cells = origins.flatMap(({ origin }) => row.get(origin.key) ?? [silent(field, origin.key)]);
    return { field, verdict: verdict(cells), cells };
  });
}

const HARM_ORDER = ["killed", "killed-or-wounded", "wounded", "captured", "missing", "arrested", "displaced"];
const byHarm = (a: string, b: string): number => {
  const rank = (field: string) => HARM_ORDER.indexOf(field.slice(0, field.indexOf(":")));
  return rank(a) - rank(b) || compareText(a, b);
};

const silent = (field: Field, origin: string): Cell => ({
  id: `${field}/${origin}/0`,
  origin,
  stance: "silent",
  polarity: null,
  value: null,
  claims: [],
  published: null,
  supersedes: null,
});

/**
 * The same word again joins its cell. Another figure of the same stance revises the one before; days and places that fit are one version
 * told more or less exactly, since they stand in the report around the source's words rather than in its mouth.
 */
function addEntry(cells: readonly Cell[], entry: Entry, origin: string): Cell[] {
  const same = cells.findIndex(
    (cell) => cell.stance === entry.stance && cell.polarity === entry.polarity && sameValue(cell.value, entry.value),
  );
  if (same >= 0) {
    const cell = cells[same]!;
    if (cell.claims.includes(entry.claim)) return [...cells];
    return cells.with(same, { ...cell, claims: [...cell.claims, entry.claim] });
  }
  const loose = entry.value.kind === "time" || entry.value.kind === "place";
  const fitting = loose
    ? cells.findIndex(
        (cell) => cell.stance === entry.stance && ["same", "fits"].includes(fits(cell.value, entry.value)),
      )
    : -1;
  if (fitting >= 0) {
    const cell = cells[fitting]!;
    const value = isFiner(entry.value, cell.value!) ? entry.value : cell.value;
    return cells.with(fitting, { ...cell, value, claims: [...new Set([...cell.claims, entry.claim])] });
  }
  const former = formerOf(cells, entry);
  const cell: Cell = {
    id: `${entry.field}/${origin}/${cells.length + 1}`,
    origin,
    stance: entry.stance,
    polarity: entry.polarity,
    value: entry.value,
    claims: [entry.claim],
    published: entry.published,
    supersedes: former?.id ?? null,
  };
  return [...cells, cell];
}

/** The cell that an entry revises: an earlier figure of the same stance; or the same thing denied before and asserted now, or the other way. */
function formerOf(cells: readonly Cell[], entry: Entry): Cell | undefined {
  if (entry.value.kind === "toll") return cells.findLast((c) => c.stance === entry.stance && c.value?.kind === "toll");
  if (entry.value.kind !== "type" && entry.value.kind !== "parties") return undefined;
  const turned = cells.findLast((cell) => cell.stance !== entry.stance && cell.stance !== "silent");
  if (!turned || turned.published === null || entry.published === null) return undefined;
  return turned.published < entry.published && ["same", "fits"].includes(fits(turned.value, entry.value))
    ? turned
    : undefined;
}

/**
 * Who says that others did it and denies having done it does not deny that it was done: such a denial is one of the doer alone.
 * "It was the rebels who shelled the market, not we."
 */
function partsDenied(told: readonly Told[], entries: readonly (readonly Entry[])[]): readonly (readonly Entry[])[] {
  const agents = ({ actors, event }: Told): readonly string[] => event.agent.map((id) => actors.get(id)?.name ?? id);
  const blamed = told.filter((one) => stanceOf(one.claim) === "asserts").map(agents);
  return entries.map((own, i) => {
    const denied = agents(told[i]!);
    const elsewhere = blamed.some((names) => names.length > 0 && !names.some((name) => denied.includes(name)));
    const named = own.some((entry) => entry.field === "agent");
    return stanceOf(told[i]!.claim) === "denies" && named && elsewhere
      ? own.filter((entry) => entry.field === "agent")
      : own;
  });
}

const sameValue = (a: CellValue | null, b: CellValue | null): boolean => JSON.stringify(a) === JSON.stringify(b);

function isFiner(a: CellValue, b: CellValue): boolean {
  if (a.kind === "place" && b.kind === "place") return a.place.precision < b.place.precision;
  if (a.kind !== "time" || b.kind !== "time") return false;
  const days = ({ time }: typeof a) => Date.parse(time.end.slice(0, 10)) - Date.parse(time.start.slice(0, 10));
  return days(a) < days(b);
}

function stanceOf(claim: Claim): Stance {
  if (claim.act === "doubt") return "doubts";
  return claim.polarity === "negative" ? "denies" : "asserts";
}

/**
 * The agents of the event that a claim may name. Where its sentence names another than whoever speaks, the speaker is not among them: he is
 * an agent in somebody else's account. "It was the rebels who shelled the market, to blame the army", the army said.
 */
function ownAgents({ claim, event, actors }: Told): readonly string[] {
  const others = event.agent.filter(
    (id) => id !== claim.source && !event.target.includes(id) && claim.neutral.includes(actors.get(id)?.name ?? id),
  );
  return others.length > 0 ? others : event.agent;
}

/**
 * What one claim says of each field. A claim speaks of who did it, where and when only where the words it rests on do: a hospital that
 * counts the dead is not made to name the killers because its report does. Who denies or doubts an event says nothing of when and where
 * it was: the place and day in such a claim only tell which event is meant.
 */
function entriesOf(one: Told, sides: Sides): Entry[] {
  const { ledger, claim, event, actors } = one;
  const base = {
    claim: `${ledger.report.id}/${claim.id}`,
    stance: stanceOf(claim),
    polarity: claim.polarity,
    published: ledger.report.published,
  };
  const spans = claim.evidence.map((e) => e.span);
  const within = (mentions: readonly Span[]) => mentions.some((m) => spans.some((s) => overlaps(m, s)));
  const entries: Entry[] = [{ ...base, field: "what", value: { kind: "type", type: event.type } }];
  // "The puppets of Kigali shelled the market": whom such words mean may be found only in the claim's sentence, which is made of its own words.
  const told = (actor: Actor | undefined): boolean =>
    actor !== undefined && (within(actor.mentions) || claim.neutral.includes(actor.name));
  // Whoever speaks is named by every sentence: only what is said, or its wording as an accusation of others, tells whether he is a party to it.
  const content = claim.evidence.filter((e) => e.role === "content").map((e) => e.span);
  const speaks = (id: string): boolean =>
    claim.act !== "accuse" && (actors.get(id)?.mentions ?? []).some((m) => content.some((s) => overlaps(m, s)));
  const named = (ids: readonly string[]): string[] =>
    ids
      .filter((id) => (id === claim.source ? speaks(id) : told(actors.get(id))))
      .map((id) => actors.get(id)?.name ?? id)
      .sort();
  const agents =
    claim.act === "claim-responsibility" && event.agent.includes(claim.source)
      ? [actors.get(claim.source)!.name]
      : named(ownAgents(one));
  if (agents.length > 0) entries.push({ ...base, field: "agent", value: { kind: "parties", names: agents } });
  // nor does a claim say that those were hit whom it names as the doers
  const targets = named(event.target).filter((name) => !agents.includes(name));
  if (targets.length > 0) entries.push({ ...base, field: "target", value: { kind: "parties", names: targets } });
  const place = event.place === null || base.stance !== "asserts" ? undefined : byId(ledger.places).get(event.place);
  if (place && within(place.mentions)) {
    const { id: _, mentions: __, ...where } = place;
    entries.push({ ...base, field: "place", value: { kind: "place", place: where } });
  }
  if (event.time && base.stance === "asserts" && (within(event.time.evidence) || event.time.evidence.length === 0)) {
    const { evidence: _, ...when } = event.time;
    entries.push({ ...base, field: "time", value: { kind: "time", time: when } });
  }
  if (event.instrument && within([event.instrument.span])) {
    entries.push({ ...base, field: "cause", value: { kind: "cause", words: event.instrument.name } });
  }
  return [...entries, ...tollsOf(one, sides).map((toll) => ({ ...base, ...toll }))];
}

/**
 * The figures of a claim, an earlier one before the one that replaced it. A part is no version of the whole it is counted in: it stands only
 * where its side has a row of its own ("18 killed, two of them soldiers").
 */
function tollsOf(one: Told, sides: Sides): Pick<Entry, "field" | "value">[] {
  const { counts } = one.claim;
  const told = [...counts.filter(isEarlier), ...counts.filter((count) => !isEarlier(count))].map((count) => {
    const who = sides.of(one, count);
    return { count, who, field: `${count.harm}:${who}` as const };
  });
  const wholes = new Set<string>(told.flatMap(({ count, field }) => (count.role === "part" ? [] : [field])));
  return told.flatMap(({ count: { low, high, bound, role }, who, field }) => {
    if (role !== "part") return [{ field, value: { kind: "toll", low, high, bound, who } }];
    if (wholes.has(field) || who === NOBODY_IN_PARTICULAR) return [];
    return [{ field, value: { kind: "toll", low, high, bound, who, part: true } }];
  });
}

const isEarlier = ({ role }: Count): boolean => role === "earlier";
