import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Claim, Span } from "../../../src/index.ts";

/** Characters shown on either side of the words. */
const AROUND = 60;

/** Where the words begin and end; a claim's edges move from one to the next. */
function edges(text: string): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const words = [...text.matchAll(/\S+/g)];
  return { starts: words.map((w) => w.index), ends: words.map((w) => w.index + w[0].length) };
}

/** The words of a claim moved by key: arrows move the end, with Shift the beginning. What is selected with the mouse needs none of this. */
export function Respan({
  text,
  claim,
  onDone,
  onCancel,
}: {
  text: string;
  claim: Claim;
  onDone: (span: Span) => void;
  onCancel: () => void;
}) {
  const own = claim.evidence.find((e) => e.role === "content")?.span ?? claim.evidence[0]!.span;
  const [[start, end], setSpan] = useState<Span>(own);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { starts, ends } = edges(text);
  const move = (by: 1 | -1, beginning: boolean) => {
    const next = beginning
      ? by > 0
        ? starts.find((at) => at > start && at < end)
        : starts.findLast((at) => at < start)
      : by > 0
        ? ends.find((at) => at > end)
        : ends.findLast((at) => at < end && at > start);
    if (next !== undefined) setSpan(beginning ? [next, end] : [start, next]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") move(1, event.shiftKey);
    else if (event.key === "ArrowLeft") move(-1, event.shiftKey);
    else if (event.key === "Enter" && event.target === box.current) onDone([start, end]);
    else if (event.key === "Escape") onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset className="reason respan" ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      <legend>Words of the claim</legend>
      <p dir="auto" aria-live="polite">
        <span className="meta">{text.slice(Math.max(0, start - AROUND), start)}</span>
        <mark>{text.slice(start, end)}</mark>
        <span className="meta">{text.slice(end, end + AROUND)}</span>
      </p>
      <p className="meta">
        <kbd>←</kbd> <kbd>→</kbd> move the end, with <kbd>Shift</kbd> the beginning
      </p>
      <div className="row tight">
        <button type="button" className="btn pri" onClick={() => onDone([start, end])}>
          Save <kbd>Enter</kbd>
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </fieldset>
  );
}
