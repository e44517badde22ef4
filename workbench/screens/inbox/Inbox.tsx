import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { Intake } from "./Intake.tsx";
import { JobList } from "./Jobs.tsx";
import { Peek } from "./Peek.tsx";
import { ReportTable } from "./ReportTable.tsx";

const PAGE = 200;

/** Everything that came in, and the one box that takes more. */
export function Inbox() {
  const search = useSearch({ from: "/inbox" });
  const navigate = useNavigate({ from: "/inbox" });
  const { report: chosenId, ...filters } = search;
  const reports = useInfiniteQuery({
    queryKey: ["reports", filters],
    queryFn: ({ pageParam }) => api.reports({ ...filters, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const got = pages.reduce((n, page) => n + page.items.length, 0);
      return got < last.total && last.items.length > 0 ? got : undefined;
    },
  });
  const rows = reports.data?.pages.flatMap((page) => page.items) ?? [];
  const total = reports.data?.pages[0]?.total ?? 0;
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === chosenId),
  );
  const chosen = rows[at];

  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const choose = (i: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, i))];
    if (row) set({ report: row.id });
  };
  const open = () => chosen && void navigate({ to: "/reports/$id", params: { id: chosen.id } });
  const nextDoubtful = () => {
    const next = rows.findIndex((row, i) => i > at && row.doubts > 0);
    if (next >= 0) choose(next);
  };

  useKeys("inbox", [
    { key: "j", label: "next", run: () => choose(at + 1), bar: true },
    { key: "k", label: "previous", run: () => choose(at - 1), bar: true },
    { key: "Enter", label: "open", run: open, bar: true },
    { key: "f", label: "filter", run: () => document.getElementById("filter-words")?.focus(), bar: true },
    { key: "i", label: "add reports", run: () => document.getElementById("add")?.focus(), bar: true },
    { key: "n", label: "next with doubts", run: nextDoubtful, bar: true },
  ]);
  useEffect(() => {
    document.title = "Inbox · Hearsay";
  }, []);

  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <h1 className="sr">Inbox</h1>
      <Intake />
      <JobList />
      <div className="filters" role="group" aria-label="Filters">
        <button
          type="button"
          className="chip"
          aria-pressed={!search.doubtful}
          onClick={() => set({ doubtful: undefined })}
        >
          All {search.doubtful ? "" : total.toLocaleString("en")}
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={search.doubtful === true}
          onClick={() => set({ doubtful: search.doubtful ? undefined : true })}
        >
          With doubts
        </button>
        <label className="chipfield">
          <span className="sr">Words</span>
          <input
            id="filter-words"
            placeholder="Words of a report"
            dir="auto"
            defaultValue={search.words ?? ""}
            onKeyDown={(e) => {
              if (e.key === "Enter") set({ words: e.currentTarget.value || undefined });
              if (e.key === "Escape") e.currentTarget.blur();
            }}
          />
        </label>
        <label className="chipfield">
          <span className="sr">Sort by</span>
          <select
            value={search.sort ?? "added"}
            onChange={(e) => set({ sort: e.target.value === "added" ? undefined : e.target.value })}
          >
            <option value="added">Latest added</option>
            <option value="published">By date</option>
            <option value="outlet">By outlet</option>
            <option value="claims">Most claims</option>
            <option value="doubts">Most doubts</option>
          </select>
        </label>
        {filtered && (
          <button type="button" className="chip" onClick={() => void navigate({ search: {} })}>
            Clear filters
          </button>
        )}
      </div>
      {reports.error && <ProblemBox error={reports.error} />}
      {reports.data && total === 0 && <Empty filtered={filtered} />}
      {total > 0 && (
        <div className="split">
          <ReportTable
            rows={rows}
            total={total}
            at={at}
            onChoose={choose}
            onOpen={open}
            onEnd={() => reports.hasNextPage && !reports.isFetching && void reports.fetchNextPage()}
          />
          {chosen && <Peek row={chosen} />}
        </div>
      )}
    </>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <p className="empty big">
        No report fits these filters.{" "}
        <Link to="/inbox" search={{}}>
          Show all reports
        </Link>
      </p>
    );
  return (
    <div className="empty">
      <p className="big">Nothing here yet. Paste a report above, or drop files or a folder anywhere on this page.</p>
      <p className="sub">
        From a terminal: <code>hearsay add FOLDER</code> adds to the same case while this page is open.
      </p>
    </div>
  );
}
