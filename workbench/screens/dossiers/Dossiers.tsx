import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { DossierFilters } from "../../parts/DossierFilters.tsx";
import { SortFilter } from "../../parts/Filters.tsx";
import { Glyph } from "../../parts/Glyph.tsx";
import { Verdict } from "../../parts/Marks.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { figureWords, placeWords, plural, precisionGlyph, precisionWords, timeWords } from "../../parts/words.ts";

/** Real events, each told by one or more reports. */
export function Dossiers() {
  const search = useSearch({ from: "/dossiers" });
  const navigate = useNavigate({ from: "/dossiers" });
  const list = useQuery({ queryKey: ["dossiers", search], queryFn: () => api.dossiers({ ...search, limit: 500 }) });
  const [at, setAt] = useState(0);
  const rows = list.data?.items ?? [];
  const chosen = rows[Math.min(at, rows.length - 1)];
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  useEffect(() => {
    document.title = "Dossiers · Hearsay";
  }, []);
  useKeys("dossiers", [
    { key: "j", label: "next", run: () => setAt(Math.min(at + 1, rows.length - 1)), bar: true },
    { key: "k", label: "previous", run: () => setAt(Math.max(at - 1, 0)), bar: true },
    {
      key: "Enter",
      label: "open",
      run: () => chosen && void navigate({ to: "/dossiers/$id", params: { id: chosen.id } }),
      bar: true,
    },
    { key: "f", label: "filter", run: () => document.getElementById("dossier-words")?.focus(), bar: true },
  ]);

  return (
    <>
      <h1 className="h1">Dossiers</h1>
      <DossierFilters search={search} onSet={set}>
        <SortFilter
          value={search.sort}
          onSet={(sort) => set({ sort })}
          options={[
            ["time", "By time"],
            ["reports", "Most reports"],
            ["origins", "Most origins"],
          ]}
        />
        <Link className="chip" to="/map" search={search as never}>
          On the map
        </Link>
        <Link className="chip" to="/export" search={search as never}>
          Export these
        </Link>
        <span className="meta" role="status">
          {list.data ? plural(list.data.total, "dossier") : ""}
        </span>
      </DossierFilters>
      {list.error && <ProblemBox error={list.error} />}
      {list.data && rows.length === 0 && (
        <p className="empty big">
          No dossier fits. A dossier is made when a report tells of an event;{" "}
          <Link to="/inbox">add reports in the inbox</Link>.
        </p>
      )}
      {rows.length > 0 && (
        <table className="list stackable">
          <caption className="sr">Dossiers</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col" className="wide">
                Where
              </th>
              <th scope="col" className="n">
                Reports
              </th>
              <th scope="col" className="n wide">
                Origins
              </th>
              <th scope="col" className="n">
                Killed, as told
              </th>
              <th scope="col">Versions</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.id} className={i === at ? "sel" : ""} aria-selected={i === at}>
                <td className="num meta nowrap">{row.time ? timeWords(row.time as never) : "no date"}</td>
                <td>
                  <Link className="rowlink" to="/dossiers/$id" params={{ id: row.id }} dir="auto">
                    {row.title}
                  </Link>
                </td>
                <td className="wide">
                  {row.place ? (
                    <>
                      <Glyph
                        name={precisionGlyph(row.place.precision)}
                        label={precisionWords(row.place.precision)}
                        large
                      />{" "}
                      <bdi>{placeWords(row.place)}</bdi>
                    </>
                  ) : (
                    <span className="meta">no place</span>
                  )}
                </td>
                <td className="n num" data-l={row.reports === 1 ? "report" : "reports"}>
                  {row.reports}
                </td>
                <td className="n num wide">{row.independent}</td>
                <td className="n num" data-l={row.killed ? "killed, as told" : "killed"}>
                  {row.killed ? (
                    figureWords({ ...row.killed, bound: row.killed.high === null ? "at-least" : "exact" })
                  ) : (
                    <span className="meta">none told</span>
                  )}
                </td>
                <td>
                  <Verdict verdict={row.verdict} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.data && list.data.total > rows.length && (
        <p className="meta">
          {rows.length} of {list.data.total} shown. Narrow the filters to see the others.
        </p>
      )}
    </>
  );
}
