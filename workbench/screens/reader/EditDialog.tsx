import { useState } from "react";
import { ACTS, CERTAINTIES, MODALITIES } from "../../../src/core/ledger.ts";
import type { Claim, Ledger } from "../../../src/index.ts";
import { Dialog } from "../../shell/Dialog.tsx";

export interface Change {
  readonly kind: "claim" | "event";
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
}

interface Props {
  readonly ledger: Ledger;
  readonly claim: Claim;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSave: (changes: readonly Change[], reason: string) => void;
}

/** Corrects the fields of a claim and its event; only what was changed is saved, beside the machine's reading. */
export function EditDialog(props: Props) {
  return (
    <Dialog open={props.open} onClose={props.onClose} label="Edit the claim">
      <Form {...props} />
    </Dialog>
  );
}

function Form({ ledger, claim, onClose, onSave }: Props) {
  const event = ledger.events.find((e) => e.id === claim.event);
  const [reason, setReason] = useState("");
  const [values, setValues] = useState({
    source: claim.source,
    act: claim.act as string,
    polarity: claim.polarity as string,
    certainty: claim.certainty as string,
    modality: claim.modality as string,
    type: event?.type ?? "",
    stage: event?.stage as string,
    place: event?.place ?? "",
    start: event?.time?.start.slice(0, 10) ?? "",
    end: event?.time?.end.slice(0, 10) ?? "",
    counts: claim.counts.map((count) => ({ low: `${count.low}`, high: count.high === null ? "" : `${count.high}` })),
  });
  const set = (field: keyof typeof values) => (e: { target: { value: string } }) =>
    setValues({ ...values, [field]: e.target.value });
  const setCount = (i: number, end: "low" | "high", value: string) =>
    setValues({ ...values, counts: values.counts.map((count, j) => (i === j ? { ...count, [end]: value } : count)) });

  const changes = (): Change[] => {
    const found: Change[] = [];
    for (const field of ["source", "act", "polarity", "certainty", "modality"] as const) {
      if (values[field] !== claim[field]) found.push({ kind: "claim", id: claim.id, field, value: values[field] });
    }
    const counts = claim.counts.map((count, i) => ({
      ...count,
      low: Number(values.counts[i]!.low),
      high: values.counts[i]!.high === "" ? null : Number(values.counts[i]!.high),
    }));
    if (JSON.stringify(counts) !== JSON.stringify(claim.counts))
      found.push({ kind: "claim", id: claim.id, field: "counts", value: counts });
    if (!event) return found;
    if (values.type !== event.type) found.push({ kind: "event", id: event.id, field: "type", value: values.type });
    if (values.stage !== event.stage) found.push({ kind: "event", id: event.id, field: "stage", value: values.stage });
    if (values.place !== (event.place ?? ""))
      found.push({ kind: "event", id: event.id, field: "place", value: values.place || null });
    if (
      values.start !== (event.time?.start.slice(0, 10) ?? "") ||
      values.end !== (event.time?.end.slice(0, 10) ?? "")
    ) {
      const time =
        values.start === ""
          ? null
          : {
              start: values.start,
              end: values.end || values.start,
              precision: "day",
              basis: "stated",
              evidence: event.time?.evidence ?? [],
            };
      found.push({ kind: "event", id: event.id, field: "time", value: time });
    }
    return found;
  };

  const choice = (
    label: string,
    field: "act" | "polarity" | "certainty" | "modality" | "stage",
    options: readonly string[],
  ) => (
    <label className="fld">
      {label}
      <select value={values[field]} onChange={set(field)}>
        {options.map((o) => (
          <option key={o}>{o}</option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        onSave(changes(), reason);
      }}
    >
      <h2 className="h2">Edit the claim</h2>
      <p className="meta">The machine’s reading is kept beside yours.</p>
      <div className="grid2">
        <label className="fld">
          Source
          <select value={values.source} onChange={set("source")}>
            {ledger.actors.map((a) => (
              <option key={a.id} value={a.id}>
                {a.name}
              </option>
            ))}
          </select>
        </label>
        {choice("Act", "act", ACTS)}
        {choice("Polarity", "polarity", ["positive", "negative"])}
        {choice("Certainty", "certainty", CERTAINTIES)}
        {choice("Modality", "modality", MODALITIES)}
        <label className="fld">
          Event type
          <input value={values.type} onChange={set("type")} />
        </label>
        {choice("Stage", "stage", ["accomplished", "attempted", "threatened"])}
        <label className="fld">
          Place
          <select value={values.place} onChange={set("place")}>
            <option value="">not said</option>
            {ledger.places.map((p) => (
              <option key={p.id} value={p.id}>
                {p.name}
              </option>
            ))}
          </select>
        </label>
        <label className="fld">
          From day
          <input type="date" value={values.start} onChange={set("start")} />
        </label>
        <label className="fld">
          To day
          <input type="date" value={values.end} onChange={set("end")} />
        </label>
        {claim.counts.map((count, i) => (
          <fieldset className="fld" key={`${count.harm}${count.span[0]}`}>
            <legend>
              {count.harm}, <bdi>{count.whoText}</bdi>
            </legend>
            <span className="row tight">
              <input
                aria-label="at least"
                inputMode="numeric"
                value={values.counts[i]!.low}
                onChange={(e) => setCount(i, "low", e.target.value)}
              />
              <input
                aria-label="at most, empty where open"
                inputMode="numeric"
                value={values.counts[i]!.high}
                placeholder="open"
                onChange={(e) => setCount(i, "high", e.target.value)}
              />
            </span>
          </fieldset>
        ))}
      </div>
      <label className="fld">
        Reason
        <input dir="auto" value={reason} onChange={(e) => setReason(e.target.value)} />
      </label>
      <div className="row tight end">
        <button type="submit" className="btn pri" disabled={changes().length === 0}>
          Save
        </button>
        <button type="button" className="btn" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
