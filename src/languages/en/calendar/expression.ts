/** What the words of a date say, before anything is reckoned. */
export type Which = "latest" | "last" | "this" | "next";
export type Unit = "hour" | "day" | "night" | "week" | "fortnight" | "weekend" | "month" | "year" | "decade";
/** What a relative date is counted from: the anchor of the report, the last date the text gave, or the last of the same sentence. */
export type From = "anchor" | "context" | "sentence";

export type Moment =
  /** "Thursday, 3 March 2019", "3 March". */
  | {
      readonly kind: "date";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  /** "the 25th". */
  | { readonly kind: "day-of-month"; readonly day: number }
  /** "March 2019", "last March", "March last year" (`years` -1), "the first week of March" (`week` 1; -1 the last). */
  | {
      readonly kind: "month";
      readonly year: number | null;
      readonly years: number | null;
      readonly month: number;
      readonly which: Which;
      readonly week: number | null;
    }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "decade"; readonly year: number }
  /** "on Thursday", "next Friday", "Thursday of last week" (`week` -1). */
  | { readonly kind: "weekday"; readonly weekday: number; readonly which: Which; readonly week: number | null }
  /** "yesterday", "three days ago", "two days later"; `of` is the token of what is dated: "a day after gunmen *seized* them". */
  | {
      readonly kind: "offset";
      readonly unit: Unit;
      readonly amount: number;
      readonly from: From;
      readonly of?: number;
    }
  /** "last week", "this month". */
  | { readonly kind: "unit"; readonly unit: Unit; readonly offset: number; readonly from: From }
  /** "in the past three days". */
  | { readonly kind: "past"; readonly unit: Unit; readonly amount: number }
  /** "12 Bahman 1357". */
  | {
      readonly kind: "foreign";
      readonly calendar: "islamic-civil" | "persian";
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
    };

export type Expression =
  | Moment
  | { readonly kind: "range"; readonly from: Moment; readonly to: Moment }
  | { readonly kind: "since"; readonly from: Moment }
  /** "overnight", "overnight on Friday", "overnight into Saturday": two days. `told`: "during the night", of the last day told. */
  | { readonly kind: "night"; readonly of: Moment | null; readonly into: boolean; readonly told?: true }
  /** "two days before 3 March", "on the eve of 10 May". */
  | { readonly kind: "shift"; readonly unit: Unit; readonly amount: number; readonly of: Moment }
  /** "three days from 3 May", "for two weeks until 10 March". */
  | {
      readonly kind: "lasting";
      readonly unit: Unit;
      readonly amount: number;
      readonly of: Moment;
      readonly ends: boolean;
    }
  | { readonly kind: "ambiguous"; readonly reason: string };

/** "3:15 p.m. local time", "0830 GMT". */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Minutes east of UTC; null where the text gives no zone: local time. */
  readonly zone: number | null;
}

/** An expression and the tokens it takes: first and last, inclusive. */
export interface Read<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
  readonly rule: string;
}
