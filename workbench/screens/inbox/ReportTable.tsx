import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { ReportRow } from "../../../src/index.ts";
import { Stance } from "../../parts/Marks.tsx";
import { dateWords, languageWords } from "../../parts/words.ts";

interface Props {
  readonly rows: readonly ReportRow[];
  readonly total: number;
  readonly at: number;
  readonly onChoose: (i: number) => void;
  readonly onOpen: () => void;
  /** The reader came near the end of what is loaded. */
  readonly onEnd: () => void;
}

/** The reports as a table of which only the rows in view are drawn; a screen reader is told how many there are. */
export function ReportTable({ rows, total, at, onChoose, onOpen, onEnd }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 62,
    overscan: 12,
    getItemKey: (i) => rows[i]!.id,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
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
        {items.map(({ index, start, key }) => {
          const row = rows[index]!;
          return (
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
              onClick={() => onChoose(index)}
              onDoubleClick={onOpen}
            >
              <span role="cell" className="num meta">
                {dateWords(row.published)}
              </span>
              <span role="cell" className="t">
                <span className="ttl" dir="auto">
                  <a href={`/reports/${encodeURIComponent(row.id)}`} tabIndex={index === at ? 0 : -1}>
                    {row.title ?? row.name}
                  </a>
                </span>
                <span className="out" dir="auto">
                  {row.outlet ?? "no outlet found"}
                </span>
                {row.copyOf !== null && (
                  <span className="cp">
                    = Same wire copy as{" "}
                    <a href={`/reports/${encodeURIComponent(row.copyOf)}`} tabIndex={-1}>
                      <bdi>{rows.find((other) => other.id === row.copyOf)?.outlet ?? "another report"}</bdi>
                    </a>
                    , counted once
                  </span>
                )}
                {row.claims === 0 && (
                  <span className="cp">Nothing found. Open it to see what was skipped and why.</span>
                )}
              </span>
              <span role="cell" title={languageWords(row.language)}>
                {row.language === "und" ? "–" : row.language}
                <span className="sr"> {languageWords(row.language)}</span>
              </span>
              <span role="cell" className="num">
                {row.claims}
              </span>
              <span role="cell">
                {row.doubts > 0 ? (
                  <span className="dbt">
                    <Stance stance="doubts" />
                    {row.doubts}
                  </span>
                ) : (
                  <span className="meta">0</span>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
