import type { Time } from "../../core/ledger.ts";
import type { Draft } from "./merge.ts";
import type { Figure } from "./tolls.ts";
import { happening } from "./where-when.ts";

/**
 * "The valley saw a massacre in 1994. The clinic has treated 83 wounded *since Sunday*": whether a figure that says when can be of the event that a
 * mention tells of, whose time lies no more than a month away. `owner`: the event of each mention.
 */
export function makeInTime(
  owner: ReadonlyMap<Draft, string>,
  timeOf: (figure: Figure) => Time | null,
): (figure: Figure, draft: Draft) => boolean {
  const told = new Map<string, Time>();
  for (const [draft, event] of owner) {
    const time = happening(draft.time);
    if (time && (!told.has(event) || time.near !== "sentence")) told.set(event, time.value);
  }
  return (figure, draft) => {
    const [own, event] = [timeOf(figure), told.get(owner.get(draft)!)];
    return !own || !event || (daysTo(event.end, own.start) <= LONG && daysTo(own.end, event.start) <= LONG);
  };
}

/** Days after which nobody dies any more of what happened, as reports go. */
const LONG = 31;
const DAY = 86_400_000;
const daysTo = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
