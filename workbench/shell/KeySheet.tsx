import { useState } from "react";
import { coder, setCoder } from "../coder.ts";
import { type BoundKey, keyName, useAllKeys, useRebind } from "../keys.tsx";
import { Dialog } from "./Dialog.tsx";

/** All keys in force, each of which may be given another; and the name that is signed under decisions. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [name, setName] = useState(coder());
  return (
    <Dialog open={open} onClose={onClose} label="All keys" className="keydialog">
      <div className="row">
        <h2 className="h2">Keys on this screen</h2>
        <button type="button" className="btn bare push" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <KeyList />
      <label className="fld">
        Your name, signed under corrections and decisions
        <input
          dir="auto"
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

function KeyList() {
  const keys = useAllKeys();
  const { chosen, rebind, reset } = useRebind();
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const take = (one: BoundKey, key: string) => {
    setWaiting(null);
    if (key === "Escape") return;
    const taken = keys.find((other) => other.id !== one.id && (other.key === key || other.key.startsWith(`${key} `)));
    if (taken) return setSaid(`${keyName(key)} is the key of “${taken.label}”.`);
    rebind(one.id, key);
    setSaid(`${keyName(key)}: ${one.label}.`);
  };
  return (
    <>
      <dl className="keysheet">
        {keys.map((one) => (
          <div key={one.id}>
            <dt>
              <button
                type="button"
                className="plain"
                aria-label={`${one.key}: ${one.label}. Give it another key`}
                onClick={() => setWaiting(one.id)}
                onKeyDown={(event) => {
                  if (waiting !== one.id || ["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
                  event.preventDefault();
                  event.stopPropagation();
                  take(one, event.ctrlKey || event.metaKey ? `ctrl+${event.key.toLowerCase()}` : event.key);
                }}
                onBlur={() => setWaiting(null)}
              >
                {waiting === one.id ? (
                  <kbd>…</kbd>
                ) : (
                  one.key.split(" ").map((part) => <kbd key={part}>{keyName(part)}</kbd>)
                )}
              </button>
            </dt>
            <dd>
              {one.label}
              {one.key !== one.own && <span className="meta"> was {keyName(one.own)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="meta" role="status">
        {waiting !== null
          ? "Press the new key, or Esc."
          : said || "Choose a key to give its act another one. No key acts while a field has the focus."}
      </p>
      {Object.keys(chosen).length > 0 && (
        <button type="button" className="btn" onClick={reset}>
          All keys as they were
        </button>
      )}
    </>
  );
}
