import type { Ledger } from "../core/ledger.ts";

/** A ledger with so much as a store looks at: for tests. */
export function bareLedger(text: string, more: Partial<Ledger["report"]> = {}): Ledger {
  let a = 7;
  let b = 11;
  for (let i = 0; i < text.length; i++) {
    a = (Math.imul(a, 31) + text.charCodeAt(i)) >>> 0;
    b = (Math.imul(b, 37) + text.charCodeAt(i)) >>> 0;
  }
  const id = `sha256:${(a.toString(16) + b.toString(16)).padStart(64, "0")}`;
  const report = { id, title: null, outlet: null, url: null, published: null, language: "en", text, ...more };
  const engine = { version: "0", lexicon: "0" };
  return {
    schema: "hearsay/ledger@1",
    engine,
    report,
    actors: [],
    places: [],
    events: [],
    claims: [],
    loaded: [],
    notices: [],
  };
}
