import type { Span } from "../core/span.ts";
import { fold } from "../dossier/names.ts";
import type { Store } from "../stores/store.ts";
import type { Page, SearchHit } from "./case.ts";

const EXCERPT = 240;

export async function search(store: Store, query: string, offset: number, limit: number): Promise<Page<SearchHit>> {
  const { items, total } = await store.search(query, { offset, limit });
  const reports = new Map((await store.reports(items.map((hit) => hit.report))).map((r) => [r.id, r]));
  const words = [...query.matchAll(/-?"[^"]*"|\S+/g)]
    .map((m) => m[0])
    .filter((w) => !w.startsWith("-"))
    .map((w) => w.replace(/["*]/g, ""));
  const hits: SearchHit[] = [];
  for (const { report } of items) {
    const kept = reports.get(report);
    if (!kept) continue;
    const { title, outlet, published, text } = kept.ledger.report;
    const own = await store.profilesOfReport(report);
    const dossiers = [...new Set((await store.dossiersOf(own.map((p) => p.key))).values())];
    hits.push({ report, title, outlet, published, ...excerpt(text, words), dossiers });
  }
  return { items: hits, total };
}

/** Words around the first hit, and all hits in them. Diacritics and case count for nothing, as in the index. */
export function excerpt(text: string, words: readonly string[]): { excerpt: string; hits: Span[] } {
  const wanted = words.flatMap((w) => fold(w).split(" ")).filter((w) => w !== "");
  const found: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const plain = fold(match[0]);
    if (wanted.some((w) => plain === w || (w.length > 3 && plain.startsWith(w))))
      found.push([match.index, match.index + match[0].length]);
  }
  const first = found[0]?.[0] ?? 0;
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, first - EXCERPT / 3)) + 1);
  const until = Math.min(text.length, from + EXCERPT);
  const cut = text.slice(from, until).replace(/\s/g, " ");
  return {
    excerpt: cut,
    hits: found.filter(([s, e]) => s >= from && e <= until).map(([s, e]): Span => [s - from, e - from]),
  };
}
