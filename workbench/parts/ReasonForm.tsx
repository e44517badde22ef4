import { type ReactNode, useState } from "react";

/** Asks for a few words: why a claim is rejected, what to note, by which rule a value is taken. */
export function ReasonForm({
  label,
  save = "Save",
  needed = false,
  placeholder,
  children,
  onDone,
  onCancel,
}: {
  label: string;
  /** What the button that sends it says. */
  save?: string;
  /** It cannot be sent empty. */
  needed?: boolean;
  placeholder?: string;
  /** What stands above the field. */
  children?: ReactNode;
  onDone: (words: string) => void;
  onCancel: () => void;
}) {
  const [words, setWords] = useState("");
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(words);
      }}
    >
      {children}
      <label className="fld">
        {label}
        <input
          autoFocus
          dir="auto"
          required={needed}
          placeholder={placeholder}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onCancel()}
        />
      </label>
      <div className="row tight">
        <button type="submit" className="btn pri">
          {save} <kbd>Enter</kbd>
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
