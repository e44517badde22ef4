import type { Claim, Notice } from "../../../src/index.ts";

/** Doubts that touch a claim's own words. */
export function doubtsOf(claim: Claim, notices: readonly Notice[]): string[] {
  const content = claim.evidence.filter((e) => e.role === "content");
  const found = notices.filter(
    ({ span }) => span !== null && content.some((e) => span[0] < e.span[1] && span[1] > e.span[0]),
  );
  return [
    ...new Set([
      ...found.map((notice) => notice.message),
      ...(claim.certainty === "unknown" ? ["The source leaves it open."] : []),
    ]),
  ];
}
