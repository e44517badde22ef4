import { useQuery } from "@tanstack/react-query";
import type { Ledger, Refusal, Span } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { plural } from "../../parts/words.ts";

/** What was refused on the selected words, and why. */
export function WhyNot({ ledger, span, onClose }: { ledger: Ledger; span: Span; onClose: () => void }) {
  const { id, text } = ledger.report;
  const refused = useQuery({ queryKey: ["why-not", id, ...span], queryFn: () => api.whyNot(id, ...span) });
  const read = ledger.claims.filter((claim) => claim.evidence.some((e) => e.span[0] < span[1] && e.span[1] > span[0]));
  return (
    <aside className="whynot pop" aria-label="Why not">
      <div className="wn">
        <b className="nowrap">Why not?</b>
        <span className="meta">
          “<bdi>{text.slice(...span)}</bdi>”, {plural(span[1] - span[0], "character")}
        </span>
        <button type="button" className="btn bare icon push" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      <Refusals text={text} refusals={refused.data?.refusals ?? []} />
      <ul>
        {read.map((claim) => (
          <li key={claim.id}>
            <span aria-hidden="true">+</span>
            <span dir="auto">Read: {claim.neutral}</span>
          </li>
        ))}
        {refused.data?.refusals.length === 0 && read.length === 0 && (
          <li>
            <span aria-hidden="true">·</span>
            <span>
              No rule proposed anything here: no word of an event, a speaker or a figure that the lexicon knows.
            </span>
          </li>
        )}
      </ul>
    </aside>
  );
}

/** " › verbs/fire, verbs/open-fire". */
function entriesOf(refusals: readonly Refusal[]): string {
  const entries = [...new Set(refusals.flatMap(({ by }) => by.entry ?? []))];
  return entries.length > 0 ? ` › ${entries.join(", ")}` : "";
}

/** What was proposed on some words and refused, each with its reason and the rule that refused it. */
export function Refusals({ text, refusals }: { text: string; refusals: readonly Refusal[] }) {
  // One reading may be proposed by several rows and refused for the same reason: said once, with all of them.
  const once = new Map<string, [Refusal, ...Refusal[]]>();
  for (const refusal of refusals) {
    const key = [refusal.kind, refusal.by.rule, ...refusal.span, refusal.reason].join(" ");
    const told = once.get(key);
    if (told) told.push(refusal);
    else once.set(key, [refusal]);
  }
  return (
    <ul className="refusals">
      {[...once].map(([key, [refusal, ...others]]) => (
        <li key={key}>
          <span aria-hidden="true">×</span>
          <span>
            <b>{refusal.kind}</b> “<bdi>{text.slice(...refusal.span)}</bdi>” was refused: {refusal.reason}.{" "}
            <span className="meta">
              {refusal.by.rule}
              {entriesOf([refusal, ...others])}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The selected characters as offsets into the report's text; null where nothing of it is selected. */
export function selectedSpan(): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : [start, end];
}

/** Offset into the report of a place in the page: the characters before it in its paragraph, and where that begins. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-paragraph]");
  if (!paragraph) return null;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const skipped of before.querySelectorAll("[data-skip]")) skipped.remove();
  return Number(paragraph.dataset.paragraph) + (before.textContent?.length ?? 0);
}
