import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useDeferredValue, useState } from "react";
import { api } from "../api.ts";
import { keyName, useAllKeys } from "../keys.tsx";
import { dateWords, plural } from "../parts/words.ts";
import { Dialog } from "./Dialog.tsx";

interface Found {
  readonly id: string;
  readonly kind: "screen" | "act" | "actor" | "dossier" | "report";
  readonly title: string;
  readonly meta: string;
  readonly open: () => void;
}

/** Find anything: screens and acts by name, dossiers by title, actors by name, reports by their words. */
export function Finder({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} label="Find anything" className="pal">
      <Palette onClose={onClose} />
    </Dialog>
  );
}

/** What has all the words typed, each at the beginning of a word of its own. */
const fits = (label: string, query: string): boolean => {
  const words = label.toLowerCase().split(/\s+/);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
};

function useFound(query: string): { readonly found: readonly Found[]; readonly looking: boolean } {
  const navigate = useNavigate();
  const keys = useAllKeys();
  const enabled = query !== "";
  const dossiers = useQuery({
    queryKey: ["find-dossiers", query],
    queryFn: () => api.dossiers({ words: query, limit: 6 }),
    enabled,
  });
  const actors = useQuery({
    queryKey: ["find-actors", query],
    queryFn: () => api.dossiers({ actor: query, limit: 1 }),
    enabled,
  });
  const reports = useQuery({ queryKey: ["find-reports", query], queryFn: () => api.search(query), enabled });
  if (!enabled) return { found: [], looking: false };
  const acts = keys
    .filter(({ label, key }) => key !== "ctrl+k" && fits(label, query))
    .slice(0, 5)
    .map(({ id, label, key, run }): Found => {
      const caps = key.split(" ").map(keyName).join(" ");
      return { id, kind: key.startsWith("g ") ? "screen" : "act", title: label, meta: caps, open: run };
    });
  const naming = actors.data?.total ?? 0;
  return {
    looking: dossiers.isFetching || reports.isFetching || actors.isFetching,
    found: [
      ...acts,
      ...(naming > 0
        ? [
            {
              id: query,
              kind: "actor" as const,
              title: query,
              meta: `a party in ${plural(naming, "dossier")}`,
              open: () => void navigate({ to: "/dossiers", search: { actor: query } }),
            },
          ]
        : []),
      ...(dossiers.data?.items ?? []).map(
        (d): Found => ({
          id: d.id,
          kind: "dossier",
          title: d.title,
          meta: plural(d.reports, "report"),
          open: () => void navigate({ to: "/dossiers/$id", params: { id: d.id } }),
        }),
      ),
      ...(reports.data?.items ?? []).map(
        (hit): Found => ({
          id: hit.report,
          kind: "report",
          title: hit.title ?? hit.excerpt,
          meta: `${hit.outlet ?? "no outlet"} · ${dateWords(hit.published)}`,
          open: () => void navigate({ to: "/reports/$id", params: { id: hit.report } }),
        }),
      ),
    ],
  };
}

const keyOf = ({ kind, id }: Found): string => `${kind} ${id}`;

function Palette({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState("");
  // By what it is and not by its place: results that arrive later move the others along.
  const [marked, setMarked] = useState<string | null>(null);
  const query = useDeferredValue(words.trim());
  const { found, looking } = useFound(query);
  const chosen = Math.max(
    0,
    found.findIndex((item) => keyOf(item) === marked),
  );
  const mark = (at: number) => setMarked(found[at] ? keyOf(found[at]) : null);
  const go = (item: Found | undefined) => {
    if (!item) return;
    onClose();
    item.open();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") mark(Math.min(chosen + 1, found.length - 1));
    else if (event.key === "ArrowUp") mark(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") go(found[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="in">
        <input
          autoFocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="found"
          aria-activedescendant={found[chosen] ? `found-${chosen}` : undefined}
          aria-label="Words of a report, a place, an actor, a screen or an act"
          placeholder="Words of a report, a place, an actor, a screen or an act"
          dir="auto"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setMarked(null);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <ul id="found" role="listbox" aria-label="Found">
        {found.map((item, i) => (
          // the keys act in the field above, as in every combobox.
          <li key={keyOf(item)} id={`found-${i}`} role="option" aria-selected={i === chosen} onClick={() => go(item)}>
            <span className="meta kind">{item.kind}</span>
            <span dir="auto">{item.title}</span>
            <span className="meta push" dir="auto">
              {item.meta}
            </span>
          </li>
        ))}
      </ul>
      {query !== "" && found.length === 0 && !looking && (
        <p className="none">Nothing here has these words. Names are searched as they stand in the reports.</p>
      )}
    </>
  );
}
