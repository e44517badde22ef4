import { geoCircle, geoMercator, geoPath } from "d3-geo";
import { type PointerEvent, useMemo, useRef, useState } from "react";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-50m.json";
import { useKeys } from "../../keys.tsx";
import { useWidth } from "../../parts/useWidth.ts";
import { precisionWords } from "../../parts/words.ts";
import type { PlacedRow } from "./MapScreen.tsx";

/** Radius of what a UCDP precision says, in kilometres. */
const RADIUS: Readonly<Record<number, number>> = { 2: 25, 3: 40, 4: 120, 5: 60, 6: 300, 7: 60 };
const KM_PER_DEGREE = 111.32;

/** Boundaries that states dispute, by the names that the map data has on either side; drawn dashed, never a source of country. */
const DISPUTED: readonly (readonly [string, string])[] = [
  ["W. Sahara", "Morocco"],
  ["Kosovo", "Serbia"],
  ["Somaliland", "Somalia"],
  ["Somaliland", "Ethiopia"],
  ["N. Cyprus", "Cyprus"],
  ["Palestine", "Israel"],
  ["India", "Pakistan"],
  ["India", "China"],
  ["Siachen Glacier", "India"],
  ["Siachen Glacier", "Pakistan"],
  ["Israel", "Syria"],
  ["Ukraine", "Russia"],
  ["Sudan", "S. Sudan"],
  ["Sudan", "Egypt"],
];

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const land = feature(topology, topology.objects.countries);
type Named = { properties?: { name?: string } | null };
const name = (g: unknown): string => (g as Named).properties?.name ?? "";
const disputed = new Set(DISPUTED.map(([a, b]) => [a, b].sort().join("|")));
const isDisputed = (a: unknown, b: unknown): boolean => a !== b && disputed.has([name(a), name(b)].sort().join("|"));
const settledLines = mesh(topology, topology.objects.countries, (a, b) => !isDisputed(a, b));
const disputedLines = mesh(topology, topology.objects.countries, isDisputed);

