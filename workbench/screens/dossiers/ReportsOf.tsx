import { Link } from "@tanstack/react-router";
import type { Dossier, ReportView } from "../../../src/index.ts";
import { KeyCap } from "../../keys.tsx";

/** The reports of a dossier, each with what spoke for and against its being one. */
export function ReportsOf({
  dossier,
  reports,
  onSplit,
}: {
  dossier: Dossier;
  reports: ReadonlyMap<string, ReportView>;
  onSplit: () => void;
}) {
  return (
    <section aria-label="Reports and why they are here" className="hist">
      <div className="bar2">
        <h2 className="h2">Reports</h2>
        {dossier.members.length > 1 && (
          <button type="button" className="btn push" onClick={onSplit}>
            Split off <KeyCap of="x" />
          </button>
        )}
      </div>
      <ul className="stack">
        {dossier.members.map((member) => (
          <li key={`${member.report}${member.event}`}>
            <details>
              <summary>
                <b>
                  <bdi>{reports.get(member.report)?.row.outlet ?? "report"}</bdi>
                </b>
                : <bdi>{reports.get(member.report)?.row.title ?? member.report}</bdi>
              </summary>
              <p>
                <Link to="/reports/$id" params={{ id: member.report }}>
                  Open the report
                </Link>
              </p>
              {member.for.length + member.against.length === 0 ? (
                <p className="meta">The first report of this event.</p>
              ) : (
                <ul>
                  {[...member.for, ...member.against].map((r) => (
                    <li key={r.rule + r.words} dir="auto">
                      <span className="num">
                        {r.weight > 0 ? "+" : ""}
                        {r.weight.toFixed(1)}
                      </span>{" "}
                      {r.words} <span className="meta">{r.rule}</span>
                    </li>
                  ))}
                </ul>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
