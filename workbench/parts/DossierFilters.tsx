import type { ReactNode } from "react";
import { DayFilter, FilterBar, ToggleFilter, WordsFilter } from "./Filters.tsx";

/** What dossiers can be narrowed to, on every screen that shows them. */
export interface DossierSearch {
  readonly words?: string | undefined;
  readonly type?: string | undefined;
  readonly country?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly verdict?: string | undefined;
  readonly minReports?: number | undefined;
  readonly sort?: string | undefined;
}

const NAMES = ["words", "type", "country", "actor", "from", "until", "verdict", "minReports"] as const;

/** Only the filters of an address that may hold more. */
export const filtersOf = (search: DossierSearch): DossierSearch =>
  Object.fromEntries(NAMES.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));

const NONE = Object.fromEntries(NAMES.map((name) => [name, undefined])) as DossierSearch;

/** The one bar of filters of dossiers: the same in the list, on the map and before an export. They live in the address. */
export function DossierFilters({
  search,
  onSet,
  children,
}: {
  search: DossierSearch;
  onSet: (change: DossierSearch) => void;
  children?: ReactNode;
}) {
  return (
    <FilterBar filtered={Object.keys(filtersOf(search)).length > 0} onClear={() => onSet(NONE)}>
      <WordsFilter id="dossier-words" label="What, where" value={search.words} onSet={(words) => onSet({ words })} />
      <WordsFilter label="Actor" value={search.actor} onSet={(actor) => onSet({ actor })} />
      <DayFilter label="from" value={search.from} onSet={(from) => onSet({ from })} />
      <DayFilter label="until" value={search.until} onSet={(until) => onSet({ until })} />
      <ToggleFilter
        on={search.verdict === "contradict"}
        onSet={() => onSet({ verdict: search.verdict === "contradict" ? undefined : "contradict" })}
      >
        Contradict
      </ToggleFilter>
      <ToggleFilter
        on={search.minReports === 2}
        onSet={() => onSet({ minReports: search.minReports === 2 ? undefined : 2 })}
      >
        Two reports or more
      </ToggleFilter>
      {children}
    </FilterBar>
  );
}
