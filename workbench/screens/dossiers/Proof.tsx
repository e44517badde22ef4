import type { Cell, Dossier, Field, ReportView, Span } from "../../../src/index.ts";
import { KeyCap } from "../../keys.tsx";
import { CAMP_LOOKS } from "../../parts/camps.ts";
import { Stance } from "../../parts/Marks.tsx";
import { Who } from "../../parts/Who.tsx";
import { dateWords, valueWords } from "../../parts/words.ts";
import { fieldTitle, namesIn } from "./fields.ts";
import { claimOf } from "./quote.ts";

interface Props {
  readonly dossier: Dossier;
  readonly reports: ReadonlyMap<string, ReportView>;
  readonly cell: Cell;
  readonly field: Field;
  readonly onOpen: () => void;
  readonly onValue: () => void;
}

/** The evidence of the chosen cell, at the foot of the window: the sentence, its report, its rules. */
export function Proof({ dossier, reports, cell, field, onOpen, onValue }: Props) {
  const origin = dossier.origins.find((o) => o.key === cell.origin);
  const found = claimOf(cell, reports);
  const content = found?.claim.evidence.find((e) => e.role === "content");
  const rules = [...new Set(found?.claim.evidence.map((e) => e.rule) ?? [])];
  return (
    <aside className="proof sheet" aria-label="Evidence of the chosen cell" aria-live="polite">
      <div>
        <p className="eyebrow">
          {origin && <Who name={origin.actor} camp={CAMP_LOOKS[origin.camp]} />} <Stance stance={cell.stance} />{" "}
          {fieldTitle(field, namesIn(reports))}
          {cell.value && (
            <>
              : <bdi>{valueWords(cell.value)}</bdi>
            </>
          )}
        </p>
        {found && content && (
          <blockquote dir="auto">
            “
            <Marked
              view={found.view}
              span={content.span}
              strong={found.claim.evidence.filter((e) => e.role !== "content").map((e) => e.span)}
            />
            ”
          </blockquote>
        )}
      </div>
      <dl>
        <div>
          <dt className="meta">Report</dt>
          <dd dir="auto">
            {found?.view.row.title ?? found?.view.row.name ?? "not here"}, {found?.view.row.outlet ?? ""}{" "}
            {dateWords(cell.published)}
          </dd>
        </div>
        <div>
          <dt className="meta">Says</dt>
          <dd dir="auto">{found?.claim.neutral}</dd>
        </div>
        <div>
          <dt className="meta">Rules</dt>
          <dd>{rules.join(" › ")}</dd>
        </div>
      </dl>
      <div className="stack">
        <button type="button" className="btn" onClick={onOpen}>
          Open <KeyCap of="o" />
        </button>
        <button type="button" className="btn" onClick={onValue}>
          Set a coder’s value <KeyCap of="v" />
        </button>
      </div>
    </aside>
  );
}

/** A sentence with loaded words folded and evidence marked. */
function Marked({ view, span, strong }: { view: ReportView; span: Span; strong: readonly Span[] }) {
  const { text } = view.ledger.report;
  const loaded = view.ledger.loaded.map((term) => term.span).filter((s) => s[0] >= span[0] && s[1] <= span[1]);
  const bounds = [...new Set([...span, ...[...strong, ...loaded].flat()])]
    .filter((b) => b >= span[0] && b <= span[1])
    .sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, i) => {
    const end = bounds[i + 1]!;
    const inside = (s: Span) => s[0] <= start && s[1] >= end;
    const words = loaded.some(inside) ? "[…]" : text.slice(start, end);
    return strong.some(inside) ? (
      <mark key={start} className="k">
        {words}
      </mark>
    ) : (
      <mark key={start}>{words}</mark>
    );
  });
}
