import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { ReportRow } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { Stance } from "../../parts/Marks.tsx";
import { dateWords, languageWords } from "../../parts/words.ts";

interface Props {
  /** Undefined where the row has been asked for and is not here yet. */
  readonly rowAt: (i: number) => ReportRow | undefined;
  readonly total: number;
  readonly at: number;
  readonly onChoose: (i: number) => void;
  readonly onOpen: () => void;
  /** Which rows are in view. */
  readonly onSee: (first: number, last: number) => void;
}

/** The reports as a table of which only the rows in view are drawn; a screen reader is told how many there are. */
export function ReportTable({ rowAt, total, at, onChoose, onOpen, onSee }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => 62,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onSee(first, last), [first, last, onSee]);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) virtual.scrollToIndex(at, { align: "auto" });
    moved.current = true;
  }, [at, virtual]);

  return (
    <div role="table" aria-label="Reports" aria-rowcount={total + 1} className="vt in">
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="vrow vhead">
          {["Published", "Report", "Lang.", "Claims", "Doubts"].map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className="vbody" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => (
          // j, k and Enter do the same; the title is a link.
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={index === at}
            className={index === at ? "vrow sel" : "vrow"}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            onClick={(event) => !(event.target as Element).closest("a") && onChoose(index)}
            onDoubleClick={onOpen}
          >
            <Cells row={rowAt(index)} chosen={index === at} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Cells({ row, chosen }: { row: ReportRow | undefined; chosen: boolean }) {
  if (!row)
    return (
      <span role="cell" className="meta t waits">
        …
      </span>
    );
  return (
    <>
      <span role="cell" className="num meta">
        {dateWords(row.published)}
      </span>
      <span role="cell" className="t">
        <span className="ttl" dir="auto">
          <Link to="/reports/$id" params={{ id: row.id }} tabIndex={chosen ? 0 : -1}>
            {row.title ?? row.name}
          </Link>
        </span>
        <span className="out" dir="auto">
          {row.outlet ?? "no outlet found"}
        </span>
        {row.copyOf !== null && <CopyOf report={row.copyOf} />}
        {row.claims === 0 && <span className="cp">Nothing found. Open it to see what was skipped and why.</span>}
      </span>
      <span role="cell" title={languageWords(row.language)}>
        {row.language === "und" ? "–" : row.language}
        <span className="sr"> {languageWords(row.language)}</span>
      </span>
      <span role="cell" className="num" data-l={row.claims === 1 ? "claim" : "claims"}>
        {row.claims}
      </span>
      <span role="cell" data-l={row.doubts === 1 ? "doubt" : "doubts"}>
        {row.doubts > 0 ? (
          <span className="dbt">
            <Stance stance="doubts" />
            {row.doubts}
          </span>
        ) : (
          <span className="meta">0</span>
        )}
      </span>
    </>
  );
}

/** "= Same wire copy as Morning Star, counted once": the report whose text this one carries, by its outlet. */
function CopyOf({ report }: { report: string }) {
  const first = useQuery({ queryKey: ["report", report], queryFn: () => api.report(report) });
  return (
    <span className="cp">
      = Same wire copy as{" "}
      <Link to="/reports/$id" params={{ id: report }} tabIndex={-1}>
        <bdi>{first.data?.row.outlet ?? first.data?.row.title ?? "another report"}</bdi>
      </Link>
      , counted once
    </span>
  );
}
