import type { Correction } from "../core/correction.ts";
import type { Ledger } from "../core/ledger.ts";
import { applyCorrections } from "../corrections/apply.ts";
import { type Aliases, aliasesOf, withAliases } from "../dossier/aliases.ts";
import type { Store, StoredReport, StoreReader, StoreWriter } from "../stores/store.ts";
import { copySignature, decisionsInForce, findOriginal, matchAll, matchReport, renameInDecisions } from "./matching.ts";

/** What is to be kept of one report. */
export type NewReport = Omit<StoredReport, "order" | "copyOf">;

/** Keeps a report and matches its events, all or nothing. `replaces`: the report that this one is a new version of. */
export async function keepReport(
  writer: StoreWriter,
  report: NewReport,
  bytes: Uint8Array,
  replaces: string | null,
): Promise<void> {
  const former = await writer.report(report.id);
  if (replaces !== null && replaces !== report.id) await forget(writer, replaces);
  if (former) await renameInDecisions(writer, former.ledger, report.ledger);
  const { text } = report.ledger.report;
  const copyOf = await findOriginal(writer, report.id, text);
  const { bytes: signature, bands } = copySignature(text);
  await writer.putOriginal(report.original, bytes);
  // Copies post no bands: the first print stands for all of them.
  await writer.putReport({ ...report, order: 0, copyOf }, signature, copyOf === null ? bands : []);
  await matchReport(writer, await correctedLedger(writer, report.ledger), copyOf ?? report.id);
}

/** Takes a report out; what it shared dossiers with is grouped anew. */
export async function forget(writer: StoreWriter, report: string): Promise<void> {
  const kept = await writer.report(report);
  if (!kept) return;
  await matchReport(writer, { ...kept.ledger, events: [], claims: [] }, report);
  await writer.removeReport(report);
}

export async function correctionsOf(store: StoreReader, report: string): Promise<Correction[]> {
  return (await store.corrections(report)).map((kept) => kept.item);
}

/** Names that coders said are one actor's, as they stand now. */
export const aliasesIn = async (store: StoreReader): Promise<Aliases> => aliasesOf(await decisionsInForce(store));

/** A ledger with the coder's corrections and aliases in force: what is matched with others. */
export async function correctedLedger(store: StoreReader, machine: Ledger, aliases?: Aliases): Promise<Ledger> {
  const { ledger } = applyCorrections(machine, await correctionsOf(store, machine.report.id));
  return withAliases(ledger, aliases ?? (await aliasesIn(store)));
}

/** Corrected ledgers of several reports, by report id. */
export async function correctedLedgers(store: StoreReader, reports: readonly string[]): Promise<Map<string, Ledger>> {
  const found = new Map<string, Ledger>();
  const aliases = await aliasesIn(store);
  for (const { ledger } of await store.reports(reports))
    found.set(ledger.report.id, await correctedLedger(store, ledger, aliases));
  return found;
}

/** Matches the whole case anew; all or nothing. */
export async function regroupAll(store: Store): Promise<void> {
  await store.write(async (writer) => {
    const aliases = await aliasesIn(writer);
    await matchAll(writer, async (report) => {
      const kept = await writer.report(report);
      if (!kept) return null;
      return { ledger: await correctedLedger(writer, kept.ledger, aliases), copyGroup: kept.copyOf ?? report };
    });
  });
}

/** Matches a report anew after what it says has changed. */
export async function matchAgain(writer: StoreWriter, report: string): Promise<void> {
  const kept = await writer.report(report);
  if (!kept) return;
  await matchReport(writer, await correctedLedger(writer, kept.ledger), kept.copyOf ?? report);
  // What a claim says may have changed while its event stays where it is.
  const own = await writer.profilesOfReport(report);
  await writer.touch([...new Set((await writer.dossiersOf(own.map((p) => p.key))).values())]);
}
