import type { Notice } from "../../../src/index.ts";
import { plural } from "../../parts/words.ts";

/** Doubts about the text and what was left open, at the foot of the report. */
export function LeftOut({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <details className="left-out">
      <summary>{plural(notices.length, "doubt")} and what was left open</summary>
      <Notices notices={notices} />
    </details>
  );
}

export const Notices = ({ notices }: { notices: readonly Notice[] }) => (
  <ul>
    {notices.map((notice) => (
      <li key={`${notice.code}${notice.span?.[0]}${notice.message}`}>
        <span dir="auto">{notice.message}</span> <span className="meta">{notice.code}</span>
      </li>
    ))}
  </ul>
);
