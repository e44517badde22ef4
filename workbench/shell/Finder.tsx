import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from "react";
import { api } from "../api.ts";
import { dateWords } from "../parts/words.ts";
import { Dialog } from "./Dialog.tsx";

interface Found {
  readonly id: string;
  readonly group: "Dossiers" | "Reports";
  readonly title: ReactNode;
  readonly meta: string;
  readonly open: () => void;
}

/** Find anything: dossiers by title, reports by their words. */
export function Finder({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} label="Find anything" className="pal">
      {<Palette onClose={onClose} />}
    </Dialog>
  );
}

function Palette({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const query = useDeferredValue(words.trim());
  const navigate = useNavigate();
  const dossiers = useQuery({
    queryKey: ["find-dossiers", query],
    queryFn: () => api.dossiers({ words: query, limit: 6 }),
    enabled: query !== "",
  });
  const reports = useQuery({
    queryKey: ["find-reports", query],
    queryFn: () => api.search(query),
    enabled: query !== "",
  });

  const found: Found[] = [
    ...(dossiers.data?.items ?? []).map(
      (d): Found => ({
        id: d.id,
        group: "Dossiers",
        title: d.title,
        meta: `${d.reports} reports`,
        open: () => void navigate({ to: "/dossiers/$id", params: { id: d.id } }),
      }),
    ),
    ...(reports.data?.items ?? []).map(
      (hit): Found => ({
        id: hit.report,
        group: "Reports",
        title: hit.title ?? hit.excerpt,
        meta: `${hit.outlet ?? "no outlet"} · ${dateWords(hit.published)}`,
        open: () => void navigate({ to: "/reports/$id", params: { id: hit.report } }),
      }),
    ),
  ];
  const chosen = Math.min(at, found.length - 1);
  const go = (item: Found | undefined) => {
    if (!item) return;
    onClose();
    item.open();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
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
          aria-label="Words of a report, a place, an actor"
          placeholder="Words of a report, a place, an actor"
          dir="auto"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <ul id="found" role="listbox" aria-label="Found">
        {found.map((item, i) => (
          // the keys act in the field above, as in every combobox.
          <li
            key={item.group + item.id}
            id={`found-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => go(item)}
          >
            <span className="meta kind">{item.group === "Dossiers" ? "dossier" : "report"}</span>
            <span dir="auto">{item.title}</span>
            <span className="meta push">{item.meta}</span>
          </li>
        ))}
      </ul>
      {query !== "" && found.length === 0 && !dossiers.isFetching && !reports.isFetching && (
        <p className="none">Nothing here has these words. Names are searched as they stand in the reports.</p>
      )}
    </>
  );
}
