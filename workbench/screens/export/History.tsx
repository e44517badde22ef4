import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Correction, Decision, HistoryItem, Ledger } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { valueWords } from "../../parts/words.ts";
import { fieldTitle } from "../dossiers/fields.ts";

const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** A value as a coder would say it: words as they are, names of what ids stand for, the rest as written down. */
const show = (value: unknown, ledger: Ledger | undefined): string => {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value !== "string") return JSON.stringify(value);
  const named = [...(ledger?.actors ?? []), ...(ledger?.places ?? [])].find(({ id }) => id === value);
  return named?.name ?? value;
};

/** "one actor: Jund al Khilafa and Jund al-Khilafah". */
function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case "alias":
      return `${{ one: "one actor", never: "never one actor", hold: "held" }[decision.verdict]}: ${decision.a.name} and ${decision.b.name}`;
    case "value":
      return `value of ${fieldTitle(decision.field)}: ${valueWords(decision.value)}, by the rule “${decision.rule}”`;
    default:
      return decision.kind;
  }
}

/** What the machine had read where a coder set something else; undefined where the finding is no longer there. */
function before({ finding, ...body }: Correction, ledger: Ledger | undefined): unknown {
  if (body.verdict !== "correct" || !ledger) return undefined;
  const lists = { claim: ledger.claims, event: ledger.events, actor: ledger.actors, place: ledger.places };
  const list: readonly { readonly id: string }[] = lists[finding.kind as keyof typeof lists] ?? [];
  const found = list.find(({ id }) => id === finding.id) as Record<string, unknown> | undefined;
  return found?.[body.field] === undefined ? undefined : show(found[body.field], ledger);
}

/** Who changed what, from what, and why. What was taken back is struck, never gone. */
export function History() {
  const history = useQuery({ queryKey: ["history"], queryFn: () => api.history({ limit: 100 }) });
  const items = history.data?.items ?? [];
  const corrected = items.flatMap((item) =>
    item.kind === "correction" && item.correction.verdict === "correct" ? [item.correction.report] : [],
  );
  const machine = useQueries({
    queries: [...new Set(corrected)].map((report) => ({
      queryKey: ["report", report],
      queryFn: () => api.report(report),
      retry: false,
    })),
    combine: (results) => new Map(results.flatMap((r) => (r.data ? [[r.data.row.id, r.data.machine] as const] : []))),
  });
  return (
    <section aria-label="History">
      <div className="bar2">
        <h2 className="h2">Corrections and decisions</h2>
        <span className="meta">{history.data?.total ?? 0} in all. The machine’s reading is kept beside each.</span>
      </div>
      {items.length === 0 ? (
        <p className="sub">Nobody has corrected or decided anything yet.</p>
      ) : (
        <table className="list hist3">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const entry = item.kind === "decision" ? item.decision : item.correction;
              return (
                <tr key={entry.id}>
                  <td className="nowrap num">{when.format(new Date(entry.time))}</td>
                  <td dir="auto">{entry.author}</td>
                  <td className={item.undone ? "was" : ""} dir="auto">
                    <What item={item} machine={machine} />
                    {item.undone && (
                      <span className="meta">
                        {" "}
                        taken back by <bdi>{item.undone.author}</bdi>
                      </span>
                    )}
                  </td>
                  <td dir="auto">{entry.reason}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function What({ item, machine }: { item: HistoryItem; machine: ReadonlyMap<string, Ledger> }) {
  if (item.kind === "decision") return decisionWords(item.decision);
  const { correction } = item;
  const { report, finding } = correction;
  const ledger = machine.get(report);
  const old = before(correction, ledger);
  const link = (
    <Link
      to="/reports/$id"
      params={{ id: report }}
      search={finding.kind === "claim" ? { claim: finding.id } : {}}
      title={correction.anchor.exact}
    >
      {finding.kind === "report" ? "report" : finding.id}
    </Link>
  );
  if (correction.verdict !== "correct")
    return (
      <>
        {correction.verdict} {link}
      </>
    );
  return (
    <>
      {link} {correction.field}: {old !== undefined && <s dir="auto">{String(old)}</s>}{" "}
      <bdi>{show(correction.value, ledger)}</bdi>
    </>
  );
}
