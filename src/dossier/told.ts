import type { Actor, Claim, Event, Ledger } from "../core/ledger.ts";
import { byId, type Profile } from "./profile.ts";
import { type Speaker, speakerOf } from "./speakers.ts";

/** A claim on one of a dossier's events, with all that is needed to place it. */
export interface Told {
  readonly ledger: Ledger;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly event: Event;
  readonly claim: Claim;
  readonly speaker: Speaker;
}

/**
 * All claims that reports hold on the events of a dossier, in order of publication, then of the text. What is only planned, supposed or
 * conditional is left out, unless nothing else is told: then the dossier is of a threat, and the threats are its versions.
 */
export function toldOf(members: readonly Profile[], ledgers: ReadonlyMap<string, Ledger>): Told[] {
  const all: Told[] = [];
  const byReport = new Map<string, Set<string>>();
  for (const { ref } of members) byReport.set(ref.report, (byReport.get(ref.report) ?? new Set()).add(ref.event));
  const reports = [...byReport.keys()]
    .map((id) => ledgers.get(id))
    .filter((ledger): ledger is Ledger => ledger !== undefined)
    .sort(
      (a, b) =>
        compareText(a.report.published ?? "9", b.report.published ?? "9") || compareText(a.report.id, b.report.id),
    );
  for (const ledger of reports) {
    const wanted = byReport.get(ledger.report.id)!;
    const actors = byId(ledger.actors);
    const events = byId(ledger.events);
    for (const claim of ledger.claims) {
      const event = events.get(claim.event);
      if (!event || !wanted.has(event.id)) continue;
      const speaker = speakerOf(ledger, claim, actors);
      if (speaker) all.push({ ledger, actors, event, claim, speaker });
    }
  }
  const actual = all.filter(({ claim }) => claim.modality === "actual");
  return actual.length > 0 ? actual : all;
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
