import type { Ledger } from "../core/ledger.ts";
import { sha256 } from "../intake/index.ts";
import type { Store } from "../stores/store.ts";
import type { VerifySummary } from "./case.ts";

/** Rehashes originals and texts, and checks that every span lies in its text and every reference leads somewhere. */
export async function verify(store: Store): Promise<VerifySummary> {
  const ids = await store.reportIds();
  const faults: { report: string; what: string }[] = [];
  for (const id of ids) {
    const kept = await store.report(id);
    if (!kept) continue;
    const fault = (what: string) => faults.push({ report: id, what: `${kept.name}: ${what}` });
    const bytes = await store.original(kept.original);
    if (bytes === null) fault("the original is missing");
    else if (sha256(bytes) !== kept.original) fault("the original is not what was read: its hash differs");
    if (sha256(new TextEncoder().encode(kept.ledger.report.text)) !== id)
      fault("the text is not what was read: its hash differs");
    for (const what of faultsOf(kept.ledger)) fault(what);
  }
  return { reports: ids.length, faults };
}

function* faultsOf(ledger: Ledger): Generator<string> {
  const { length } = ledger.report.text;
  const actors = new Set(ledger.actors.map((a) => a.id));
  const places = new Set(ledger.places.map((p) => p.id));
  const events = new Set(ledger.events.map((e) => e.id));
  for (const claim of ledger.claims) {
    if (claim.evidence.length === 0) yield `claim ${claim.id} has no evidence`;
    if (claim.evidence.some(({ span }) => span[0] < 0 || span[1] > length || span[0] >= span[1]))
      yield `claim ${claim.id} points outside the text`;
    if (!events.has(claim.event)) yield `claim ${claim.id} is of no event`;
    if (!actors.has(claim.source)) yield `claim ${claim.id} has no source`;
  }
  for (const event of ledger.events) {
    if ([...event.agent, ...event.target].some((id) => !actors.has(id)))
      yield `event ${event.id} names an actor that is not there`;
    if (event.place !== null && !places.has(event.place)) yield `event ${event.id} names a place that is not there`;
  }
}
