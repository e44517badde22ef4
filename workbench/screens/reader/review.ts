import { useQueryClient } from "@tanstack/react-query";
import type { Claim, Ledger } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { coder } from "../../coder.ts";
import { say } from "../../shell/undo.tsx";
import type { Change } from "./EditDialog.tsx";

/** What a coder does with claims; each act is kept, said at the foot, and can be undone. */
export function useReview(ledger: Ledger) {
  const client = useQueryClient();
  const report = ledger.report.id;
  const run = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      say(said, true);
    } catch (error) {
      say((error as Error).message);
    }
    await client.invalidateQueries();
  };
  const each = async (claims: readonly Claim[], verdict: "accept" | "reject", reason: string) => {
    for (const claim of claims)
      await api.correct({ report, finding: { kind: "claim", id: claim.id }, author: coder(), reason, verdict });
  };
  return {
    tell: (text: string) => say(text),
    accept: (claims: readonly Claim[]) =>
      run(() => each(claims, "accept", ""), claims.length === 1 ? "Accepted." : `Accepted ${claims.length} claims.`),
    reject: (claim: Claim, reason: string) => run(() => each([claim], "reject", reason), "Rejected."),
    note: (finding: { kind: "claim" | "report"; id: string }, words: string) =>
      run(() => api.correct({ report, finding, author: coder(), reason: words, verdict: "note" }), "Noted."),
    save: (changes: readonly Change[], reason: string) =>
      run(async () => {
        for (const { kind, id, field, value } of changes) {
          await api.correct({
            report,
            finding: { kind, id },
            author: coder(),
            reason,
            verdict: "correct",
            field,
            value,
          });
        }
      }, "Corrected."),
  };
}
