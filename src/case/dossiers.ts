import { type Dossier, type EventRef, refKey } from "../core/dossier.ts";
import type { Ledger } from "../core/ledger.ts";
import { Problem } from "../core/problem.ts";
import { assemble } from "../dossier/assemble.ts";
import { compare, reasons } from "../dossier/compare.ts";
import { fold } from "../dossier/names.ts";
import type { Profile } from "../dossier/profile.ts";
import { eventsOf } from "../dossier/reconcile.ts";
import type { DossierHead, Store, StoreReader } from "../stores/store.ts";
import type { DossierRow, EventSummary, Page, QueueItem } from "./case.ts";
import { correctedLedgers } from "./keep.ts";

/** Puts a dossier together from what the store holds; null where it has no members any more. */
export async function loadDossier(store: StoreReader, id: string): Promise<Dossier | null> {
  const members = await store.members([id]);
  if (members.length === 0) return null;
  const ledgers = await correctedLedgers(store, [...new Set(members.map((m) => m.ref.report))]);
  const inside = new Set(members.map((m) => m.key));
  const decisions = (await store.decisions())
    .map((kept) => kept.item)
    .filter((d) => eventsOf(d).some((key) => inside.has(key)));
  const settled = new Set(decisions.filter((d) => d.kind === "never" || d.kind === "hold").flatMap((d) => eventsOf(d)));
  const edges = (await store.edges([...inside])).filter((e) => inside.has(e.a) !== inside.has(e.b));
  const outside = new Map(
    (await store.profiles([...new Set(edges.flatMap((e) => [e.a, e.b]))])).map((p) => [p.key, p]),
  );
  const near = edges
    .filter((e) => !(settled.has(e.a) && settled.has(e.b)))
    .map((edge) => ({ edge, outside: outside.get(inside.has(edge.a) ? edge.b : edge.a)! }))
    .filter(({ outside }) => outside !== undefined);
  return assemble({ id, members, ledgers, near, decisions });
}

/** The id that begins so; E-CASE-02 where none or several do. */
export async function fullId(store: StoreReader, id: string): Promise<string> {
  const found = await store.dossierIds(id.startsWith("d-") ? id : `d-${id}`, 2);
  if (found.length === 1 || found[0] === id) return found[0]!;
  throw new Problem(
    "E-CASE-02",
    found.length === 0 ? `There is no dossier ${id}.` : `Several dossiers begin with ${id}.`,
    "List them with: hearsay events.",
  );
}

const ORDER = ["contradict", "differ", "agree", "one-voice", "silent"] as const;

export function headOf(dossier: Dossier): DossierHead {
  const killed = dossier.matrix.filter((row) => row.field.startsWith("killed:")).flatMap((row) => row.cells);
  const tolls = killed.flatMap((c) => (c.value?.kind === "toll" && c.stance === "asserts" ? [c.value] : []));
  const open = tolls.some((t) => t.high === null);
  const { place, time } = dossier;
  const names = dossier.matrix
    .filter((row) => row.field === "agent" || row.field === "target")
    .flatMap((row) => row.cells.flatMap((c) => (c.value?.kind === "parties" ? c.value.names : [])));
  const { id: _, mentions: __, ...where } = place ?? { id: "", mentions: [] };
  return {
    id: dossier.id,
    title: dossier.title,
    type: dossier.type,
    place: place === null ? null : { kind: "place", place: where as never },
    start: time?.start ?? null,
    end: time?.end ?? null,
    timePrecision: time?.precision ?? null,
    reports: new Set(dossier.members.map((m) => m.report)).size,
    independent: dossier.independent,
    killedLow: tolls.length === 0 ? null : Math.min(...tolls.map((t) => t.low)),
    killedHigh: tolls.length === 0 || open ? null : Math.max(...tolls.map((t) => t.high!)),
    verdict: ORDER.find((v) => dossier.matrix.some((row) => row.verdict === v)) ?? "silent",
    waiting: dossier.waiting.length,
    actors: [...new Set([...names, ...dossier.origins.map((o) => o.actor)].map(fold))].sort(),
  };
}

export const rowOf = (head: DossierHead): DossierRow => ({
  id: head.id,
  title: head.title,
  type: head.type,
  place: head.place?.place ?? null,
  time: head.start === null ? null : { start: head.start, end: head.end!, precision: head.timePrecision! },
  reports: head.reports,
  independent: head.independent,
  killed: head.killedLow === null ? null : { low: head.killedLow, high: head.killedHigh },
  verdict: head.verdict as DossierRow["verdict"],
  waiting: head.waiting,
});

/** Heads are made current in portions, so that a large case never keeps other writers waiting. */
const PORTION = 50;

export async function refresh(store: Store): Promise<void> {
  for (;;) {
    const stale = await store.stale(PORTION);
    if (stale.length === 0) return;
    await store.write(async (writer) => {
      for (const id of stale) {
        const dossier = await loadDossier(writer, id);
        await writer.putDossier(id, dossier === null ? null : headOf(dossier));
      }
    });
  }
}

export async function queue(store: StoreReader, offset: number, limit: number): Promise<Page<QueueItem>> {
  const { items, total } = await store.waiting({ offset, limit });
  const profiles = new Map(
    (await store.profiles([...new Set(items.flatMap((e) => [e.a, e.b]))])).map((p) => [p.key, p]),
  );
  const ledgers = await correctedLedgers(store, [...new Set([...profiles.values()].map((p) => p.ref.report))]);
  const dossiers = await store.dossiersOf([...profiles.keys()]);
  const summary = (profile: Profile) =>
    eventSummary(profile.ref, ledgers.get(profile.ref.report)!, dossiers.get(profile.key) ?? "");
  return {
    total,
    items: items.map(({ a, b, score }): QueueItem => {
      const [x, y] = [profiles.get(a)!, profiles.get(b)!];
      return { a: summary(x), b: summary(y), score, ...reasons(compare(x, y)) };
    }),
  };
}

export function eventSummary(ref: EventRef, ledger: Ledger, dossier: string): EventSummary {
  const event = ledger.events.find((e) => e.id === ref.event);
  if (!event)
    throw new Problem("E-CASE-03", `${refKey(ref)} is no event.`, "Open the report again: it may have been read anew.");
  const name = (id: string) => ledger.actors.find((a) => a.id === id)?.name ?? id;
  const { time } = event;
  return {
    ref,
    dossier,
    outlet: ledger.report.outlet,
    published: ledger.report.published,
    type: event.type,
    agent: event.agent.map(name),
    target: event.target.map(name),
    place: ledger.places.find((p) => p.id === event.place)?.name ?? null,
    time: time === null ? null : time.start === time.end ? time.start : `${time.start}/${time.end}`,
    quote: sentenceAround(ledger.report.text, event.trigger),
  };
}

/** The sentence that holds a span, or as much of it as fits a line or two. */
export function sentenceAround(text: string, [start, end]: readonly [number, number], most = 320): string {
  const before = Math.max(
    text.lastIndexOf("\n", start),
    ...[". ", "! ", "? "].map((stop) => text.lastIndexOf(stop, start) + 1),
  );
  const ends = ["\n", ". ", "! ", "? "].map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0);
  const after = ends.length === 0 ? text.length : Math.min(...ends) + 1;
  const from = Math.max(before, start - most / 2, 0);
  const until = Math.min(after, end + most / 2);
  return `${from > before ? "…" : ""}${text.slice(from, until).replace(/\s+/g, " ").trim()}${until < after ? "…" : ""}`;
}
