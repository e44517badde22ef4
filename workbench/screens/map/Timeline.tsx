import { scaleUtc } from "d3-scale";
import { useWidth } from "../../parts/useWidth.ts";
import { plural, timeWords } from "../../parts/words.ts";
import type { LetteredRow } from "./MapScreen.tsx";

const LEFT = 34;
const MOST = 40;
const DAY = 86_400_000;

/** When: a bar as long as the time is uncertain. Drawn for the width it has, so that its letters stay readable. */
export function Timeline({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly LetteredRow[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const [box, width] = useWidth<HTMLDivElement>(800);
  const all = rows
    .filter(({ row }) => row.time !== null)
    .toSorted((a, b) => a.row.time!.start.localeCompare(b.row.time!.start));
  // The chosen event is always among those drawn.
  const from = Math.max(0, Math.min(all.findIndex(({ row }) => row.id === chosen) - MOST / 2, all.length - MOST));
  const dated = all.slice(from, from + MOST);
  const undated = rows.length - all.length;
  const day = (iso: string, end: boolean) => Date.parse(iso.slice(0, 10)) + (end ? DAY : 0);
  const first = Math.min(...dated.map(({ row }) => day(row.time!.start, false)));
  const last = Math.max(...dated.map(({ row }) => day(row.time!.end, true)));
  const pad = Math.max(DAY, (last - first) * 0.04);
  const x = scaleUtc([first - pad, last + pad], [LEFT, width - 10]);
  const narrow = width < 560;
  const ROW = narrow ? 40 : 24;
  const height = dated.length * ROW + 30;
  const ticks = narrow ? 3 : 7;
  return (
    <div className="tl">
      <div ref={box}>
        {dated.length > 0 && (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={`Timeline of ${plural(dated.length, "event")}; the list beside it says the same in words`}
          >
            {x.ticks(ticks).map((tick) => (
              <g key={+tick}>
                <path d={`M${x(tick)} 0V${height - 20}`} stroke="var(--line)" />
                <text x={x(tick)} y={height - 5} textAnchor="middle">
                  {x.tickFormat(ticks)(tick)}
                </text>
              </g>
            ))}
            {dated.map(({ row, letter }, i) => {
              const start = x(day(row.time!.start, false));
              const end = Math.max(start + 6, x(day(row.time!.end, true)));
              const [top, after] = [i * ROW, end + 8];
              const toTheLeft = !narrow && after > width - 280;
              return (
                // j, k and the list choose the same event by key.
                <g key={row.id} onClick={() => onChoose(row.id)}>
                  <rect className={row.id === chosen ? "selrow" : "anyrow"} x={0} y={top} width={width} height={ROW} />
                  <text className="lab" x={4} y={top + 16}>
                    {letter}
                  </text>
                  <rect
                    className={row.time!.precision === "day" || row.time!.precision === "hour" ? "sure" : "unsure"}
                    x={start}
                    y={top + (narrow ? 23 : 7)}
                    width={end - start}
                    height={10}
                  />
                  <text
                    className={row.id === chosen ? "onsel" : undefined}
                    x={narrow ? LEFT : toTheLeft ? start - 8 : after}
                    textAnchor={toTheLeft ? "end" : "start"}
                    y={top + 16}
                  >
                    {row.title}
                  </text>
                  <title>{`${row.title}: ${timeWords(row.time as never)}`}</title>
                </g>
              );
            })}
          </svg>
        )}
      </div>
      <p className="meta">
        The longer a bar, the less certain the day; hatched where no day is given. {plural(undated, "event")} without a
        date.
        {all.length > MOST ? ` ${MOST} of ${all.length} dated events are drawn.` : ""}
      </p>
    </div>
  );
}
