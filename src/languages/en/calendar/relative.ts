import { upos } from "../../../core/tree.ts";
import type { From, Moment, Unit } from "./expression.ts";
import { type Found, found, type Parts, WHICH } from "./parts.ts";

/** Dates reckoned from another: weekdays, "yesterday", "last week", "three days later". Each rule has the words that it is for above it. */
export function relative({ s, words, low, capital, number, unit, yearAfter }: Parts) {
  // "on Thursday", "last Thursday", "next Friday evening", "Thursday of last week", "Thursday last week"
  function weekday(t: number): Found {
    const which = words.value(low[t], "which");
    const at = which === null ? t : t + 1;
    const value = at < s.length && capital(at) ? words.value(low[at], "weekday") : null;
    if (value === null || (low[at]!.length < 5 && upos(s, at) !== "PROPN")) return null;
    let last = partAfter(at);
    let week: number | null = null;
    const of = low[last + 1] === "of" ? last + 2 : last + 1;
    const direction = words.value(low[of], "which");
    if (which === null && direction !== null && unit(of + 1) === "week") {
      week = direction;
      last = of + 1;
    }
    return found(
      { kind: "weekday", weekday: value, which: which === null ? "latest" : WHICH[which]!, week },
      t,
      last,
      "time/weekday",
    );
  }
  const partAfter = (t: number): number =>
    words.has(low[t + 1], "part") && s.sentence[t + 1] === s.sentence[t] ? t + 1 : t;

  // "today", "yesterday evening", "tonight", "Christmas Day"
  function named(t: number): Found {
    const value = words.value(low[t], "day");
    if (value !== null) return found(offset("day", value, "anchor"), t, partAfter(t), "time/relative-day");
    const feast = capital(t) ? words.at(low, t, "feast") : null;
    if (!feast) return null;
    const last = feast.next - 1;
    const at = yearAfter(last);
    return found(
      { kind: "date", year: at.year, month: feast.row.month!, day: feast.row.value!, weekday: null },
      t,
      at.last,
      "time/feast",
    );
  }

  // "last night", "this morning", "last week", "next month", "the past three days", "the last 24 hours", "the weekend"
  function which(t: number): Found {
    const passed = words.has(low[t], "passed");
    const amount = number(t + 1);
    const counted = amount === null ? null : unit(t + 2);
    if (passed && amount !== null && counted !== null) {
      return found({ kind: "past", unit: counted, amount }, t, t + 2, "time/past");
    }
    if (words.has(low[t], "article") && unit(t + 1) === "weekend") {
      return found({ kind: "unit", unit: "weekend", offset: 0, from: "anchor" }, t, t + 1, "time/period");
    }
    const direction = words.value(low[t], "which");
    const of = unit(t + 1);
    if (direction === null || of === null) return null;
    if (of === "hour" || (of === "day" && direction !== 0)) return null; // "the last day", "the next hour"
    if (of === "day" || of === "night") {
      // "the next morning" is counted from the day before it in the text.
      if (direction === 1) return null;
      return found(offset("day", direction, "anchor"), t, t + 1, "time/relative-day");
    }
    // "the past week" runs up to now; "last week" is the one before.
    if (low[t] === "past" || (direction === -1 && words.has(low[t - 1], "article") && of !== "weekend")) {
      return found({ kind: "past", unit: of, amount: 1 }, t, t + 1, "time/past");
    }
    return found({ kind: "unit", unit: of, offset: direction, from: "anchor" }, t, t + 1, "time/period");
  }
  const offset = (of: Unit, amount: number, from: From): Moment => ({ kind: "offset", unit: of, amount, from });

  // "the same day", "that night", "the following morning", "the previous week"
  function again(t: number): Found {
    const direction = words.value(low[t], "again");
    const of = unit(t + 1);
    if (direction === null || of === null || of === "hour" || s.sentence[t + 1] !== s.sentence[t]) return null;
    const days = of === "day" || of === "night";
    if (direction === 1 && !days && words.has(low[t], "which")) return null; // "next week": from the anchor
    // "that year" says when, "the same week" too; "that day" as subject does not date anything else.
    const value = days
      ? offset("day", direction, "context")
      : ({ kind: "unit", unit: of, offset: direction, from: "context" } as const);
    return found(value, t, t + 1, "time/again");
  }

  // "three days ago", "two weeks later", "a day earlier", "hours later", "the day before"
  function counted(t: number): Found {
    let amount = number(t);
    let at = t + 1;
    if (amount === null && words.value(low[t], "one") === 1) {
      const after = number(t + 1);
      amount = after ?? 1;
      at = after === null ? t + 1 : t + 2;
    }
    const bare = amount === null && unit(t) === "hour";
    if (bare) {
      amount = 1;
      at = t;
    }
    const of = amount === null ? null : unit(at);
    if (amount === null || of === null || amount > 500) return null;
    const last = at + 1;
    if (words.has(low[last], "ago")) return found(offset(of, -amount, "anchor"), t, last, "time/ago");
    const direction = words.value(low[last], "shift");
    if (direction === null) return null;
    const adverb = low[last] === "later" || low[last] === "earlier";
    const closes =
      last + 1 >= s.length ||
      s.sentence[last + 1] !== s.sentence[t] ||
      /^(?:PUNCT|CCONJ|AUX|VERB)$/.test(upos(s, last + 1));
    if (adverb || closes) return found(offset(of, direction * amount, "context"), t, last, "time/counted");
    // "on Friday, a week after gunmen seized them": what follows lies that long before the date of the sentence.
    const dated = s.head[last]!;
    if (of === "hour" || dated <= last || !/^(?:mark|case)$/.test(s.deprel[last]!)) return null;
    const value: Moment = { kind: "offset", unit: of, amount: -direction * amount, from: "sentence", of: dated };
    return found(value, t, last, "time/counted-to");
  }

  return { weekday, named, which, again, counted };
}
