import { ReasonForm } from "../../parts/ReasonForm.tsx";

/** What the reader is about to do. */
export type Mode = "read" | "reject" | "edit" | "respan" | "note" | "note-report";

const ASKED: Readonly<Partial<Record<Mode, string>>> = {
  reject: "Reject: why?",
  note: "Note on the claim, for other coders",
  "note-report": "Note on the report, for other coders",
};

/** The field for the words that an act needs: why a claim is rejected, or what is to be noted. */
export function WordsAsked({
  mode,
  onDone,
  onCancel,
}: {
  mode: Mode;
  onDone: (words: string) => void;
  onCancel: () => void;
}) {
  const label = ASKED[mode];
  return label === undefined ? null : <ReasonForm key={mode} label={label} onDone={onDone} onCancel={onCancel} />;
}
