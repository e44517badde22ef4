import type { ReportView } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { dateWords, languageWords, plural } from "../../parts/words.ts";

/** What is known of the report itself: outlet, title, day, language, copies, and the way to its original. */
export function DocHead({
  view,
  doubtful,
  folding,
  onFold,
}: {
  view: ReportView;
  doubtful: number;
  folding: boolean;
  onFold: () => void;
}) {
  const { ledger, row, passages } = view;
  return (
    <header>
      <p className="eyebrow">
        <bdi>{row.outlet ?? "no outlet found"}</bdi> · text untouched
      </p>
      <h1 className="h1" dir="auto">
        {row.title ?? row.name}
      </h1>
      <p className="facts">
        <span>
          {ledger.report.published ? `Published ${dateWords(ledger.report.published)}` : "No date in the report"}
        </span>
        <span>{languageWords(ledger.report.language)}</span>
        <span>
          {plural(ledger.claims.length, "claim")}, {doubtful} doubtful
        </span>
        <span>{plural(ledger.loaded.length, "loaded word")}</span>
        <span>{row.copyOf ? "A copy; counted once" : "No copies known"}</span>
        <a href={api.original(row.id)} download>
          Original
        </a>
        {passages.length > 0 && (
          <button type="button" className="chip" aria-pressed={folding} onClick={onFold}>
            Fold {plural(passages.length, "graphic or propaganda passage")}
          </button>
        )}
      </p>
    </header>
  );
}