/** An offline map: spots where a place is exact, discs and areas where it is not. Wheel, drag, + and − move it. */
export function WorldMap({
  placed,
  chosen,
  onChoose,
}: {
  placed: readonly PlacedRow[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const [box, W] = useWidth<HTMLDivElement>(840);
  const H = Math.round(Math.max(280, Math.min(560, W * 0.58)));
  const home = useMemo(() => viewOfAll(placed, W, H), [placed, W, H]);
  const [view, setView] = useState<View | null>(null);
  const { scale, center } = view ?? home;
  const drag = useRef<{ x: number; y: number; center: readonly [number, number] } | null>(null);
  const projection = useMemo(
    () =>
      geoMercator()
        .scale(scale)
        .center([...center])
        .translate([W / 2, H / 2])
        .clipExtent([
          [-20, -20],
          [W + 20, H + 20],
        ]),
    [scale, center, W, H],
  );
  const path = useMemo(() => geoPath(projection), [projection]);
  const shapes = useMemo(
    () => ({ land: path(land) ?? "", settled: path(settledLines) ?? "", disputed: path(disputedLines) ?? "" }),
    [path],
  );
  const zoom = (by: number) => setView({ scale: Math.max(110, Math.min(60_000, scale * by)), center });
  useKeys("worldmap", [
    { key: "+", label: "closer", run: () => zoom(1.6), bar: true },
    { key: "-", label: "further", run: () => zoom(1 / 1.6), bar: true },
    { key: "0", label: "all events", run: () => setView(null), bar: true },
  ]);

  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (!drag.current) return;
    const ratio = W / event.currentTarget.clientWidth;
    const flat = geoMercator()
      .scale(scale)
      .center([...drag.current.center])
      .translate([W / 2, H / 2]);
    const to = flat.invert?.([
      W / 2 - (event.clientX - drag.current.x) * ratio,
      H / 2 - (event.clientY - drag.current.y) * ratio,
    ]);
    if (to) setView({ scale, center: [to[0], Math.max(-78, Math.min(78, to[1]))] });
  };

  const inView = ([x, y]: [number, number]) => x > -10 && x < W + 10 && y > -10 && y < H + 10;
  const spots = fan(
    placed.flatMap((p) => {
      const at = projection([p.longitude, p.latitude]);
      return at && inView(at) ? [{ p, x: at[0], y: at[1] }] : [];
    }),
  );
  return (
    <>
      <div className="mapbox" ref={box}>
        <svg
          viewBox={`0 0 ${W} ${H}`}
          role="img"
          aria-label={`Map of ${placed.length} events; the list beside it says the same in words`}
          onPointerDown={(e) => {
            drag.current = { x: e.clientX, y: e.clientY, center };
          }}
          onPointerMove={onPointerMove}
          onPointerUp={() => {
            drag.current = null;
          }}
          onPointerLeave={() => {
            drag.current = null;
          }}
          onWheel={(e) => zoom(e.deltaY < 0 ? 1.25 : 0.8)}
        >
          <defs>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V6" stroke="var(--ink)" strokeWidth="1" strokeOpacity=".35" />
            </pattern>
          </defs>
          <path className="land" d={shapes.land} />
          <path className="bord" d={shapes.settled} />
          <path className="disp" d={shapes.disputed} fill="none" />
          {spots.map(
            ({ p }) =>
              p.precision > 1 && (
                <path
                  key={p.row.id}
                  className={p.precision === 2 ? "reach" : "reach area"}
                  d={
                    path(
                      geoCircle()
                        .center([p.longitude, p.latitude])
                        .radius((RADIUS[p.precision] ?? 25) / KM_PER_DEGREE)(),
                    ) ?? ""
                  }
                />
              ),
          )}
          {spots.map(({ p, x, y, fx, fy }) => (
            // j, k and the list choose the same event by key.
            <g key={p.row.id} className="pin" onClick={() => onChoose(p.row.id)}>
              {(fx !== x || fy !== y) && <path d={`M${x} ${y}L${fx} ${fy}`} stroke="var(--ink-2)" />}
              {p.row.id === chosen && <circle className="sel-ring" cx={fx} cy={fy} r="16" />}
              <Pin precision={p.precision} x={fx} y={fy} chosen={p.row.id === chosen} />
              <text
                className={p.row.id === chosen || p.precision > 1 ? "key selt" : "key"}
                x={fx}
                y={fy + 4}
                textAnchor="middle"
              >
                {p.letter}
              </text>
              <title>{`${p.row.title}: ${precisionWords(p.precision)}`}</title>
            </g>
          ))}
        </svg>
        <div className="zoom">
          <button type="button" className="btn" aria-label="+ closer" onClick={() => zoom(1.6)}>
            +
          </button>
          <button type="button" className="btn" aria-label="− further" onClick={() => zoom(1 / 1.6)}>
            −
          </button>
          <button type="button" className="btn" aria-label="0, all events" onClick={() => setView(null)}>
            0
          </button>
        </div>
      </div>
      <div className="mleg">
        <span>
          <svg className="i" aria-hidden="true">
            <use href="#p-spot" />
          </svg>{" "}
          spot: exact
        </span>
        <span>
          <svg className="i" aria-hidden="true">
            <use href="#p-disc" />
          </svg>{" "}
          disc: within 25 km
        </span>
        <span>
          <svg className="i" aria-hidden="true">
            <use href="#p-area" />
          </svg>{" "}
          hatched: somewhere in the area
        </span>
        <span>
          <svg className="dash" viewBox="0 0 26 10" aria-hidden="true">
            <path className="disp" d="M0 5H26" />
          </svg>{" "}
          disputed border
        </span>
        <span className="mnote">
          Lines: Natural Earth 1:50m, for orientation only; some are disputed, and those known to be are dashed. No
          country of an event is ever taken from them.
        </span>
      </div>
    </>
  );
}

/** The mark of an event says how exactly its place is known: a filled spot, an open disc, a hatched area. */
function Pin({ precision, x, y, chosen }: { precision: number; x: number; y: number; chosen: boolean }) {
  const shape = precision === 1 ? "spot" : precision === 2 ? "disc" : "area";
  const look = `mk ${shape} ${chosen ? "selh" : ""}`;
  if (shape !== "area") return <circle className={look} cx={x} cy={y} r="10" />;
  const outline = `M${x - 10} ${y - 7}L${x + 5} ${y - 11}L${x + 11} ${y + 1}L${x + 4} ${y + 11}L${x - 9} ${y + 8}z`;
  return (
    <>
      <path className="under" d={outline} />
      <path className={look} d={outline} />
    </>
  );
}

interface View {
  readonly scale: number;
  readonly center: readonly [number, number];
}

/** The view that holds all events, never closer than a province. */
function viewOfAll(placed: readonly PlacedRow[], W: number, H: number): View {
  if (placed.length === 0) return { scale: 140, center: [15, 20] };
  const points = { type: "MultiPoint" as const, coordinates: placed.map((p) => [p.longitude, p.latitude]) };
  const projection = geoMercator().fitExtent(
    [
      [70, 60],
      [W - 70, H - 60],
    ],
    points,
  );
  const scale = Math.min(5_000, Math.max(140, projection.scale()));
  const longitudes = placed.map((p) => p.longitude);
  const latitudes = placed.map((p) => p.latitude);
  const middle = (xs: number[]) => (Math.min(...xs) + Math.max(...xs)) / 2;
  return { scale, center: [middle(longitudes), middle(latitudes)] };
}

interface Spot {
  readonly p: PlacedRow;
  readonly x: number;
  readonly y: number;
}

/** Marks drawn at most this many are moved apart; more would be too many to tell apart anyway. */
const MOVED = 150;
const APART = 21;

/** Events on one spot fan out on leaders; marks that would lie on one another are pushed apart. */
function fan(points: readonly Spot[]) {
  const marks = fanned(points);
  for (let round = 0; round < 12 && marks.length <= MOVED; round++) {
    for (const [i, a] of marks.entries())
      for (const b of marks.slice(i + 1)) {
        const [dx, dy] = [b.fx - a.fx || 0.1, b.fy - a.fy];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        const push = (APART - distance) / 2 / distance;
        a.fx -= dx * push;
        a.fy -= dy * push;
        b.fx += dx * push;
        b.fy += dy * push;
      }
  }
  return marks;
}

function fanned(points: readonly Spot[]) {
  const groups = new Map<string, Spot[]>();
  for (const spot of points) {
    const key = `${Math.round(spot.x / 18)}:${Math.round(spot.y / 18)}`;
    groups.set(key, [...(groups.get(key) ?? []), spot]);
  }
  return [...groups.values()].flatMap((group) =>
    group.map(({ p, x, y }, i) => {
      if (group.length === 1) return { p, x, y, fx: x, fy: y };
      const angle = (2 * Math.PI * i) / group.length - Math.PI / 2;
      const reach = 18 + group.length * 3.2;
      return { p, x, y, fx: x + reach * Math.cos(angle), fy: y + reach * Math.sin(angle) };
    }),
  );
}
