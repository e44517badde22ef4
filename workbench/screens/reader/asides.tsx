import type { Claim, Ledger, Note } from "../../../src/index.ts";
import { plural } from "../../parts/words.ts";

/** How far the review of a report has come: a mark a claim. */
export function Meter({
  claims,
  done,
  doubts,
}: {
  claims: readonly Claim[];
  done: ReadonlyMap<string, unknown>;
  doubts: ReadonlyMap<string, readonly string[]>;
}) {
  if (claims.length > 24) return null;
  return (
    <span className="meter" aria-hidden="true">
      {claims.map((claim) => (
        <i key={claim.id} className={done.has(claim.id) ? "done" : doubts.get(claim.id)!.length > 0 ? "doubt" : ""} />
      ))}
    </span>
  );
}

/** What coders noted; `u` takes back the latest. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="notes" aria-label="Notes">
      {notes.map((note) => (
        <li key={note.id} className="note" dir="auto">
          {note.words} <bdi className="meta">{note.author}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** All the ways in which the report names an actor. */
export function Mentions({ ledger, actor }: { ledger: Ledger; actor: string | null }) {
  const found = ledger.actors.find((a) => a.id === actor);
  if (!found) return null;
  const forms = [...new Set(found.mentions.map(([start, end]) => ledger.report.text.slice(start, end)))];
  return (
    <aside className="note" aria-label="All mentions">
      <b>
        <bdi>{found.name}</bdi>
      </b>
      : {plural(found.mentions.length, "mention")}, as{" "}
      {forms.map((form, i) => (
        <span key={form}>
          {i > 0 && ", "}“<bdi>{form}</bdi>”
        </span>
      ))}
    </aside>
  );
}
