import type { Camp, Cell, Dossier, Origin, ReportView, Row } from "../../../src/index.ts";
import { KeyCap } from "../../keys.tsx";
import { CAMP_LOOKS } from "../../parts/camps.ts";
import { Glyph } from "../../parts/Glyph.tsx";
import { Stance, Verdict } from "../../parts/Marks.tsx";
import { dateWords, valueWords } from "../../parts/words.ts";
import { fieldWords, namesIn } from "./fields.ts";
import { quoteOf } from "./quote.ts";

const ORDER: readonly Camp[] = ["state", "armed-group", "medical-or-witness", "monitor-or-media", "not-settled"];

interface Props {
  readonly dossier: Dossier;
  readonly reports: ReadonlyMap<string, ReportView>;
  readonly differences: boolean;
  readonly onDifferences: () => void;
  readonly chosen: string | null;
  readonly onPick: (cell: Cell) => void;
}

/** The versions matrix: sources grouped by camp, relays under their origin, one row a field. A real table. */
export function Matrix({ dossier, reports, differences, onDifferences, chosen, onPick }: Props) {
  const origins = ORDER.flatMap((camp) => dossier.origins.filter((origin) => origin.camp === camp));
  const groups = ORDER.map((camp) => ({ camp, origins: origins.filter((origin) => origin.camp === camp) })).filter(
    (g) => g.origins.length > 0,
  );
  const starts = new Set(groups.map((g) => g.origins[0]!.key));
  const rows = dossier.matrix.filter(
    (row) => row.verdict !== "silent" && (!differences || row.verdict === "differ" || row.verdict === "contradict"),
  );
  return (
    <section aria-label="Versions">
      <div className="mhead">
        <h2 className="h2">Versions</h2>
        <span className="legend">
          {(["asserts", "denies", "doubts", "silent"] as const).map((stance) => (
            <span key={stance}>
              <Stance stance={stance} /> {stance}
            </span>
          ))}
        </span>
        <label className="toggle push">
          <input type="checkbox" role="switch" checked={differences} onChange={onDifferences} /> Differences only{" "}
          <KeyCap of="d" />
        </label>
      </div>
      {/* a box that scrolls must be reachable by key. */}
      <div className="scroller" tabIndex={0} role="region" aria-label="Versions matrix">
        <table className="mx">
          <caption className="sr">
            Versions of {dossier.title}. Columns are originators grouped by camp, rows are fields, the second column is
            the row’s verdict.
          </caption>
          <colgroup>
            <col className="f" />
            <col className="v" />
            <col span={origins.length} />
          </colgroup>
          <thead>
            <tr className="grp">
              <td />
              <td />
              {groups.map(({ camp, origins }) => (
                <CampHead key={camp} camp={camp} span={origins.length} />
              ))}
            </tr>
            <tr className="src">
              <th scope="col">
                <span className="meta">Field</span>
              </th>
              <th scope="col">
                <span className="meta">Row verdict</span>
              </th>
              {origins.map((origin) => (
                <OriginHead key={origin.key} origin={origin} reports={reports} first={starts.has(origin.key)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <FieldRow
                key={row.field}
                row={row}
                r={r}
                origins={origins}
                starts={starts}
                reports={reports}
                dossier={dossier}
                chosen={chosen}
                onPick={onPick}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="note">No row differs or contradicts.</p>}
    </section>
  );
}

function CampHead({ camp, span }: { camp: Camp; span: number }) {
  const { look, name } = CAMP_LOOKS[camp];
  return (
    <th scope="colgroup" colSpan={span} className={`${look} gstart`}>
      <Glyph name={`g-${look}`} /> {name}
      <span className="camp-line" />
    </th>
  );
}

function OriginHead({
  origin,
  reports,
  first,
}: {
  origin: Origin;
  reports: ReadonlyMap<string, ReportView>;
  first: boolean;
}) {
  const { look } = CAMP_LOOKS[origin.camp];
  const carriers = [
    ...new Map(origin.carriedBy.map((carried) => [carried.report + carried.via.join(), carried])).values(),
  ];
  return (
    <th scope="col" className={`${look} src ${first ? "gstart" : ""}`}>
      <b dir="auto">{origin.actor}</b>
      {origin.standing === "objector" && <span className="meta">only objects</span>}
      {origin.party && <span className="meta"> party to it</span>}
      <div className="relays">
        <ul>
          {carriers.slice(0, 4).map(({ report, via }) => (
            <li key={report + via.join()}>
              {via.length > 0 ? "via " : ""}
              <span className="media">{via.length > 0 && <Glyph name="g-media" label="monitor or media" />}</span>
              {via.length > 0
                ? via.map((relay, i) => (
                    <span key={relay}>
                      {i > 0 && " → "}
                      <bdi>{relay}</bdi>
                    </span>
                  ))
                : "own voice"}{" "}
              <span className="meta">{dateWords(reports.get(report)?.row.published ?? null)}</span>
            </li>
          ))}
          {carriers.length > 4 && <li>and {carriers.length - 4} more</li>}
        </ul>
      </div>
    </th>
  );
}

interface RowProps {
  readonly row: Row;
  readonly r: number;
  readonly origins: readonly Origin[];
  readonly starts: ReadonlySet<string>;
  readonly reports: ReadonlyMap<string, ReportView>;
  readonly dossier: Dossier;
  readonly chosen: string | null;
  readonly onPick: (cell: Cell) => void;
}

function FieldRow({ row, r, origins, starts, reports, dossier, chosen, onPick }: RowProps) {
  const { name, of } = fieldWords(row.field, namesIn(reports));
  const set = dossier.decisions.findLast((d) => d.kind === "value" && d.field === row.field);
  return (
    <tr>
      <th scope="row">
        {name}
        {of !== "" && <small dir="auto">{of}</small>}
      </th>
      <td className="vd">
        <Verdict verdict={row.verdict} />
        {set?.kind === "value" && (
          <div className="set">
            Coder’s value: <b dir="auto">{valueWords(set.value)}</b> by <bdi>{set.author}</bdi>, <bdi>{set.rule}</bdi>
          </div>
        )}
      </td>
      {origins.map((origin, c) => {
        const cells = row.cells.filter((cell) => cell.origin === origin.key && cell.stance !== "silent");
        const { look } = CAMP_LOOKS[origin.camp];
        const edge = starts.has(origin.key) ? "gstart" : "";
        if (cells.length === 0)
          return (
            <td key={origin.key} className={`c silent ${edge}`} data-src={origin.actor}>
              <span className="sil">· silent</span>
            </td>
          );
        return (
          <td key={origin.key} className={`c ${look} ${edge}`} data-src={origin.actor}>
            {cells.map((cell) => (
              <Version
                key={cell.id}
                cell={cell}
                r={r}
                c={c}
                quote={quoteOf(cell, reports)}
                chosen={cell.id === chosen}
                onPick={onPick}
              />
            ))}
          </td>
        );
      })}
    </tr>
  );
}

function Version({
  cell,
  r,
  c,
  quote,
  chosen,
  onPick,
}: {
  cell: Cell;
  r: number;
  c: number;
  quote: string;
  chosen: boolean;
  onPick: (cell: Cell) => void;
}) {
  return (
    <div className={`ce ${cell.stance} ${chosen ? "pick" : ""}`}>
      <button
        type="button"
        className="plain"
        data-row={r}
        data-col={c}
        aria-pressed={chosen}
        tabIndex={chosen || (r === 0 && c === 0) ? 0 : -1}
        onClick={() => onPick(cell)}
      >
        <span className="vl">
          <Stance stance={cell.stance} />
          <span className="val" dir="auto">
            {cell.value ? valueWords(cell.value) : "no value"}
          </span>
        </span>
        {quote !== "" && <q dir="auto">{quote}</q>}
        <span className="on">
          {dateWords(cell.published)}
          {cell.supersedes ? ", revised" : ""}
        </span>
      </button>
    </div>
  );
}
