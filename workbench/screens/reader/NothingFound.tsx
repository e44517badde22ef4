import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Ledger } from "../../../src/index.ts";
import { api } from "../../api.ts";
import { KeyCap } from "../../keys.tsx";
import { plural } from "../../parts/words.ts";
import { Notices } from "./LeftOut.tsx";
import { Refusals } from "./WhyNot.tsx";

/** What stands in place of claims where there are none: what was skipped in the whole report, and why. */
export function NothingFound({ ledger }: { ledger: Ledger }) {
  const { id, text } = ledger.report;
  const skipped = useQuery({
    queryKey: ["why-not", id, 0, text.length],
    queryFn: () => api.whyNot(id, 0, text.length),
  });
  const refusals = skipped.data?.refusals ?? [];
  return (
    <section className="card nothing" aria-label="Nothing found">
      <h2 className="neutral">Nothing found.</h2>
      <p className="sub">No event that Hearsay knows is told here as having happened, or being threatened or denied.</p>
      {ledger.notices.length > 0 && <Notices notices={ledger.notices} />}
      {refusals.length > 0 && (
        <>
          <h3 className="h3">{plural(refusals.length, "reading")} skipped, and why</h3>
          <Refusals text={text} refusals={refusals} />
        </>
      )}
      {skipped.data && refusals.length === 0 && (
        <p className="sub">
          Nothing was skipped: no word of an event, a speaker or a figure that the lexicon knows stands in the text.
        </p>
      )}
      <p className="sub">
        Select words in the text and press <KeyCap of="W" /> to see what was refused there.{" "}
        <Link to="/inbox">Back to the inbox</Link>
      </p>
    </section>
  );
}
