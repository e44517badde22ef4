import { useState } from "react";

/** Shown by `useState` owners that need a field to type in. */
export function ReasonField({
  label,
  onDone,
  onCancel,
}: {
  label: string;
  onDone: (reason: string) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(reason);
      }}
    >
      <label className="fld">
        {label}
        <input
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onCancel()}
        />
      </label>
      <div className="row tight">
        <button type="submit" className="btn pri">
          Save <kbd>Enter</kbd>
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
