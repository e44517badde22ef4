import { scaleUtc } from "d3-scale";
import type { DossierRow } from "../../../src/index.ts";
import type { PlacedRow } from "./MapScreen.tsx";

const W = 900;
const ROW = 22;
const LEFT = 30;
const MOST = 40;

/** When: a bar as long as the time is uncertain. */
export function Timeline({
  rows,
  placed,
  chosen,
  onChoose,
}: {
  rows: readonly DossierRow[];
  placed: readonly PlacedRow[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const dated = rows
    .filter((row) => row.time !== null)
    .toSorted((a, b) => a.time!.start.localeCompare(b.time!.start))
    .slice(0, MOST);
  if (dated.length === 0) return null;
  const day = (iso: string, end: boolean) => Date.parse(iso.slice(0, 10)) + (end ? 86_400_000 : 0);
  const first = Math.min(...dated.map((row) => day(row.time!.start, false)));
  const last = Math.max(...dated.map((row) => day(row.time!.end, true)));
  const pad = Math.max(86_400_000, (last - first) * 0.04);
  const x = scaleUtc([first - pad, last + pad], [LEFT, W - 10]);
  const letters = new Map(placed.map((p) => [p.row.id, p.letter]));
  const height = dated.length * ROW + 30;
  return (
    <div className="tl">
      <svg
        viewBox={`0 0 ${W} ${height}`}
        role="img"
        aria-label="Timeline of the same events; the list beside it says the same in words"
      >
        {x.ticks(7).map((tick) => (
          <g key={+tick}>
            <path d={`M${x(tick)} 0V${height - 20}`} stroke="var(--line)" />
            <text x={x(tick)} y={height - 5} textAnchor="middle">
              {x.tickFormat(7)(tick)}
            </text>
          </g>
        ))}
        {dated.map((row, i) => {
          const from = x(day(row.time!.start, false));
          const to = Math.max(from + 6, x(day(row.time!.end, true)));
          return (
            // j, k and the list choose the same event by key.
            <g key={row.id} onClick={() => onChoose(row.id)}>
              {row.id === chosen && <rect className="selrow" x={0} y={i * ROW} width={W} height={ROW} />}
              <text className="lab" x={4} y={i * ROW + 15}>
                {letters.get(row.id) ?? "·"}
              </text>
              <rect
                x={from}
                y={i * ROW + 6}
                width={to - from}
                height={10}
                fill={row.time!.precision === "day" || row.time!.precision === "hour" ? "var(--ink)" : "url(#hatch)"}
                stroke="var(--ink)"
              />
              <text
                x={to + 6 > W - 260 ? from - 6 : to + 6}
                textAnchor={to + 6 > W - 260 ? "end" : "start"}
                y={i * ROW + 15}
              >
                {row.title}
              </text>
            </g>
          );
        })}
      </svg>
      {rows.length > MOST && (
        <p className="meta">
          The first {MOST} of {rows.length}.
        </p>
      )}
    </div>
  );
}
