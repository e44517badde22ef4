import { useEffect, useState } from "react";

interface Shown {
  readonly words: string;
  readonly kind: string;
  readonly neutral: string;
  readonly left: number;
  readonly top: number;
}

/** The neutral reading of the loaded word under the pointer or the focus. One box outside the text, so that nothing in it moves. */
export function LoadedPop() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const on = (event: Event) => {
      const word = event.target instanceof Element ? event.target.closest<HTMLElement>(".lw") : null;
      if (!word) return setShown(null);
      const box = word.getBoundingClientRect();
      setShown({
        words: word.firstChild?.textContent ?? "",
        kind: word.dataset.kind ?? "",
        neutral: word.dataset.neutral ?? "",
        left: Math.min(box.left, innerWidth - 290),
        top: box.bottom + 6,
      });
    };
    const off = () => setShown(null);
    document.addEventListener("pointerover", on);
    document.addEventListener("focusin", on);
    document.addEventListener("scroll", off, true);
    return () => {
      document.removeEventListener("pointerover", on);
      document.removeEventListener("focusin", on);
      document.removeEventListener("scroll", off, true);
    };
  }, []);
  if (!shown) return null;
  return (
    <div className="pop loadedpop" role="tooltip" style={{ left: shown.left, top: shown.top }}>
      <span className="meta">Loaded word · {shown.kind}</span>
      <br />
      <span className="meta">Neutral reading:</span> <b dir="auto">{shown.neutral}</b>
    </div>
  );
}
