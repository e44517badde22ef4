/** UTF-16 offsets into the clean text of a report, half-open. */
export type Span = readonly [start: number, end: number];

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
export const length = (span: Span): number => span[1] - span[0];

/** Reading order: earlier first, the longer first where two start together. */
export const inOrder = (a: Span, b: Span): number => a[0] - b[0] || b[1] - a[1];

/** The smallest span that holds all of `spans`. */
export function hull(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span[0] < start) start = span[0];
    if (span[1] > end) end = span[1];
  }
  return [start, end];
}
