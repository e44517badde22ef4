import { useState } from "react";
import type { Dossier, EventRef, ReportView } from "../../../src/index.ts";
import { typeWords } from "../../parts/words.ts";

/** What can be parted from the rest: a whole report, or one of the events that a report tells here. */
interface Choice {
  readonly key: string;
  readonly title: string;
  readonly words: string;
  readonly members: readonly EventRef[];
}

function choicesOf(dossier: Dossier, reports: ReadonlyMap<string, ReportView>): Choice[] {
  const told = [...new Set(dossier.members.map((member) => member.report))];
  return told.flatMap((report) => {
    const members = dossier.members.filter((member) => member.report === report);
    const view = reports.get(report);
    const title = view?.row.outlet ?? report;
    const whole = { key: report, title, words: view?.row.title ?? "", members };
    const single = members.map((member): Choice => {
      const event = view?.ledger.events.find((e) => e.id === member.event);
      const claim = view?.ledger.claims.find((c) => c.event === member.event);
      return {
        key: `${report}/${member.event}`,
        title: `${title}, only the ${event ? typeWords(event.type) : member.event}`,
        words: claim?.neutral ?? "",
        members: [member],
      };
    });
    return [...(told.length > 1 ? [whole] : []), ...(members.length > 1 ? single : [])];
  });
}

/** Asks which report, or which event of a report, is of another event. */
export function SplitForm({
  dossier,
  reports,
  onDone,
}: {
  dossier: Dossier;
  reports: ReadonlyMap<string, ReportView>;
  onDone: (members: readonly EventRef[], reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  const choices = choicesOf(dossier, reports);
  if (choices.length === 0) return <p>Only one event of one report is told here.</p>;
  return (
    <>
      <h2 className="h2">Which of these is another event?</h2>
      <label className="fld">
        Reason, may be left empty
        <input dir="auto" value={reason} onChange={(e) => setReason(e.target.value)} />
      </label>
      <ul className="stack choices">
        {choices.map(({ key, title, words, members }) => (
          <li key={key}>
            <button type="button" className="btn" dir="auto" onClick={() => onDone(members, reason)}>
              {title}: {words}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
