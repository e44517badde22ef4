import type { ReactNode } from "react";

/** The bar of filters that lists share. Every filter lives in the address; a bar only shows and changes it. */
export function FilterBar({
  filtered,
  onClear,
  children,
}: {
  filtered: boolean;
  onClear: () => void;
  children: ReactNode;
}) {
  return (
    <div className="filters" role="group" aria-label="Filters">
      {children}
      {filtered && (
        <button type="button" className="chip" onClick={onClear}>
          Clear filters
        </button>
      )}
    </div>
  );
}

type Set = (value: string | undefined) => void;

/** Words, in force on Enter or when the field is left; Esc leaves it as it was. */
export function WordsFilter({
  id,
  label,
  value,
  onSet,
}: {
  id?: string;
  label: string;
  value?: string | undefined;
  onSet: Set;
}) {
  return (
    <label className="chipfield">
      <span className="sr">{label}</span>
      <input
        key={value ?? ""}
        id={id}
        placeholder={label}
        dir="auto"
        defaultValue={value ?? ""}
        onBlur={(e) => e.currentTarget.value !== (value ?? "") && onSet(e.currentTarget.value || undefined)}
        onKeyDown={(e) => {
          if (e.key === "Escape") e.currentTarget.value = value ?? "";
          if (e.key === "Enter" || e.key === "Escape") e.currentTarget.blur();
        }}
      />
    </label>
  );
}

export function DayFilter({ label, value, onSet }: { label: string; value?: string | undefined; onSet: Set }) {
  return (
    <label className="chipfield">
      <span className="meta">{label}</span>
      <input type="date" value={value ?? ""} onChange={(e) => onSet(e.target.value || undefined)} />
    </label>
  );
}

export function ToggleFilter({ on, onSet, children }: { on: boolean; onSet: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onSet}>
      {children}
    </button>
  );
}

/** The first of the options is the order where none is asked for. */
export function SortFilter({
  value,
  options,
  onSet,
}: {
  value?: string | undefined;
  options: readonly (readonly [id: string, name: string])[];
  onSet: Set;
}) {
  const own = options[0]![0];
  return (
    <label className="chipfield">
      <span className="sr">Sort by</span>
      <select value={value ?? own} onChange={(e) => onSet(e.target.value === own ? undefined : e.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
