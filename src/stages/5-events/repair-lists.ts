import type { Mentions, Quantity } from "../../core/layers.ts";
import { linkTree, type Syntax } from "../../core/syntax.ts";
import { children, relation, tokenAt, upos } from "../../core/tree.ts";

/**
 * Lists of those counted that the parser takes for descriptions: "two teachers, *a nurse* and three pupils" are six, as nobody calls teachers a
 * nurse. `anyone`: nouns for people of any kind, whom a list behind them divides ("12 people, seven men and five women").
 */
export function repairLists(s: Syntax, mentions: Mentions, anyone: ReadonlySet<string>): Syntax {
  const deprel = [...s.deprel];
  const head = Int32Array.from(s.head);
  const counts = new Map<number, Quantity>();
  for (const q of mentions.quantities) {
    counts.set(q.head, q);
    if (q.value.of >= 0) counts.set(q.value.of, q);
  }
  let changed = false;
  const join = (t: number, to: number): void => {
    [head[t], deprel[t]] = [to, "conj"];
    changed = true;
  };
  for (let t = 2; t < s.length; t++) {
    const first = s.head[t]!;
    if (first < 0 || first > t) continue;
    // "a family of five and *their neighbour*"
    if (
      relation(s, t) === "conj" &&
      upos(s, first) === "NUM" &&
      relation(s, first) === "nmod" &&
      isCounted(s, t, counts)
    )
      join(t, s.head[first]!);
    if (isListed(s, t, counts, anyone)) join(t, first);
  }
  return changed ? linkTree({ ...s, deprel, head }) : s;
}

/** Whether a phrase behind a comma is the next of a list that goes on with "and". */
function isListed(s: Syntax, t: number, counts: ReadonlyMap<number, Quantity>, anyone: ReadonlySet<string>): boolean {
  const first = s.head[t]!;
  if (!/^(?:appos|nmod)$/.test(relation(s, t)) || !/^(?:NOUN|PROPN)$/.test(upos(s, first))) return false;
  if (!isCounted(s, t, counts) || !isCounted(s, first, counts) || anyone.has(s.lemma[first]!)) return false;
  const start = startOf(s, t, counts);
  if (s.lower[start - 1] !== "," || isIntroduced(s, t, start)) return false;
  const last = [...children(s, t), ...children(s, first)].find((c) => c > t && relation(s, c) === "conj");
  if (last === undefined || !isCounted(s, last, counts)) return false;
  const and = children(s, last).find((c) => c < last && relation(s, c) === "cc");
  if (and === undefined) return false;
  const [all, one, other] = [first, t, last].map((x) => counts.get(x)?.value.low ?? 1);
  // "two brothers, a farmer and a teacher" are two; "his brother, a teacher, and two guards" three
  if (all === one! + other!) return false;
  return !(all === 1 && one === 1 && s.lower[and - 1] === ",");
}

/** Where a phrase begins: at its number, with what bounds it. */
const startOf = (s: Syntax, t: number, counts: ReadonlyMap<number, Quantity>): number =>
  Math.min(s.left[t]! + (s.lower[s.left[t]!] === "," ? 1 : 0), counts.has(t) ? tokenAt(s, counts.get(t)!.span[0]) : t);

/** "With two guards", "including a nurse": a preposition that is no word of the number. */
const isIntroduced = (s: Syntax, t: number, start: number): boolean =>
  children(s, t).some((c) => s.deprel[c] === "case" && c >= start && !/^(?:up|at|over|to)$/.test(s.lower[c]!));

/** With a number, an article or an owner: "three pupils", "a nurse", "their neighbour". */
const isCounted = (s: Syntax, t: number, counts: ReadonlyMap<number, Quantity>): boolean =>
  counts.has(t) || children(s, t).some((c) => s.deprel[c] === "nmod:poss" || s.deprel[c] === "det");
