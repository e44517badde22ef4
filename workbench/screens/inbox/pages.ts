import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { ReportRow } from "../../../src/index.ts";
import { api, type Query } from "../../api.ts";

const PAGE = 200;

/** A list of any length of which only the pages in view are asked for: its end is as near as its beginning. */
export function usePages(filters: Query) {
  const client = useQueryClient();
  const [[first, last], setView] = useState<readonly [number, number]>([0, 0]);
  const page = (n: number) => ({
    queryKey: ["reports", filters, n],
    queryFn: () => api.reports({ ...filters, offset: n * PAGE, limit: PAGE }),
  });
  const top = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const total = top.data?.total ?? 0;
  const wanted: number[] = [];
  for (let n = Math.floor(first / PAGE); n <= Math.floor(Math.min(last, total - 1) / PAGE); n++) wanted.push(n);
  const pages = useQueries({
    queries: wanted.map(page),
    combine: (results) => new Map(results.flatMap(({ data }, i) => (data ? [[wanted[i]!, data.items] as const] : []))),
  });
  const rowAt = (i: number): ReportRow | undefined =>
    (pages.get(Math.floor(i / PAGE)) ?? (i < PAGE ? top.data?.items : undefined))?.[i % PAGE];
  return {
    total,
    error: top.error,
    known: top.data !== undefined,
    rowAt,
    /** Rows that are on the screen now. */
    see: useCallback(
      (from: number, to: number) => setView((old) => (old[0] === from && old[1] === to ? old : [from, to])),
      [],
    ),
    /** A row wherever it is, asked for where it is not there yet. */
    fetchRow: async (i: number): Promise<ReportRow | undefined> =>
      rowAt(i) ?? (await client.fetchQuery(page(Math.floor(i / PAGE)))).items[i % PAGE],
    indexOf: (id: string | undefined): number => {
      if (id === undefined) return -1;
      for (const [n, items] of [[0, top.data?.items ?? []] as const, ...pages]) {
        const at = items.findIndex((row) => row.id === id);
        if (at >= 0) return n * PAGE + at;
      }
      return -1;
    },
  };
}
