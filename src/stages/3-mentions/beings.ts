import type { ActorForm } from "../../core/layers.ts";
import type { ActorKind } from "../../core/ledger.ts";
import type { Gender } from "../../lexicon/actors.ts";

/** An actor while the report is being read: one for each real actor, whatever words name it. */
export interface Being {
  /** What makes it one: a registry id, "AFG/police", a person's name, a description. */
  readonly key: string;
  name: string;
  entry: string | null;
  kind: ActorKind;
  country: string | null;
  memberOf: Being | null;
  /** A person, several people, or a body (a group, a ministry, an army). */
  number: "one" | "many" | "body";
  gender: Gender | null;
  /** Named, not only described. */
  named: boolean;
  /** Head nouns it was described with. */
  readonly nouns: Set<string>;
  /** Tokens that head its mentions, in text order. */
  readonly heads: number[];
}

export interface Said {
  readonly being: Being;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly form: ActorForm;
  readonly rule: string;
  readonly entry?: string;
  /** The same words with less around them ("surgeon" in "a surgeon at Al Thawra hospital"): mentions too, but no findings of their own. */
  readonly shorter?: readonly (readonly [first: number, last: number])[];
}

/** Everybody in the report so far. */
export interface Company {
  readonly beings: Being[];
  readonly byKey: Map<string, Being>;
}

export const newCompany = (): Company => ({ beings: [], byKey: new Map() });

export type Draft = Omit<Being, "key" | "nouns" | "heads">;

export function meet(company: Company, key: string, draft: () => Draft): Being {
  const known = company.byKey.get(key);
  if (known !== undefined) return known;
  const being: Being = { key, ...draft(), nouns: new Set(), heads: [] };
  company.byKey.set(key, being);
  company.beings.push(being);
  return being;
}

/** Notes a mention; `heads` stay in text order. */
export function noteHead(being: Being, head: number): void {
  let at = being.heads.length;
  while (at > 0 && being.heads[at - 1]! > head) at--;
  being.heads.splice(at, 0, head);
}

/** The last token that headed a mention of it before `token`; -1 where there is none. */
export function lastBefore(being: Being, token: number): number {
  for (let i = being.heads.length - 1; i >= 0; i--) if (being.heads[i]! < token) return being.heads[i]!;
  return -1;
}

/** The being that `fits` and was mentioned last before `token`. */
export function mostRecent(company: Company, token: number, fits: (being: Being) => boolean): Being | null {
  let best: Being | null = null;
  let at = -1;
  for (const being of company.beings) {
    if (!fits(being)) continue;
    const last = lastBefore(being, token);
    if (last > at) {
      best = being;
      at = last;
    }
  }
  return best;
}

export const ARMED: ReadonlySet<ActorKind> = new Set(["armed-group", "political-militia", "communal-militia"]);
