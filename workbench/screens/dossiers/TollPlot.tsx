import { scaleLinear, scaleTime } from "d3-scale";
import { useMemo, useState } from "react";
import type { Cell, Dossier, Origin, ReportView, Row } from "../../../src/index.ts";
import { CAMP_LOOKS } from "../../parts/camps.ts";
import { dateWords, figureWords } from "../../parts/words.ts";
import { fieldWords, namesIn } from "./fields.ts";

interface Props {
  readonly dossier: Dossier;
  readonly reports: ReadonlyMap<string, ReportView>;
  readonly onPick: (cell: Cell) => void;
}

interface Mark {
  readonly cell: Cell;
  readonly origin: Origin;
  readonly low: number;
  readonly high: number | null;
  readonly about: boolean;
  readonly words: string;
}

const WIDTH = 1120;
const PAD = { left: 56, right: 250, top: 18, bottom: 34 };

/** Each source's own figure by day of publication, revisions joined. Copies count once; nothing is averaged. */
export function TollPlot({ dossier, reports, onPick }: Props) {
  const names = useMemo(() => namesIn(reports), [reports]);
  const rows = dossier.matrix.filter((row) => row.cells.some((cell) => cell.value?.kind === "toll"));
  const [field, setField] = useState<string | null>(null);
  const row = rows.find((r) => r.field === field) ?? rows.toSorted((a, b) => figuresIn(b) - figuresIn(a))[0];
  if (!row) return null;
  const marks = marksOf(row, dossier);
  const { name, of } = fieldWords(row.field, names);
  const title = `${of || "People"} ${name.toLowerCase()}, by source and day of publication`;
  return (
    <figure className="fig sheet" id="plot">
      <figcaption>
        <span className="h2" dir="auto">
          {title.charAt(0).toUpperCase() + title.slice(1)}
        </span>
        <span className="meta">
          Each mark is one source’s own figure. Copies are counted once. Nothing is averaged.
        </span>
        {rows.length > 1 && (
          <label className="chipfield push">
            <span className="sr">Figure</span>
            <select value={row.field} onChange={(e) => setField(e.target.value)}>
              {rows.map((r) => {
                const words = fieldWords(r.field, names);
                return (
                  <option key={r.field} value={r.field}>
                    {words.name}, {words.of || "people"}
                  </option>
                );
              })}
            </select>
          </label>
        )}
      </figcaption>
      <Picture marks={marks} title={title} onPick={onPick} />
      <ul className="slim stack">
        {marks.map((m) => (
          <li key={m.cell.id}>
            {dateWords(m.cell.published)}: <b>{m.words}</b> <bdi>{m.origin.actor}</bdi>
          </li>
        ))}
      </ul>
      <p className="ft">
        <span>dotted line joins one source’s revisions</span>
        <span>arrow: at least</span>
        <span>dashed stem: about</span>
        <span>crossed out: denied or doubted</span>
      </p>
    </figure>
  );
}

const figuresIn = (row: Row): number => row.cells.filter((cell) => cell.value?.kind === "toll").length;

function marksOf(row: Row, dossier: Dossier): Mark[] {
  const origins = new Map(dossier.origins.map((origin) => [origin.key, origin]));
  return row.cells.flatMap((cell) => {
    const origin = origins.get(cell.origin);
    if (!origin || cell.value?.kind !== "toll") return [];
    const { low, high, bound } = cell.value;
    const words = `${cell.stance === "denies" ? "denies " : cell.stance === "doubts" ? "doubts " : ""}${figureWords({ low, high, bound })}`;
    return [{ cell, origin, low, high, about: bound === "about" || bound === "vague", words }];
  });
}

