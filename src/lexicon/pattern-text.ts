import { Problem } from "../core/problem.ts";
import type { PatternRow } from "./events.ts";

const HELP =
  'Write the words or lemmas, alternatives with |, then restrictions in brackets: "open fire on", "shell|bomb [obj=@place|town] [not nsubj=actor]".';

/**
 * A pattern over the syntax as a researcher types it, with the words and restrictions of a lexicon row: words stand together or in one
 * clause, `[relation=words]` must be there, `[not relation=words]` must not; `@class` is a class of nouns, `*` any word.
 *
 * @throws Problem `E-LEXICON-01` where it is none.
 */
export function parsePattern(text: string): PatternRow {
  const only: Record<string, string[]> = {};
  const unless: Record<string, string[]> = {};
  const words = text.replace(/\[([^\]]*)\]/g, (_, inside: string) => {
    const match = /^\s*(not\s+)?([a-z:| ]+?)\s*=\s*(.+?)\s*$/.exec(inside);
    if (!match) throw new Problem("E-LEXICON-01", `"[${inside}]" is no restriction.`, HELP);
    (match[1] ? unless : only)[match[2]!] = match[3]!.split("|").map((word) => word.trim());
    return " ";
  });
  const list = words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (list.length === 0 || /[[\]]/.test(words)) throw new Problem("E-LEXICON-01", `"${text}" is no pattern.`, HELP);
  return {
    id: "pattern",
    words: list.map((word) => word.split("|")),
    part: "any",
    roles: {} as PatternRow["roles"],
    only,
    unless,
  };
}
