import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useKeys } from "../../keys.tsx";
import { DayFilter, FilterBar, SortFilter, ToggleFilter, WordsFilter } from "../../parts/Filters.tsx";
import { ProblemBox } from "../../parts/Problem.tsx";
import { plural } from "../../parts/words.ts";
import { Feeds } from "./Feeds.tsx";
import { Intake } from "./Intake.tsx";
import { JobList } from "./Jobs.tsx";
import { Peek } from "./Peek.tsx";
import { usePages } from "./pages.ts";
import { ReportTable } from "./ReportTable.tsx";

/** Everything that came in, and the one box that takes more. */
export function Inbox() {
  const search = useSearch({ from: "/inbox" });
  const navigate = useNavigate({ from: "/inbox" });
  const { report: chosenId, ...filters } = search;
  const reports = usePages(filters);
  const { total, rowAt } = reports;
  // The chosen row keeps its place when the page it stands on is no longer drawn.
  const [held, setHeld] = useState(0);
  const found = reports.indexOf(chosenId);
  const at = Math.max(0, Math.min(total - 1, found >= 0 ? found : chosenId === undefined ? 0 : held));
  const chosen = rowAt(at);

  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  const choose = async (i: number) => {
    const to = Math.max(0, Math.min(total - 1, i));
    const row = await reports.fetchRow(to);
    if (!row) return;
    setHeld(to);
    set({ report: row.id });
  };
  const open = async () => {
    const row = await reports.fetchRow(at);
    if (row) void navigate({ to: "/reports/$id", params: { id: row.id } });
  };
  const nextDoubtful = async () => {
    for (let i = at + 1; i < total; i++) if (((await reports.fetchRow(i))?.doubts ?? 0) > 0) return choose(i);
  };

  useKeys("inbox", [
    { key: "j", label: "next", run: () => void choose(at + 1), bar: true },
    { key: "k", label: "previous", run: () => void choose(at - 1), bar: true },
    { key: "Enter", label: "open", run: () => void open(), bar: true },
    { key: "f", label: "filter", run: () => document.getElementById("filter-words")?.focus(), bar: true },
    { key: "i", label: "add reports", run: () => document.getElementById("add")?.focus(), bar: true },
    { key: "n", label: "next with doubts", run: () => void nextDoubtful(), bar: true },
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
          {reports.known ? plural(total, "report") : ""}
        </span>
      </FilterBar>
      {reports.error && <ProblemBox error={reports.error} />}
      {reports.known && total === 0 && <Empty filtered={filtered} />}
      {total > 0 && (
        <div className="split">
          <ReportTable
            rowAt={rowAt}
            total={total}
            at={at}
            onChoose={(i) => void choose(i)}
            onOpen={() => void open()}
            onSee={reports.see}
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
