import type { AttributionValue } from "../../core/layers.ts";
import type { Act } from "../../core/ledger.ts";
import type { Statement } from "./statement.ts";

type StanceValue = Pick<AttributionValue, "act" | "polarity" | "certainty" | "modality">;

/** What a negated act amounts to: "could not confirm" is doubt that leaves all open, "does not believe" leans against. */
const NEGATED: Readonly<Partial<Record<Act, Partial<StanceValue>>>> = {
  state: { act: "doubt", certainty: "unknown" },
  confirm: { act: "doubt", certainty: "unknown" },
  suspect: { act: "doubt", polarity: "negative", certainty: "certain" },
  doubt: { act: "state", polarity: "positive" },
  // "did not rule out that …"
  deny: { act: "suspect", polarity: "positive", certainty: "possible" },
};

/** Act and stance of a statement: its row's, turned where the cue itself is negated. */
export function stanceOf(statement: Statement): StanceValue {
  const { row } = statement;
  if (statement.granted) return { act: "state", polarity: "positive", certainty: "certain", modality: "actual" };
  const plain: StanceValue = {
    act: row.act,
    polarity: row.polarity ?? "positive",
    certainty: row.certainty ?? "certain",
    modality: row.modality ?? "actual",
  };
  if (statement.asked) return { ...plain, certainty: "unknown", modality: "hypothetical" };
  return statement.negated ? { ...plain, ...NEGATED[row.act] } : plain;
}
