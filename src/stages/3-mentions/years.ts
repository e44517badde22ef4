import type { Document } from "../../core/document.ts";
import type { Anchor, Lifetime, TimeReading } from "../../core/language.ts";
import type { Known } from "../../lexicon/actor-index.ts";
import type { Scene } from "./scene.ts";

/** When a report was written and of which years it tells, as far as it says: what namesakes of other times are told apart by. */
export interface Years {
  /** Of the publication date or the dateline; else the last year that the text states; null where there is none. */
  readonly written: number | null;
  /** Years that the text states, the year of writing included. */
  readonly told: ReadonlySet<number>;
}

export const NO_YEARS: Years = { written: null, told: new Set() };

export function yearsOf(document: Document, anchor: Anchor | null, read: readonly TimeReading[]): Years {
  const told = new Set<number>();
  for (const { time } of read) {
    if (time.basis !== "stated") continue;
    const from = Number(time.start.slice(0, 4));
    // "in the 1990s" says little
    if (Number(time.end.slice(0, 4)) === from) told.add(from);
  }
  const dated = anchor?.date ?? document.published;
  const written = dated ? Number(dated.slice(0, 4)) : told.size > 0 ? Math.max(...told) : null;
  if (written !== null) told.add(written);
  return { written, told };
}

/** First and last year in which a name of the registry was borne, the state bodies' without end. */
export function lifeOf(known: Known): { readonly from: number; readonly until: number } {
  const { from, until } =
    known.is === "holder"
      ? known.office
      : {
          from: known.is === "row" ? Number(known.row.active?.slice(0, 4) ?? 0) : 0,
          until: known.is === "row" ? lastYear(known.row.active) : undefined,
        };
  return { from: from || 0, until: until ?? Number.POSITIVE_INFINITY };
}
const lastYear = (active: string | undefined): number | undefined => {
  const year = active?.split("-")[1];
  return year ? Number(year) : undefined;
};

/** A year before a group is first recorded it may already be reported on. */
const GRACE = 1;

/** It cannot be meant: nobody bore the name yet when the report was written. */
export const isYetToCome = (known: Known, { written }: Years): boolean =>
  written !== null && lifeOf(known).from > written + GRACE;

/** Whether it was there in a year of which the report tells. */
export function isOfItsTime(known: Known, { told }: Years): boolean {
  const { from, until } = lifeOf(known);
  return [...told].some((year) => year >= from - GRACE && year <= until + GRACE);
}

export const lifeInWords = (known: Known): string => {
  const { from, until } = lifeOf(known);
  return `${from || "?"}-${Number.isFinite(until) ? until : ""}`;
};

/** The years in which every group of the registry that the report names was there; null where it names none, or they never met. */
export function lifetimeOf({ company, index }: Pick<Scene, "company" | "index">): Lifetime | null {
  let from = 0;
  let until = Number.POSITIVE_INFINITY;
  const of: string[] = [];
  for (const being of company.beings) {
    const row = being.entry === null || being.heads.length === 0 ? undefined : index.rowOf.get(being.entry);
    if (row?.active === undefined) continue;
    const life = lifeOf({ is: "row", row, epithet: false, form: row.name });
    from = Math.max(from, life.from);
    until = Math.min(until, life.until);
    of.push(row.name);
  }
  if (of.length === 0 || from > until) return null;
  return { from: from || null, until: Number.isFinite(until) ? until : null, of: of.join(" and ") };
}
