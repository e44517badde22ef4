import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import type { DossierRow } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { Glyph } from "../../parts/Glyph.tsx";
import { Verdict } from "../../parts/Marks.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { placeWords, precisionGlyph, precisionWords, timeWords, typeWords } from "../../parts/words.ts";
import { Timeline } from "./Timeline.tsx";
import { WorldMap } from "./WorldMap.tsx";

export interface PlacedRow {
  readonly row: DossierRow;
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: number;
  /** The same mark in list, map and timeline. */
  readonly letter: string;
}

/** Map, timeline and list of the same dossiers, linked. The list is the truth, the map its picture. */
export function MapScreen() {
  const { chosen, ...filters } = useSearch({ from: "/map" });
  const navigate = useNavigate({ from: "/map" });
  const list = useQuery({
    queryKey: ["dossiers", filters, "map"],
    queryFn: () => api.dossiers({ ...filters, limit: 1000 }),
  });
  const rows = list.data?.items ?? [];
  const placed = useMemo(
    () =>
      rows
        .filter((row) => row.place?.latitude != null && row.place.longitude !== null)
        .map(
          (row, i): PlacedRow => ({
            row,
            latitude: row.place!.latitude!,
            longitude: row.place!.longitude!,
            precision: row.place!.precision,
            letter: letter(i),
          }),
        ),
    [rows],
  );
  const unplaced = rows.filter((row) => row.place?.latitude == null);
  const choose = (id: string) =>
    void navigate({ search: (old) => ({ ...old, chosen: id }), replace: true, resetScroll: false });
  const at = placed.findIndex((p) => p.row.id === chosen);
  const step = (by: number) => {
    const next = placed[Math.max(0, Math.min(placed.length - 1, at + by))];
    if (next) choose(next.row.id);
  };
  const set = (change: Partial<typeof filters>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  useEffect(() => {
    document.title = "Map · Hearsay";
  }, []);
  useKeys("map", [
    { key: "j", label: "next", run: () => step(1), bar: true },
    { key: "k", label: "previous", run: () => step(-1), bar: true },
    {
      key: "Enter",
      label: "open",
      run: () => chosen && void navigate({ to: "/dossiers/$id", params: { id: chosen } }),
      bar: true,
    },
  ]);

  return (
    <>
      <div className="bar1">
        <h1 className="h1">Map and timeline</h1>
        <span className="sub">
          {placed.length} placed, {unplaced.length} not placed
        </span>
        <label className="chipfield push">
          <span className="sr">From</span>
          <input type="date" value={filters.from ?? ""} onChange={(e) => set({ from: e.target.value || undefined })} />
        </label>
        <label className="chipfield">
          <span className="sr">Until</span>
          <input
            type="date"
            value={filters.until ?? ""}
            onChange={(e) => set({ until: e.target.value || undefined })}
          />
        </label>
      </div>
      {list.error && <ProblemBox error={list.error} />}
      <div className="atlas">
        <section aria-label="Events">
          <ol className="evs">
            {placed.map(({ row, letter }) => (
              <li key={row.id}>
                <button type="button" className="plain" aria-current={row.id === chosen} onClick={() => choose(row.id)}>
                  <span className="k">{letter}</span>
                  <b dir="auto">{row.title}</b>
                  <span className="vd">
                    <Verdict verdict={row.verdict} />
                  </span>
                  <span className="w">
                    <span>
                      <Glyph
                        name={precisionGlyph(row.place!.precision)}
                        large
                        label={precisionWords(row.place!.precision)}
                      />
                      {placeWords({ ...row.place!, admin1: null })}
                    </span>
                    <span>{row.time ? timeWords(row.time as never) : "no date"}</span>
                    <span>
                      {row.reports} {row.reports === 1 ? "report" : "reports"}
                    </span>
                  </span>
                </button>
                {row.id === chosen && (
                  <Link className="btn" to="/dossiers/$id" params={{ id: row.id }}>
                    Open the dossier <kbd>Enter</kbd>
                  </Link>
                )}
              </li>
            ))}
          </ol>
          {unplaced.length > 0 && (
            <details className="unpl" open={placed.length === 0}>
              <summary>{unplaced.length} not placed</summary>
              <ul>
                {unplaced.map((row) => (
                  <li key={row.id}>
                    <Link to="/dossiers/$id" params={{ id: row.id }}>
                      {row.title}
                    </Link>{" "}
                    <span className="meta">
                      {row.place ? `${row.place.name}: no coordinates known` : "no place on which the reports agree"},{" "}
                      {typeWords(row.type)}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
        <div className="mapside">
          <WorldMap placed={placed} chosen={chosen ?? null} onChoose={choose} />
          <Timeline rows={rows} placed={placed} chosen={chosen ?? null} onChoose={choose} />
        </div>
      </div>
    </>
  );
}

/** A to Z, then A1, B1 … */
const letter = (i: number): string => String.fromCharCode(65 + (i % 26)) + (i >= 26 ? Math.floor(i / 26) : "");
