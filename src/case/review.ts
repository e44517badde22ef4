import { randomUUID } from "node:crypto";
import type { Correction, CorrectionDraft } from "../core/correction.ts";
import { type Decision, type DecisionBody, refKey } from "../core/dossier.ts";
import { Problem } from "../core/problem.ts";
import { anchorOf, likenessOf } from "../corrections/anchors.ts";
import { checkedValue } from "../corrections/fields.ts";
import { eventsOf } from "../dossier/reconcile.ts";
import type { Store } from "../stores/store.ts";
import { applyAlias, checkAlias } from "./aliases.ts";
import type { HistoryItem, Page } from "./case.ts";
import { correctedLedger, matchAgain } from "./keep.ts";
import { applyDecision } from "./matching.ts";

export async function decide(
  store: Store,
  draft: DecisionBody & { author: string; reason: string },
  now: () => Date,
): Promise<Decision> {
  signed(draft.author);
  const decision = { ...draft, id: `D-${randomUUID()}`, time: now().toISOString() } as Decision;
  await store.write(async (writer) => {
    if (decision.kind === "alias") {
      await checkAlias(writer, decision);
      await writer.putDecision(decision);
      if (decision.verdict === "one") await applyAlias(writer, decision);
      return;
    }
    const keys = eventsOf(decision);
    const known = new Set((await writer.profiles(keys)).map((p) => p.key));
    const missing = keys.find((key) => !known.has(key));
    if (missing !== undefined)
      throw new Problem("E-CASE-03", `${missing} is no event of this case.`, "List them with: hearsay events.");
    if (decision.kind === "split") {
      if (decision.members.length === 0 || decision.rest.length === 0)
        throw new Problem("E-CASE-05", "A split needs members that go and members that stay.", "Give both.");
      const stays = new Set(decision.rest.map(refKey));
      if (decision.members.some((m) => stays.has(refKey(m))))
        throw new Problem("E-CASE-05", "A member cannot both go and stay.", "Give each once.");
    }
    await writer.putDecision(decision);
    await applyDecision(writer, decision, true);
  });
  return decision;
}

export async function correct(store: Store, draft: CorrectionDraft, now: () => Date): Promise<Correction> {
  signed(draft.author);
  const kept = await store.report(draft.report);
  if (!kept) throw new Problem("E-CASE-01", `There is no report ${draft.report}.`, "List them with: hearsay reports.");
  const { kind, id } = draft.finding;
  if (draft.verdict === "note" && draft.reason.trim() === "")
    throw new Problem("E-CORRECT-04", "A note needs words.", "Give them as the reason.");
  if (kind === "report" && draft.verdict !== "note")
    throw new Problem("E-CORRECT-02", "A whole report takes notes only.", "Name a finding of it: c3, e1.");
  const anchor = anchorOf(kept.ledger, kind, id);
  const likeness = likenessOf(kept.ledger, kind, id);
  const body =
    draft.verdict === "correct"
      ? {
          verdict: draft.verdict,
          field: draft.field,
          value: checkedValue(await correctedLedger(store, kept.ledger), kind, draft.field, draft.value),
        }
      : { verdict: draft.verdict };
  const { report, finding, author, reason } = draft;
  const correction = {
    id: `C-${randomUUID()}`,
    report,
    finding,
    anchor,
    likeness,
    author,
    time: now().toISOString(),
    reason,
    ...body,
  } as Correction;
  await store.write(async (writer) => {
    await writer.putCorrection(correction);
    if (correction.verdict !== "accept" && correction.verdict !== "note") await matchAgain(writer, report);
  });
  return correction;
}

export async function undo(store: Store, id: string, author: string, now: () => Date): Promise<void> {
  signed(author);
  await store.write(async (writer) => {
    const decision = (await writer.decisions()).find((kept) => kept.item.id === id)?.item;
    const correction = decision
      ? undefined
      : (await writer.corrections(null)).find((kept) => kept.item.id === id)?.item;
    if (!(await writer.undo(id, { author, time: now().toISOString() }))) {
      throw new Problem(
        "E-CASE-06",
        `There is nothing in force under ${id}.`,
        "See the history: it may be taken back already.",
      );
    }
    if (decision?.kind === "alias") {
      if (decision.verdict === "one") await applyAlias(writer, decision);
    } else if (decision) await applyDecision(writer, decision, false);
    if (correction && correction.verdict !== "note") await matchAgain(writer, correction.report);
  });
}

function signed(author: string): void {
  if (author.trim() === "")
    throw new Problem(
      "E-CASE-07",
      "A decision needs the name of who takes it.",
      "Give --author, or set HEARSAY_AUTHOR.",
    );
}

export async function history(
  store: Store,
  report: string | undefined,
  offset: number,
  limit: number,
): Promise<Page<HistoryItem>> {
  const decisions = (await store.decisions(true))
    .filter(({ item }) => report === undefined || eventsOf(item).some((key) => key.startsWith(`${report}/`)))
    .map(({ item, undone }): HistoryItem => ({ kind: "decision", decision: item, undone }));
  const corrections = (await store.corrections(report ?? null, true)).map(
    ({ item, undone }): HistoryItem => ({ kind: "correction", correction: item, undone }),
  );
  const time = (item: HistoryItem) => (item.kind === "decision" ? item.decision.time : item.correction.time);
  const all = [...decisions, ...corrections].sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0));
  return { items: all.slice(offset, offset + limit), total: all.length };
}
