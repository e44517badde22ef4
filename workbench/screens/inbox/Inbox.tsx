import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../api.ts";
import { useKeys } from "../../keys.tsx";
import { DayFilter, FilterBar, SortFilter, ToggleFilter, WordsFilter } from "../../parts/Filters.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { plural } from "../../parts/words.ts";
import { Feeds } from "./Feeds.tsx";
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
      <Feeds />
      <JobList />
      <FilterBar filtered={filtered} onClear={() => void navigate({ search: {} })}>
        <WordsFilter
          id="filter-words"
          label="Words of a report"
          value={search.words}
          onSet={(words) => set({ words })}
        />
        <WordsFilter label="Outlet" value={search.outlet} onSet={(outlet) => set({ outlet })} />
        <DayFilter label="from" value={search.from} onSet={(from) => set({ from })} />
        <DayFilter label="until" value={search.until} onSet={(until) => set({ until })} />
        <ToggleFilter on={search.doubtful === true} onSet={() => set({ doubtful: search.doubtful ? undefined : true })}>
          With doubts
        </ToggleFilter>
        <SortFilter
          value={search.sort}
          onSet={(sort) => set({ sort })}
          options={[
            ["added", "Latest added"],
            ["published", "By date"],
            ["outlet", "By outlet"],
            ["claims", "Most claims"],
            ["doubts", "Most doubts"],
          ]}
        />
        <span className="meta" role="status">
          {reports.data ? plural(total, "report") : ""}
        </span>
      </FilterBar>
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
