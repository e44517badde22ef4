import type { Problem } from "../../index.ts";

/** Exit codes of every command. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** Nothing to read, or the caller's mistake. */
  mistake: 2,
  /** Input that cannot be read. */
  unreadable: 3,
} as const;

/** Codes of problems that lie in the input; all others are the caller's. */
const UNREADABLE = /^E-DOCUMENT-0[2-689]$|^E-INTAKE-(?!0[13]$|1[67]$)/;

export const exitCode = (problem: Problem): number => (UNREADABLE.test(problem.code) ? EXIT.unreadable : EXIT.mistake);
