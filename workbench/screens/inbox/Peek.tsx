import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReportRow } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { campOf } from "../../parts/camps.ts";
import { Who } from "../../parts/Who.tsx";
import { dateWords, plural } from "../../parts/words.ts";

/** Who speaks in the chosen report, before it is opened. */
export function Peek({ row }: { row: ReportRow }) {
  const view = useQuery({ queryKey: ["report", row.id], queryFn: () => api.report(row.id) });
  const ledger = view.data?.ledger;
  const speakers = new Map<string, number>();
  for (const claim of ledger?.claims ?? []) speakers.set(claim.source, (speakers.get(claim.source) ?? 0) + 1);
  const actors = new Map(ledger?.actors.map((actor) => [actor.id, actor]));
  const dossiers = new Set(Object.values(view.data?.dossiers ?? {}));
  return (
    <aside className="peek sheet" aria-label="Chosen report">
      <p className="eyebrow">
        <bdi>{row.outlet ?? "no outlet"}</bdi> · {dateWords(row.published)}
      </p>
      <p className="h2" dir="auto">
        {row.title ?? row.name}
      </p>
      <p className="lede" dir="auto">
        {ledger ? beginning(ledger.report.text) : ""}
      </p>
      {ledger && (
        <ul aria-label="Who speaks">
          {[...speakers]
            .sort((a, b) => b[1] - a[1])
            .slice(0, 6)
            .map(([id, n]) => (
              <li key={id}>
                <Who name={actors.get(id)?.name ?? id} camp={campOf(actors.get(id)?.kind ?? "unknown")} />
                <span className="meta">{plural(n, "claim")}</span>
              </li>
            ))}
          {speakers.size > 6 && (
            <li>
              <span className="meta">and {speakers.size - 6} more</span>
            </li>
          )}
        </ul>
      )}
      {ledger && (
        <dl>
          <dt>Dossiers</dt>
          <dd>
            {dossiers.size === 0
              ? "none"
              : [...dossiers].slice(0, 3).map((id, i) => (
                  <span key={id}>
                    {i > 0 ? ", " : ""}
                    <Link to="/dossiers/$id" params={{ id }}>{`open ${i + 1}`}</Link>
                  </span>
                ))}
            {dossiers.size > 3 ? ` and ${dossiers.size - 3} more` : ""}
          </dd>
          <dt>Loaded words</dt>
          <dd>{ledger.loaded.length}</dd>
          <dt>SHA-256</dt>
          <dd className="hash">
            {ledger.report.id.replace("sha256:", "").slice(0, 4)}…{ledger.report.id.slice(-4)}
          </dd>
        </dl>
      )}
      <p className="row tight">
        <Link className="btn pri" to="/reports/$id" params={{ id: row.id }}>
          Open <kbd>Enter</kbd>
        </Link>
      </p>
    </aside>
  );
}

const beginning = (text: string): string =>
  text.length <= 240 ? text : `${text.slice(0, text.lastIndexOf(" ", 240))} […]`;
