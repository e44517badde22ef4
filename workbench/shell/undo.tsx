import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { api } from "../api.ts";
import { coder } from "../coder.ts";

/** What was last done, said at the foot for some seconds. One store, since one thing is said at a time. */
interface Said {
  readonly text: string;
  readonly canUndo: boolean;
}

let said: Said | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function say(text: string, canUndo = false): void {
  said = { text, canUndo };
  clearTimeout(timer);
  timer = setTimeout(() => {
    said = null;
    for (const listener of listeners) listener();
  }, 6_000);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Takes back the latest decision or correction that still stands. */
export function useUndo(): { readonly undo: () => void; readonly said: Said | null } {
  const client = useQueryClient();
  const current = useSyncExternalStore(subscribe, () => said);
  const undo = useCallback(async () => {
    try {
      const { items } = await api.history({ limit: 50 });
      const standing = items.find((item) => item.undone === null);
      if (!standing) return say("Nothing to undo.");
      const { id } = standing.kind === "decision" ? standing.decision : standing.correction;
      await api.undo(id, coder());
      await client.invalidateQueries();
      const what = standing.kind === "decision" ? standing.decision.kind : standing.correction.verdict;
      say(`Taken back: ${what}.`);
    } catch (error) {
      say((error as Error).message);
    }
  }, [client]);
  return { undo: () => void undo(), said: current };
}
