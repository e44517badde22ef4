import { fillers, perfectOf } from "../../core/arguments.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, children, isBelow, relation, upos } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Trigger } from "./triggers.ts";
import type { FoundTime, WhereWhen } from "./where-when.ts";

/** From how many days on a stretch of time holds many happenings. */
const LONG = 32;
const DAY = 86_400_000;

/** Whether a trigger tells of many happenings over a stretch of time, and not of one. */
export type IsCumulative = (trigger: Trigger) => boolean;

/**
 * "More than 400 people have been killed SINCE JANUARY", "444 aircraft have been destroyed SINCE THE BEGINNING OF THE OPERATION", "53 such
 * attacks THIS YEAR": a sum over many happenings is no toll of the one that a report tells of.
 */
export function makeCumulative(
  s: Syntax,
  triggers: readonly Trigger[],
  whereWhen: WhereWhen,
  know: EventKnowledge,
): IsCumulative {
  return (trigger) => {
    if (trigger.harm === null && !isSeveral(s, trigger.head) && !hasSeveral(s, trigger.head)) return false;
    const clause = clauseOf(s, trigger.head);
    if (hasLately(s, clause, know) || isOfWar(s, clause, know)) return true;
    const deeds = toldOf(s, clause);
    if (deeds >= 0 && isSeveral(s, deeds) && child(s, deeds, "nummod") >= 0)
      if (sinceIn(s, clauseOf(s, deeds), know) >= 0) return true;
    const opener = sinceIn(s, clause, know);
    const time = whereWhen.time(trigger);
    // what stands inside the words that open the stretch is what it began with
    const long = time !== null && time.near !== "sentence" && !time.ofSaying && daysOf(time) >= LONG;
    if (opener >= 0 && (isBelow(s, trigger.head, opener) || hasDay(s, opener, time)))
      return long && !isBelow(s, trigger.head, opener);
    if (opener >= 0) return long || !triggers.some((other) => isBelow(s, other.head, opener) && lasts(other));
    return (
      long &&
      (upToNow(s, clause) || reachesNow(s, time!) || isSeveral(s, trigger.head)) &&
      !isOneDeed(s, trigger, triggers)
    );
  };
}

/** "Have been killed this year"; "had killed nine in 2012" was done with. */
function upToNow(s: Syntax, clause: number): boolean {
  const perfect = perfectOf(s, clause);
  return perfect >= 0 && s.xpos[perfect] !== "VBD";
}

/** The verb whose clause a word stands in. */
function clauseOf(s: Syntax, token: number): number {
  let t = token;
  while (s.head[t]! >= 0 && upos(s, t) !== "VERB") t = s.head[t]!;
  return t;
}

/** "42 *attacks* since January, in which 130 people *died*": what a relative clause tells more of, wherever the parser hung it; -1 where none is. */
function toldOf(s: Syntax, clause: number): number {
  if (s.deprel[clause] === "acl:relcl") return s.head[clause]!;
  const relative = relation(s, clause) === "advcl" && children(s, clause).some((c) => s.xpos[c] === "WDT");
  return relative ? child(s, s.head[clause]!, "obj") : -1;
}

/** Head of the phrase or clause that "since" opens in a clause; -1 where none does. */
function sinceIn(s: Syntax, clause: number, { small }: EventKnowledge): number {
  for (const c of children(s, clause)) {
    if (!["obl", "advcl", "nmod"].includes(relation(s, c))) continue;
    if (children(s, c).some((m) => m < c && small.since!.has(s.lower[m]!) && /^(?:case|mark)/.test(s.deprel[m]!)))
      return c;
  }
  return -1;
}

/** "The war *has killed* thousands" */
const isOfWar = (s: Syntax, clause: number, { small }: EventKnowledge): boolean =>
  upToNow(s, clause) &&
  fillers(s, clause, "nsubj").some((t) => small["going-on"]!.has(s.lemma[t]!) && relation(s, t) !== "obl");

/** "In recent months", "over the past few years": a stretch that is not counted. */
function hasLately(s: Syntax, clause: number, { small }: EventKnowledge): boolean {
  return children(s, clause).some(
    (c) =>
      relation(s, c) === "obl" &&
      isSeveral(s, c) &&
      small["long-interval"]!.has(s.lemma[c]!) &&
      children(s, c).some((m) => small.lately!.has(s.lower[m]!)) &&
      child(s, c, "nummod") < 0,
  );
}

/** "Since Monday": a day or so within those words. */
function hasDay(s: Syntax, opener: number, time: FoundTime | null): boolean {
  if (time === null || daysOf(time) >= LONG) return false;
  const [first, last] = [s.start[s.left[opener]!]!, s.end[s.right[opener]!]!];
  return time.value.evidence.some(([from, to]) => from >= first && to <= last);
}

const daysOf = ({ value }: FoundTime): number =>
  (Date.parse(value.end.slice(0, 10)) - Date.parse(value.start.slice(0, 10))) / DAY + 1;

const reachesNow = (s: Syntax, { value }: FoundTime): boolean =>
  s.document.published !== null && value.end.slice(0, 10) >= s.document.published.slice(0, 10);

const isSeveral = (s: Syntax, token: number): boolean => s.xpos[token] === "NNS";

/** Several things or people that undergo it, or whatever does it to nobody: not the rebels of "rebels had attacked a post". */
const hasSeveral = (s: Syntax, token: number): boolean =>
  upos(s, token) === "VERB" &&
  children(s, token).some(
    (c) =>
      /^(?:nsubj|obj)/.test(s.deprel[c]!) &&
      !(s.deprel[c] === "nsubj" && child(s, token, "obj") >= 0) &&
      (isSeveral(s, c) || upos(s, c) === "NUM" || child(s, c, "nummod") >= 0),
  );

/** A siege, a battle: what began then goes on, and the figure is its own. An operation is whatever its side does. */
const lasts = ({ type }: Trigger): boolean => type !== null && !type.startsWith("force/raid");

/** "An attack in 2014 killed 298": one deed by its noun. */
const isOneDeed = (s: Syntax, { head }: Trigger, triggers: readonly Trigger[]): boolean =>
  triggers.some(
    (other) =>
      other.row !== null &&
      s.sentence[other.head] === s.sentence[head] &&
      s.xpos[other.head] === "NN" &&
      (other.head === head || s.head[other.head] === head || isBelow(s, head, other.head)),
  );
