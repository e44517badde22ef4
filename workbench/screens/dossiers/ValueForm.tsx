import { useState } from "react";
import type { Field } from "../../../src/index.ts";

/** Asks by which rule a coder takes one value of several. */
export function ValueForm({
  field,
  words,
  onDone,
  onCancel,
}: {
  field: Field;
  words: string;
  onDone: (rule: string) => void;
  onCancel: () => void;
}) {
  const [rule, setRule] = useState("");
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        onDone(rule);
      }}
    >
      <h2 className="h2">Set a coder’s value</h2>
      <p>
        {field}: <b>{words}</b>
      </p>
      <p className="meta">It is shown as yours, with the rule below; every source’s figure stays as it is.</p>
      <label className="fld">
        By which rule?
        <input
          autoFocus
          required
          value={rule}
          onChange={(e) => setRule(e.target.value)}
          placeholder="lowest figure of a source that is no party"
        />
      </label>
      <div className="row tight end">
        <button type="submit" className="btn pri">
          Set
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
