import { useQuery } from "@tanstack/react-query";
import type { Decision } from "../../../src/index.ts";
import { api } from "../../api.ts";

const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** "alias: one, Jund al Khilafa and Jund al-Khilafah". */
const decisionWords = (decision: Decision): string =>
  decision.kind === "alias"
    ? `${{ one: "one actor", never: "never one actor", hold: "held" }[decision.verdict]}: ${decision.a.name} and ${decision.b.name}`
    : decision.kind;

/** Who changed what, and why. What was taken back is struck, never gone. */
export function History() {
  const history = useQuery({ queryKey: ["history"], queryFn: () => api.history({ limit: 100 }) });
  const items = history.data?.items ?? [];
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
              const what =
                item.kind === "decision"
                  ? decisionWords(item.decision)
                  : item.correction.verdict === "correct"
                    ? `${item.correction.finding.id} ${item.correction.field}: ${show(item.correction.value)}`
                    : `${item.correction.verdict} ${item.correction.finding.id}`;
              return (
                <tr key={entry.id}>
                  <td className="nowrap num">{when.format(new Date(entry.time))}</td>
                  <td>{entry.author}</td>
                  <td className={item.undone ? "was" : ""}>
                    {what}
                    {item.undone && <span className="meta"> taken back by {item.undone.author}</span>}
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
