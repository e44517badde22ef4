import { useCallback, useSyncExternalStore } from "react";

/** What a reader chose on this machine, kept in the browser; a browser that keeps nothing asks again next time. */
const shown = new Map<string, string | null>();
const listeners = new Set<() => void>();

export function kept(name: string): string | null {
  if (!shown.has(name)) {
    try {
      shown.set(name, localStorage.getItem(`hearsay-${name}`));
    } catch {
      shown.set(name, null);
    }
  }
  return shown.get(name) ?? null;
}

export function keep(name: string, value: string | null): void {
  shown.set(name, value);
  try {
    if (value === null) localStorage.removeItem(`hearsay-${name}`);
    else localStorage.setItem(`hearsay-${name}`, value);
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A kept choice, and how to change it. */
export function useKept(name: string): readonly [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => kept(name));
  const set = useCallback((next: string | null) => keep(name, next), [name]);
  return [value, set];
}
