import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { ProblemBox } from "../../parts/Problem.tsx";
import { plural } from "../../parts/words.ts";

/** Rehashes the originals and checks that every ledger fits its text. */
export function Integrity() {
  const check = useMutation({ mutationFn: api.verify });
  return (
    <section className="integ sheet" aria-label="Integrity">
      <div className="bar2">
        <b>Integrity</b>
        <button type="button" className="btn push" onClick={() => check.mutate()}>
          Check {check.data ? "again" : "now"}
        </button>
      </div>
      {check.error && <ProblemBox error={check.error} />}
      {check.data && (
        <ul aria-live="polite">
          <li>
            <span>{check.data.faults.length === 0 ? "✓" : "×"}</span>
            <span>
              {plural(check.data.reports, "report")}:{" "}
              {check.data.faults.length === 0
                ? "every original has its SHA-256, every ledger fits its text"
                : plural(check.data.faults.length, "fault")}
            </span>
            <span />
          </li>
          {check.data.faults.map((fault) => (
            <li key={fault.report + fault.what}>
              <span>×</span>
              <span>
                {fault.what}{" "}
                <Link className="meta" to="/reports/$id" params={{ id: fault.report }}>
                  {fault.report}
                </Link>
              </span>
              <span />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
