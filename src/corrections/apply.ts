import type { Correction, FindingKind, Note, Review } from "../core/correction.ts";
import type { Actor, Claim, Event, Ledger, LoadedTerm, Place } from "../core/ledger.ts";
import type { Span } from "../core/span.ts";
import { findAgain, loadedIndex } from "./anchors.ts";
import type { NamedRef } from "./fields.ts";

export interface Corrected {
  /** What dossiers and exports use. */
  readonly ledger: Ledger;
  readonly reviews: readonly Review[];
  readonly notes: readonly Note[];
  /** Corrections whose words or finding are no longer there: kept, shown, without effect. */
  readonly unanchored: readonly Correction[];
}

/** Lays corrections over the machine's reading, in order of time. Pure; the machine's ledger stays as it is. */
export function applyCorrections(machine: Ledger, corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { ledger: machine, reviews: [], notes: [], unanchored: [] };
  const draft = new Draft(machine);
  const byFinding = new Map<string, Correction[]>();
  const unanchored: Correction[] = [];
  const notes: Note[] = [];
  for (const correction of [...corrections].sort((a, b) =>
    a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1,
  )) {
    const id = findAgain(machine, correction);
    if (id === null) unanchored.push(correction);
    else if (correction.verdict === "note") {
      const finding = { kind: correction.finding.kind, id };
      notes.push({
        id: correction.id,
        finding,
        words: correction.reason,
        author: correction.author,
        time: correction.time,
      });
    } else {
      const key = `${correction.finding.kind}/${id}`;
      byFinding.set(key, [...(byFinding.get(key) ?? []), correction]);
    }
  }
  const reviews: Review[] = [];
  for (const [key, own] of byFinding) {
    const [kind, id] = key.split("/") as [FindingKind, string];
    const before: Record<string, unknown> = {};
    let state: Review["state"] = "accepted";
    for (const correction of own) {
      if (correction.verdict === "correct") {
        if (!(correction.field in before)) before[correction.field] = draft.get(kind, id, correction.field);
        draft.set(kind, id, correction.field, correction.value);
        state = "corrected";
      } else if (correction.verdict === "reject") state = "rejected";
      else if (state === "rejected") state = Object.keys(before).length > 0 ? "corrected" : "accepted";
    }
    if (state === "rejected") draft.reject(kind, id);
    reviews.push({ finding: { kind, id }, state, corrections: own, before });
  }
  return { ledger: draft.ledger(), reviews, notes, unanchored };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A ledger being changed. */
class Draft {
  private readonly actors: Mutable<Actor>[];
  private readonly places: Mutable<Place>[];
  private readonly events: Mutable<Event>[];
  private readonly claims: Mutable<Claim>[];
  private readonly loaded: Mutable<LoadedTerm>[];
  private readonly rejected = new Set<string>();

  constructor(private readonly machine: Ledger) {
    this.actors = machine.actors.map((a) => ({ ...a }));
    this.places = machine.places.map((p) => ({ ...p }));
    this.events = machine.events.map((e) => ({ ...e }));
    this.claims = machine.claims.map((c) => ({ ...c }));
    this.loaded = machine.loaded.map((l) => ({ ...l }));
  }

  private find(kind: FindingKind, id: string): Record<string, unknown> {
    if (kind === "report") return {};
    if (kind === "loaded") return this.loaded[loadedIndex(id)] as unknown as Record<string, unknown>;
    const all = { claim: this.claims, event: this.events, actor: this.actors, place: this.places }[kind];
    return (all as { id: string }[]).find((f) => f.id === id) as unknown as Record<string, unknown>;
  }

  get(kind: FindingKind, id: string, field: string): unknown {
    const finding = this.find(kind, id);
    if (field !== "span") return finding[field];
    return kind === "event" ? finding.trigger : finding.evidence;
  }

  set(kind: FindingKind, id: string, field: string, value: unknown): void {
    const finding = this.find(kind, id);
    if (field === "span") {
      if (kind === "event") finding.trigger = value;
      else
        finding.evidence = [
          { span: value as Span, role: "content", rule: "coder" },
          ...(finding.evidence as Claim["evidence"]).filter((e) => e.role !== "content"),
        ];
    } else if (field === "place") finding.place = value === null ? null : this.placeOf(value as NamedRef);
    else if (field === "source" || field === "memberOf")
      finding[field] = value === null ? null : this.actorOf(value as NamedRef);
    else if (field === "via" || field === "agent" || field === "target")
      finding[field] = (value as NamedRef[]).map((ref) => this.actorOf(ref));
    else if (field === "time" && value !== null) finding.time = { basis: "stated", evidence: [], ...(value as object) };
    else if (field === "counts") {
      const where = (this.find("claim", id).evidence as Claim["evidence"])[0]!.span;
      finding.counts = (value as object[]).map((count) => ({ who: null, span: where, ...count }));
    } else finding[field] = value;
  }

  reject(kind: FindingKind, id: string): void {
    this.rejected.add(`${kind}/${id}`);
  }

  private actorOf(ref: NamedRef): string {
    const known = this.actors.find((a) => (ref.entry !== null && a.entry === ref.entry) || a.name === ref.name);
    if (known) return known.id;
    const id = `x${this.actors.length}`;
    this.actors.push({
      id,
      name: ref.name,
      entry: ref.entry,
      kind: "unknown",
      country: null,
      memberOf: null,
      mentions: [],
      epithets: [],
    });
    return id;
  }

  private placeOf(ref: NamedRef): string {
    const known = this.places.find((p) => (ref.entry !== null && p.entry === ref.entry) || p.name === ref.name);
    if (known) return known.id;
    const id = `y${this.places.length}`;
    const given = ref as NamedRef & Partial<Place>;
    this.places.push({
      id,
      name: ref.name,
      entry: ref.entry ?? null,
      country: given.country ?? null,
      admin1: given.admin1 ?? null,
      latitude: given.latitude ?? null,
      longitude: given.longitude ?? null,
      precision: given.precision ?? 5,
      mentions: [],
    });
    return id;
  }

  /** What was rejected falls, and with it what hangs on it: an event's claims, an actor's claims and roles, a place's events' place. */
  ledger(): Ledger {
    const gone = (kind: FindingKind, id: string | null) => id !== null && this.rejected.has(`${kind}/${id}`);
    const events = this.events
      .filter((e) => !gone("event", e.id))
      .map((e) => ({
        ...e,
        agent: e.agent.filter((a) => !gone("actor", a)),
        target: e.target.filter((a) => !gone("actor", a)),
        place: gone("place", e.place) ? null : e.place,
      }));
    return {
      ...this.machine,
      actors: this.actors
        .filter((a) => !gone("actor", a.id))
        .map((a) => (gone("actor", a.memberOf) ? { ...a, memberOf: null } : a)),
      places: this.places.filter((p) => !gone("place", p.id)),
      events,
      claims: this.claims.filter((c) => !gone("claim", c.id) && !gone("event", c.event) && !gone("actor", c.source)),
      loaded: this.loaded.filter((_, i) => !gone("loaded", `l${i + 1}`)),
    };
  }
}
