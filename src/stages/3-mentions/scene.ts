import type { Introduction } from "../../core/introduction.ts";
import type { ActorForm } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { ActorIndex } from "../../lexicon/actor-index.ts";
import { type Being, type Company, type Draft, noteHead, type Said } from "./beings.ts";
import type { CountryWeights } from "./home.ts";
import { type Phrase, phraseOf } from "./phrases.ts";
import type { Unit } from "./units.ts";
import type { Years } from "./years.ts";

/** Words that were not read as an actor, or not as the one that they might be, and why. */
export interface Refused {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly entry?: string;
  readonly reason: string;
}

/** What resolving needs: the report, what is known, and who has been met so far. */
export interface Scene {
  readonly s: Syntax;
  readonly index: ActorIndex;
  readonly units: readonly Unit[];
  /** Unit number of each token; -1 outside units. */
  readonly unitOf: Int32Array;
  readonly weights: CountryWeights;
  readonly home: string | null;
  readonly years: Years;
  readonly company: Company;
  readonly outlet: Being;
  /** Unit number -> who it is; null: nobody. */
  readonly resolved: Map<number, Being | null>;
  readonly said: Said[];
  readonly phrases: Map<number, Phrase>;
  readonly refused: Refused[];
  /** Units inside a dateline. */
  readonly datelined: Set<number>;
  /** Statements that the report reads out, and who may be their speaker. */
  readonly introduced: readonly Introduction[];
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array;
  readonly doubts: {
    readonly code: string;
    readonly about: string;
    readonly message: string;
    readonly first: number;
    readonly last: number;
  }[];
}

export function phrase(scene: Scene, u: number): Phrase {
  let made = scene.phrases.get(u);
  if (made === undefined) {
    made = phraseOf(scene.s, scene.units[u]!, scene.index);
    scene.phrases.set(u, made);
  }
  return made;
}

export function say(scene: Scene, being: Being, said: Omit<Said, "being">): Being {
  scene.said.push({ being, ...said });
  noteHead(being, said.head);
  return being;
}

export const blank = (name: string, rest: Partial<Draft> = {}): Draft => ({
  name,
  entry: null,
  kind: "unknown",
  country: null,
  memberOf: null,
  number: "body",
  gender: null,
  named: false,
  ...rest,
});

const isCapital = (s: Syntax, t: number): boolean => /^\p{Lu}/u.test(s.text.slice(s.start[t]!, s.end[t]!));

/** Says a unit in all its wordings; `until`: where still longer ones end. */
export const sayUnit = (
  scene: Scene,
  u: number,
  being: Being,
  form: ActorForm,
  rule: string,
  until: readonly number[] = [],
): Being => {
  const unit = scene.units[u]!;
  const ph = phrase(scene, u);
  const ends = [...new Set([ph.core, ph.bound1, ph.described, ph.last, ...ph.further, ...until])];
  // "six of them *children*"
  const starts = [...new Set([ph.first, ph.bare, unit.first])];
  for (let t = ph.bare; t < unit.first && scene.s.deprel[t] === "amod"; t++) {
    // "Afghan soldiers" may be "soldiers", but "Islamic State fighters" are no "State fighters".
    if (!isCapital(scene.s, t) || !isCapital(scene.s, t + 1)) starts.push(t + 1);
  }
  const shorter = ends.flatMap((last) => starts.map((first) => [first, last] as const));
  return say(scene, being, { first: ph.first, last: ph.last, head: unit.head, form, rule, shorter });
};

/** By which a noun is known again: its lemma, or its row where all words of the row are one ("premier", "prime minister"). */
export function nounKey(scene: Scene, u: number): string {
  const { what, head } = scene.units[u]!;
  return what.is === "noun" && what.row.same ? what.row.id : scene.s.lemma[head]!.toLowerCase();
}

/** Whether somebody is of the side that publishes the report: in its own voice that side is "we", not "the group". */
export const isOwn = ({ outlet }: Scene, being: Being): boolean =>
  being.memberOf === outlet || (outlet.memberOf !== null && being === outlet.memberOf);
