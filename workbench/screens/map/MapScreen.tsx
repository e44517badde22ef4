import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import type { DossierRow } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { DossierFilters, type DossierSearch, filtersOf } from "../../parts/DossierFilters.tsx";
import { Glyph } from "../../parts/Glyph.tsx";
import { Verdict } from "../../parts/Marks.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { placeWords, plural, precisionGlyph, precisionWords, timeWords } from "../../parts/words.ts";
import { Timeline } from "./Timeline.tsx";
import { WorldMap } from "./WorldMap.tsx";

export interface LetteredRow {
  readonly row: DossierRow;
  /** The same mark in list, map and timeline. */
  readonly letter: string;
}

export interface PlacedRow extends LetteredRow {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: number;
}

const MOST = 1000;

/** Map, timeline and list of the same dossiers, linked. The list is the truth, the map its picture. */
export function MapScreen() {
  const search = useSearch({ from: "/map" });
  const { chosen } = search;
  const filters = filtersOf(search);
  const navigate = useNavigate({ from: "/map" });
  const list = useQuery({
    queryKey: ["dossiers", filters, "map"],
    queryFn: () => api.dossiers({ ...filters, limit: MOST }),
  });
  const { placed, unplaced, all } = useMemo(() => lettered(list.data?.items ?? []), [list.data]);
  const choose = (id: string) =>
    void navigate({ search: (old) => ({ ...old, chosen: id }), replace: true, resetScroll: false });
  const at = all.findIndex(({ row }) => row.id === chosen);
  const step = (by: number) => {
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (next) choose(next.row.id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen on the map or the timeline comes into view in the list.
  useEffect(() => {
    document.querySelector(".evs [aria-current=true], .unpl [aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen, list.data]);
  const set = (change: DossierSearch) =>
    void navigate({ search: (old) => ({ ...old, ...change }) as typeof search, replace: true });
  useEffect(() => {
    document.title = "Map · Hearsay";
  }, []);
  useKeys("map", [
    { key: "f", label: "filter", run: () => document.getElementById("dossier-words")?.focus(), bar: true },
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
      </div>
      <DossierFilters search={search} onSet={set}>
        <Link className="chip" to="/dossiers" search={filters as never}>
          As a list
        </Link>
        <span className="meta" role="status">
          {list.data ? plural(list.data.total, "dossier") : ""}
          {list.data && list.data.total > MOST ? `, the first ${MOST} shown` : ""}
        </span>
      </DossierFilters>
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
                      <bdi>{placeWords(row.place!)}</bdi>
                    </span>
                    <span>{row.time ? timeWords(row.time as never) : "no date"}</span>
                    <span>{plural(row.reports, "report")}</span>
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
          {unplaced.length > 0 && <Unplaced rows={unplaced} chosen={chosen ?? null} open={placed.length === 0} />}
        </section>
        <div className="mapside">
          <WorldMap placed={placed} chosen={chosen ?? null} onChoose={choose} />
          <Timeline rows={all} chosen={chosen ?? null} onChoose={choose} />
        </div>
      </div>
    </>
  );
}

/** Events that no report places, or places that have no coordinates: counted and listed, never guessed onto the map. */
function Unplaced({ rows, chosen, open }: { rows: readonly LetteredRow[]; chosen: string | null; open: boolean }) {
  return (
    <details className="unpl" open={open || rows.some(({ row }) => row.id === chosen) || undefined}>
      <summary>{rows.length} not placed</summary>
      <ul>
        {rows.map(({ row, letter }) => (
          <li key={row.id} aria-current={row.id === chosen}>
            <span className="k">{letter}</span>
            <Link to="/dossiers/$id" params={{ id: row.id }} dir="auto">
              {row.title}
            </Link>
            <span className="meta">
              {row.place ? (
                <>
                  <bdi>{row.place.name}</bdi>: no coordinates known
                </>
              ) : (
                "no place on which the reports agree"
              )}
              , {row.time ? timeWords(row.time as never) : "no date"}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Events that can be placed first, in the order of the list; each with its letter. */
function lettered(rows: readonly DossierRow[]) {
  const isPlaced = (row: DossierRow) => row.place?.latitude != null && row.place.longitude !== null;
  const all = [...rows.filter(isPlaced), ...rows.filter((row) => !isPlaced(row))].map(
    (row, i): LetteredRow => ({ row, letter: letter(i) }),
  );
  const placed = all
    .filter(({ row }) => isPlaced(row))
    .map(({ row, letter }): PlacedRow => {
      const { latitude, longitude, precision } = row.place!;
      return { row, letter, latitude: latitude!, longitude: longitude!, precision };
    });
  return { all, placed, unplaced: all.slice(placed.length) };
}

/** A to Z, then A1, B1 … */
const letter = (i: number): string => String.fromCharCode(65 + (i % 26)) + (i >= 26 ? Math.floor(i / 26) : "");