function Picture({ marks, title, onPick }: { marks: readonly Mark[]; title: string; onPick: (cell: Cell) => void }) {
  const days = marks.flatMap((m) => (m.cell.published ? [Date.parse(m.cell.published.slice(0, 10))] : []));
  const undated = marks.some((m) => m.cell.published === null);
  const first = Math.min(...days, Number.POSITIVE_INFINITY);
  const last = Math.max(...days, Number.NEGATIVE_INFINITY);
  const height = Math.max(240, Math.min(420, 120 + marks.length * 26));
  const top = Math.max(5, ...marks.map((m) => m.high ?? m.low * 1.15));
  const x = scaleTime(
    [days.length ? first - 43_200_000 : 0, days.length ? last + 43_200_000 : 1],
    [PAD.left + 40, WIDTH - PAD.right],
  );
  const y = scaleLinear([0, top], [height - PAD.bottom, PAD.top]).nice();
  const at = (m: Mark) => (m.cell.published ? x(Date.parse(m.cell.published.slice(0, 10))) : PAD.left + 16);
  const placed = spread(
    marks.map((m) => ({ m, x: at(m), y: y((m.low + (m.high ?? m.low)) / 2) })),
    height,
  );
  const byId = new Map(placed.map((p) => [p.m.cell.id, p]));
  const described = marks.map((m) => `${dateWords(m.cell.published)}: ${m.origin.actor} ${m.words}`).join(". ");
  return (
    <svg className="wide" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="plot-title plot-words">
      <title id="plot-title">{title}</title>
      <desc id="plot-words">{described}</desc>
      {y
        .ticks(5)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <path
              d={`M${PAD.left} ${y(tick)}H${WIDTH - PAD.right + 30}`}
              stroke={tick === 0 ? "var(--ink-2)" : "var(--line)"}
            />
            <text className="tk" x={PAD.left - 10} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
      {[...new Set(days)].map((d) => (
        <text key={d} className="tk" x={x(d)} y={height - 10} textAnchor="middle">
          {dateWords(new Date(d).toISOString())}
        </text>
      ))}
      {undated && (
        <text className="tk" x={PAD.left + 16} y={height - 10} textAnchor="middle">
          no date
        </text>
      )}
      {placed.map(({ m, x: px }) => {
        const before = m.cell.supersedes ? byId.get(m.cell.supersedes) : undefined;
        return (
          before && (
            <path
              key={`l${m.cell.id}`}
              className={CAMP_LOOKS[m.origin.camp].look}
              d={`M${before.x} ${y(before.m.low)}L${px} ${y(m.low)}`}
              stroke="var(--camp)"
              strokeWidth="1.6"
              strokeDasharray="2 5"
              fill="none"
            />
          )
        );
      })}
      {placed.map(({ m, x: px, labelY }) => (
        <MarkShape key={m.cell.id} m={m} x={px} y={y} labelY={labelY} onPick={onPick} />
      ))}
    </svg>
  );
}

interface Placed {
  readonly m: Mark;
  readonly x: number;
  readonly y: number;
  readonly labelY: number;
}

/** Moves marks of one day and figure apart, and labels that would lie on one another. */
function spread(points: readonly { m: Mark; x: number; y: number }[], height: number): Placed[] {
  const seen = new Map<string, number>();
  const shifted = points.map((p) => {
    const key = `${Math.round(p.x)}:${Math.round(p.y)}`;
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    return { ...p, x: p.x + n * 14 };
  });
  const labels: { x: number; y: number }[] = [];
  return shifted
    .toSorted((a, b) => a.y - b.y)
    .map((p) => {
      let labelY = p.y;
      while (labels.some((l) => Math.abs(l.y - labelY) < 17 && Math.abs(l.x - p.x) < 260)) labelY += 17;
      if (labelY > height - PAD.bottom + 4) labelY = p.y;
      labels.push({ x: p.x, y: labelY });
      return { ...p, labelY };
    });
}

function MarkShape({
  m,
  x,
  y,
  labelY,
  onPick,
}: {
  m: Mark;
  x: number;
  y: (n: number) => number;
  labelY: number;
  onPick: (cell: Cell) => void;
}) {
  const { look } = CAMP_LOOKS[m.origin.camp];
  const denied = m.cell.stance === "denies" || m.cell.stance === "doubts";
  const middle = y(m.high === null ? m.low : (m.low + m.high) / 2);
  return (
    // the matrix below holds the same cells and is reached by key.
    <g className={look} onClick={() => onPick(m.cell)}>
      {m.high === null && (
        <path d={`M${x} ${y(m.low)}v-26m-4 5 4 -6 4 6`} stroke="var(--camp)" strokeWidth="1.6" fill="none" />
      )}
      {m.high !== null && m.high !== m.low && (
        <path d={`M${x} ${y(m.low)}V${y(m.high)}`} stroke="var(--camp)" strokeWidth="3" />
      )}
      {m.about && (
        <path d={`M${x} ${middle - 22}V${middle + 22}`} stroke="var(--camp)" strokeWidth="2" strokeDasharray="2 3" />
      )}
      <Shape look={look} x={x} y={middle} hollow={look === "open"} />
      {denied && <path d={`M${x - 8} ${middle - 8}l16 16m0 -16l-16 16`} stroke="var(--ink)" strokeWidth="2" />}
      {Math.abs(labelY - middle) > 4 && (
        <path d={`M${x + 8} ${middle}L${x + 16} ${labelY - 3}`} stroke="var(--line-2)" fill="none" />
      )}
      <text className="lb" x={x + 18} y={labelY + 4}>
        <tspan>{m.words}</tspan> {m.origin.actor}
      </text>
    </g>
  );
}

function Shape({ look, x, y, hollow }: { look: string; x: number; y: number; hollow: boolean }) {
  const fill = hollow ? "var(--sheet)" : "var(--camp)";
  if (look === "state") return <rect x={x - 6} y={y - 6} width="12" height="12" fill={fill} />;
  if (look === "armed") return <path d={`M${x} ${y - 7}l7 13h-14z`} fill={fill} />;
  if (look === "media") return <path d={`M${x} ${y - 8}l8 8 -8 8 -8 -8z`} fill={fill} />;
  return <circle cx={x} cy={y} r="6.5" fill={fill} stroke="var(--camp)" strokeWidth="2" />;
}
