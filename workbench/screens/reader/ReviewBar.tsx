import type { Claim } from "../../../src/index.ts";
import { Meter } from "./asides.tsx";

/** How far the review has come, and whether all claims or only the doubtful ones are shown. */
export function ReviewBar({
  claims,
  reviewed,
  doubts,
  onlyDoubtful,
  onOnlyDoubtful,
}: {
  claims: readonly Claim[];
  reviewed: ReadonlyMap<string, unknown>;
  doubts: ReadonlyMap<string, readonly string[]>;
  onlyDoubtful: boolean;
  onOnlyDoubtful: (on: boolean) => void;
}) {
  const done = claims.filter((claim) => reviewed.has(claim.id)).length;
  const doubtful = claims.filter((claim) => doubts.get(claim.id)!.length > 0).length;
  return (
    <div className="review">
      <Meter claims={claims} done={reviewed} doubts={doubts} />
      <span>
        {done} of {claims.length} reviewed, {doubtful} doubtful
      </span>
      <span className="row tight push">
        <button type="button" className="chip" aria-pressed={!onlyDoubtful} onClick={() => onOnlyDoubtful(false)}>
          All
        </button>
        <button type="button" className="chip" aria-pressed={onlyDoubtful} onClick={() => onOnlyDoubtful(true)}>
          Doubtful
        </button>
      </span>
    </div>
  );
}
