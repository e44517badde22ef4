import { type Key, useKeys } from "../../keys.tsx";

/** What the keys of the reader do, by name. */
export interface ReaderActs {
  readonly nextDoubtful: () => void;
  readonly previousDoubtful: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly accept: () => void;
  readonly acceptOnScreen: () => void;
  readonly reject: () => void;
  readonly edit: () => void;
  readonly respan: () => void;
  readonly mentions: () => void;
  readonly note: () => void;
  readonly noteReport: () => void;
  readonly dossier: () => void;
  readonly why: () => void;
  readonly whyNot: () => void;
  readonly onlyDoubtful: () => void;
  readonly fold: () => void;
  readonly back: () => void;
}

/** Key, what it does in full, and in the bar at the foot where it stands there. */
const KEYS: readonly (readonly [key: string, act: keyof ReaderActs, label: string, bar?: string])[] = [
  ["n", "nextDoubtful", "next doubtful", "next doubtful"],
  ["p", "previousDoubtful", "previous doubtful", "previous"],
  ["j", "next", "next claim"],
  ["k", "previous", "previous claim"],
  ["a", "accept", "accept", "accept"],
  ["A", "acceptOnScreen", "accept all on screen"],
  ["r", "reject", "reject", "reject"],
  ["e", "edit", "edit", "edit"],
  ["s", "respan", "re-span: to the selected words, or by key", "re-span"],
  ["m", "mentions", "all mentions of the source", "mentions"],
  ["c", "note", "note on the claim", "note"],
  ["C", "noteReport", "note on the report"],
  ["d", "dossier", "dossier of the claim", "dossier"],
  ["w", "why", "why", "why"],
  ["W", "whyNot", "why not, of the selected words or the paragraph", "why not"],
  ["f", "onlyDoubtful", "only doubtful"],
  ["z", "fold", "fold graphic and propaganda passages, or show them"],
  ["Escape", "back", "back"],
];

export function useReaderKeys(acts: ReaderActs): void {
  const keys = KEYS.map(([key, act, label, bar]): Key => ({ key, label, bar: bar ?? false, run: () => acts[act]() }));
  useKeys("reader", keys);
}
