import type { Claim } from "../../../src/index.ts";
import type { Mode } from "./WordsAsked.tsx";

/** On a narrow screen: the chosen claim and what to do with it, at the foot of the text. */
export function Dock({
  claim,
  onAccept,
  onMode,
}: {
  claim: Claim;
  onAccept: () => void;
  onMode: (mode: Mode) => void;
}) {
  return (
    <div className="dock slim">
      <p dir="auto">{claim.neutral}</p>
      <button type="button" className="btn pri" onClick={onAccept}>
        Accept
      </button>
      <button type="button" className="btn" onClick={() => onMode("reject")}>
        Reject
      </button>
      <button type="button" className="btn" onClick={() => onMode("edit")}>
        Edit
      </button>
    </div>
  );
}
