import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useKept } from "./kept.ts";

/** One key of a screen. The same list feeds the key bar at the foot, the list under `?`, and the tests. */
export interface Key {
  /** As in KeyboardEvent.key; "ctrl+k" with a modifier. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  /** Shown in the bar at the foot, in these words where the label is too long for it; everything is shown under `?`. */
  readonly bar?: boolean | string;
}

/** A key in force: what it was before a coder gave the act another one, and under which name that is kept. */
export interface BoundKey extends Key {
  readonly own: string;
  readonly id: string;
}

/** A coder's own keys: "OWNER/LABEL" -> key. Kept on this machine. */
const chosenKeys = (text: string | null): Readonly<Record<string, string>> => {
  try {
    return text === null ? {} : (JSON.parse(text) as Record<string, string>);
  } catch {
    return {};
  }
};

/** Gives acts other keys, one or all back to their own. */
export function useRebind() {
  const [text, set] = useKept("keys");
  const chosen = chosenKeys(text);
  return {
    chosen,
    rebind: (id: string, key: string) => set(JSON.stringify({ ...chosen, [id]: key })),
    reset: () => set(null),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** As it stands on the key. */
export const keyName = (key: string): string =>
  key.startsWith("ctrl+") ? `Ctrl ${key.slice(5).toUpperCase()}` : (NAMES[key] ?? key);

interface Registry {
  readonly keys: readonly BoundKey[];
  set(owner: string, keys: readonly Key[]): void;
}

const Context = createContext<Registry>({ keys: [], set: () => undefined });

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function KeyProvider({ children }: { children: ReactNode }) {
  const [lists, setLists] = useState<ReadonlyMap<string, readonly Key[]>>(new Map());
  const [text] = useKept("keys");
  const keys = useMemo(() => {
    const chosen = chosenKeys(text);
    return [...lists].flatMap(([owner, list]) =>
      list.map((one): BoundKey => {
        const id = `${owner}/${one.label}`;
        return { ...one, id, own: one.key, key: chosen[id] ?? one.key };
      }),
    );
  }, [lists, text]);
  const latest = useRef(keys);
  latest.current = keys;
  const set = useMemo(
    () => (owner: string, list: readonly Key[]) =>
      setLists((old) => {
        const next = new Map(old);
        if (list.length === 0) next.delete(owner);
        else next.set(owner, list);
        return next;
      }),
    [],
  );

  useEffect(() => {
    let prefix = "";
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      if (event.altKey) return;
      // No single key acts while a field has the focus or a dialog is open (WCAG 2.1.4).
      if (!control && (typing(event.target) || document.querySelector("dialog[open]"))) return;
      const name = `${control ? "ctrl+" : ""}${control ? event.key.toLowerCase() : event.key}`;
      const wanted = prefix === "" ? name : `${prefix} ${name}`;
      prefix = "";
      const found = latest.current.findLast(({ key }) => key === wanted);
      if (found) {
        event.preventDefault();
        found.run();
      } else if (latest.current.some(({ key }) => key.startsWith(`${name} `))) prefix = name;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return <Context value={useMemo(() => ({ keys, set }), [keys, set])}>{children}</Context>;
}

export const useAllKeys = (): readonly BoundKey[] => useContext(Context).keys;

/** The cap of a key beside a button: the coder's own where there is one. */
export function KeyCap({ of }: { of: string }) {
  const found = useAllKeys().findLast(({ own }) => own === of);
  return <kbd>{keyName(found?.key ?? of)}</kbd>;
}

/** Puts keys in force while the component is shown. A later registration of the same key wins. */
export function useKeys(owner: string, keys: readonly Key[]): void {
  const { set } = useContext(Context);
  const current = useRef(keys);
  current.current = keys;
  const shape = keys.map(({ key, label, bar }) => `${key}|${label}|${bar ?? false}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says when the list changes; the newest functions are called through the ref.
  useEffect(() => {
    set(
      owner,
      current.current.map((key, i) => ({ ...key, run: () => current.current[i]?.run() })),
    );
    return () => set(owner, []);
  }, [owner, shape, set]);
}
