import { useState } from "react";
import { coder, setCoder } from "../coder.ts";
import { keyName, useAllKeys } from "../keys.tsx";
import { Dialog } from "./Dialog.tsx";

/** All keys in force, and the name that is signed under decisions. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const keys = useAllKeys();
  const [name, setName] = useState(coder());
  return (
    <Dialog open={open} onClose={onClose} label="All keys" className="keydialog">
      <div className="row">
        <h2 className="h2">Keys on this screen</h2>
        <button type="button" className="btn bare push" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <dl className="keysheet">
        {keys.map(({ key, label }) => (
          <div key={key + label}>
            <dt>
              {key.split(" ").map((part) => (
                <kbd key={part}>{keyName(part)}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">No key acts while a field has the focus.</p>
      <label className="fld">
        Your name, signed under corrections and decisions
        <input
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setCoder(event.target.value);
          }}
        />
      </label>
    </Dialog>
  );
}
