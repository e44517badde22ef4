import { useEffect, useMemo, useState } from "react";
import type { Claim, Passage } from "../../../src/index.ts";
import { useKept } from "../../kept.ts";
import { typeWords } from "../../parts/words.ts";

/** A passage of the text that is kept folded, by where it begins. */
export interface Fold {
  readonly words: string;
  readonly open: boolean;
}

/** Which passages are folded: a reader's choice that is kept, and what was opened by hand or by going to a claim inside. */
export function useFolds(passages: readonly Passage[], gone: Claim | null) {
  const [kept, keep] = useKept("fold");
  const on = kept === "on";
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (!gone) return;
    const inside = passages.filter((p) => gone.evidence.some((e) => e.span[0] < p.span[1] && e.span[1] > p.span[0]));
    if (inside.length > 0) setOpened((old) => new Set([...old, ...inside.map((p) => p.span[0])]));
  }, [gone, passages]);
  const folds = useMemo(
    () =>
      new Map(
        on ? passages.map((p): [number, Fold] => [p.span[0], { words: wordsOf(p), open: opened.has(p.span[0]) }]) : [],
      ),
    [on, passages, opened],
  );
  const toggle = (start: number) =>
    setOpened((old) => {
      const next = new Set(old);
      if (!next.delete(start)) next.add(start);
      return next;
    });
  const turn = () => {
    setOpened(new Set());
    keep(on ? null : "on");
  };
  return { on, folds, toggle, turn };
}

/** "Propaganda passage: 2 glorifying, 1 formula". */
function wordsOf({ label, loaded, events }: Passage): string {
  const kinds = Object.entries(loaded).map(([kind, n]) => `${n} ${kind}`);
  if (label === "propaganda") return `Propaganda passage: loaded words, ${kinds.join(", ")}`;
  return `Graphic passage: ${events.map(typeWords).join(", ")}`;
}
