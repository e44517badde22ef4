import type { Ledger } from "../core/ledger.ts";

/** Takes the names of people who are not public figures out of what is written. */
export interface Redactor {
  /** "Nadia" -> "[name withheld]", wherever it stands in running words. */
  words(text: string): string;
  /** Same length, so that offsets hold: "Nadia" -> "•••••". */
  mask(text: string): string;
}

export const KEEP: Redactor = { words: (text) => text, mask: (text) => text };

const WITHHELD = "[name withheld]";

/**
 * A redactor for these ledgers. Public are those whom the actor registry knows and those who speak for a body; other persons and witnesses
 * with a name of their own are private. Every form of the name that a report uses is withheld, also in other reports.
 */
export function redactPeople(ledgers: Iterable<Ledger>): Redactor {
  const names = new Set<string>();
  for (const { actors, report } of ledgers) {
    for (const actor of actors) {
      if (
        (actor.kind !== "person" && actor.kind !== "witness" && actor.kind !== "civilians") ||
        actor.entry !== null ||
        actor.memberOf !== null
      )
        continue;
      for (const form of [actor.name, ...actor.mentions.map((m) => report.text.slice(...m))]) {
        for (const name of properNames(form)) names.add(name);
      }
    }
  }
  if (names.size === 0) return KEEP;
  const longestFirst = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return {
    words: (text) => text.replace(pattern, WITHHELD),
    mask: (text) => text.replace(pattern, (name) => name.replace(/[^\s]/gu, (c) => "•".repeat(c.length))),
  };
}

/** Runs of capitalised words: "the mason Nadia Ben Ali, 40" -> "Nadia Ben Ali", and its last word, by which a report goes on. */
function properNames(form: string): string[] {
  const runs =
    form.match(/\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:al|el|bin|ben|ibn|de|da|van|von)[\s-])?\p{Lu}[\p{L}\p{M}'’-]+)*/gu) ??
    [];
  return runs
    .filter((run) => !/^(?:The|A|An|He|She|They|It|One|Two|His|Her)$/.test(run))
    .flatMap((run) => {
      const words = run.split(/\s+/).filter((w) => !/^(?:The|A|An|Mr|Mrs|Ms|Dr)\.?$/.test(w));
      const name = words.join(" ");
      return words.length > 1 ? [name, words.at(-1)!] : [name];
    });
}
