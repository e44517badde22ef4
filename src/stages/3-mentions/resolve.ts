import { isPassive } from "../../core/arguments.ts";
import type { ActorForm } from "../../core/layers.ts";
import type { ActorKind } from "../../core/ledger.ts";
import { NAME_KINDS, type Syntax } from "../../core/syntax.ts";
import { conjuncts, relation, upos } from "../../core/tree.ts";
import type { ActorIndex, Known } from "../../lexicon/actor-index.ts";
import type { ActorRow, StateBodyRow, StateRow } from "../../lexicon/actors.ts";
import { foldName } from "../../lexicon/fold.ts";
import { type Being, type Company, type Draft, meet, noteHead, type Said } from "./beings.ts";
import { type CountryWeights, homeOf } from "./home.ts";
import { nameOf, type Phrase, phraseOf } from "./phrases.ts";
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

/** A body of a state: "AFG/police". The same for all words that name it. */
export function stateBeing(scene: Scene, country: StateRow, body: StateBodyRow): Being {
  return meet(scene.company, `${country.code}/${body.id}`, () => {
    return blank(bodyName(country, body), {
      entry: `${country.code}/${body.id}`,
      kind: body.kind,
      country: country.code,
      named: true,
    });
  });
}

/** The state whose body a bare word means ("the army"): that of the country the report is about; null where two are at it. */
export function homeState(scene: Scene, bodyId: string): StateRow | null {
  const code = homeOf(scene.weights, (c) => !scene.index.countryOf.get(c)?.lacks.includes(bodyId));
  return code === null ? null : (scene.index.countryOf.get(code) ?? null);
}

export const bodyRow = (scene: Scene, id: string): StateBodyRow => scene.index.bodyOf.get(id)!;

/** The registry id of whom a name stands for: its row, or state and body. */
export const entryOf = (known: Known): string =>
  known.is === "state" ? `${known.country.code}/${known.body.id}` : known.row.id;

/** How a name of the registry is told in a notice. */
export const nameOfKnown = (known: Known): string =>
  known.is === "state"
    ? bodyName(known.country, known.body)
    : known.is === "row"
      ? known.row.name
      : known.office.holder;

const bodyName = (country: StateRow, body: StateBodyRow): string =>
  body.named.replace("{adjective}", country.adjectives[0] ?? country.name).replace("{country}", country.name);

/** The row it is a wing of, or the state body it is a unit of ("IRQ/armed-forces"). */
function parentOf(scene: Scene, row: ActorRow): Being | null {
  if (row.parent === undefined) return null;
  const [code, body] = row.parent.split("/");
  if (body !== undefined) return stateBeing(scene, scene.index.countryOf.get(code!)!, bodyRow(scene, body));
  const parent = scene.index.rowOf.get(row.parent)!;
  return knownBeing(scene, { is: "row", row: parent, epithet: false, form: parent.name });
}

/** Who a name of the registry is. */
export function knownBeing(scene: Scene, known: Known): Being {
  if (known.is === "state") return stateBeing(scene, known.country, known.body);
  const { row } = known;
  const body = meet(scene.company, row.id, () => {
    return blank(row.name, {
      entry: row.id,
      kind: row.kind,
      country: row.countries[0] ?? null,
      memberOf: parentOf(scene, row),
      number: row.kind === "person" ? "one" : "body",
      named: true,
    });
  });
  if (known.is === "row") {
    for (const noun of nounsOfName(scene, `${row.name} ${row.names.join(" ")}`)) body.nouns.add(noun);
    return body;
  }
  return meet(scene.company, `person:${foldName(known.office.holder).join(" ")}`, () =>
    blank(known.office.holder, {
      kind: "person",
      country: row.countries[0] ?? null,
      memberOf: body,
      number: "one",
      named: true,
    }),
  );
}

/** Nouns inside a name by which it is taken up again: "the Observatory", "the ministry". */
export function nounsOfName(scene: Scene, name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => scene.index.nouns.root.next.get(word)?.values);
}

/** The kind that all actors of an ambiguous name share. */
export function describedKind(what: Unit["what"]): ActorKind {
  if (what.is !== "known") return "unknown";
  const kinds = new Set(what.known.map((k) => (k.is === "state" ? k.body.kind : k.row.kind)));
  return kinds.size === 1 ? [...kinds][0]! : "unknown";
}

export interface Owner {
  readonly being: Being | null;
  readonly country: StateRow | null;
}
const NOBODY: Owner = { being: null, country: null };

/** Whose a noun phrase is: "Taliban" in "Taliban fighters", Mali in "soldiers of Mali", the ministry in "its spokesman". */
export function ownerOf(scene: Scene, u: number, resolve: (u: number) => Being | null): Owner {
  const { s, units } = scene;
  const ph = phrase(scene, u);
  let country: StateRow | null = null;
  for (let v = u - 1; v >= 0 && units[v]!.first >= ph.first; v--) {
    const unit = units[v]!;
    // "US-led", "Iran-backed": not theirs.
    if (
      s.lower[unit.last + 1] === "-" &&
      unit.last + 2 < units[u]!.first &&
      s.end[unit.last] === s.start[unit.last + 1]
    )
      continue;
    if (unit.what.is === "country") {
      if (unit.what.words[0]!.use !== "capital") country ??= unit.what.words[0]!.country;
      continue;
    }
    if (unit.what.is === "noun" && /^(?:amod|det)/.test(s.deprel[unit.head]!) && unit.what.row.role !== "fighter")
      continue;
    // "the *resistance* group", "a *militia* faction": says what kind of group it is
    const { what } = units[u]!;
    if (unit.what.is === "noun" && unit.what.row.role === "group" && what.is === "noun" && what.row.role === "group")
      if (s.deprel[unit.head] === "compound") continue;
    const being = resolve(v);
    if (being !== null) return { being, country };
  }
  if (country !== null) return { being: null, country };
  for (const head of ph.bound) {
    const v = scene.unitOf[head]!;
    if (v < 0 || v === u) continue;
    const { what } = units[v]!;
    if (what.is === "country") return { being: null, country: what.words[0]!.country };
    const being = resolve(v);
    if (being !== null) return { being, country: null };
  }
  return NOBODY;
}

/** Whether somebody at this token is said to say something: subject of a verb with content. */
export function speaks(s: Syntax, head: number): boolean {
  if (relation(s, head) !== "nsubj") return false;
  const verb = s.head[head]!;
  if (verb < 0 || upos(s, verb) !== "VERB") return false;
  // "Kyiv: a missile strike kills nine": who stands before the colon says it
  if (relation(s, verb) === "parataxis") return s.lower[s.left[verb]!] !== ":" && s.lower[s.left[verb]! - 1] !== ":";
  for (let c = s.firstChild[verb]!; c >= 0; c = s.nextSibling[c]!) {
    const rel = relation(s, c);
    // "there is no truth in it"
    if (rel === "expl") return false;
    if (rel === "ccomp" || rel === "parataxis") return true;
  }
  return false;
}

/** Whether somebody at this token is subject of a verb of saying, whatever is said. */
export function says(s: Syntax, head: number, verbs: ReadonlySet<string>): boolean {
  const rel = s.deprel[head]!;
  const verb = s.head[head]!;
  if (verb < 0 || (relation(s, head) !== "nsubj" && rel !== "obl:agent")) return false;
  if (upos(s, verb) !== "VERB" || (rel === "obl:agent") !== isPassive(s, verb)) return false;
  // "did not comment, but has denied it"
  return conjuncts(s, verb).some((t) => verbs.has(s.lemma[t]!) && upos(s, t) === "VERB");
}

/** Whether a set phrase brings somebody at this token as who says it: "*according to* the panel". */
export function isCited(s: Syntax, head: number, phrases: ActorIndex["speaking"]["phrases"]): boolean {
  for (let c = s.firstChild[head]!; c >= 0; c = s.nextSibling[c]!) {
    if (relation(s, c) !== "case") continue;
    if (
      phrases
        .get(s.lower[c]!)
        ?.some(({ words, row }) => !row.needs && words.every((word, i) => s.lower[c + i] === word))
    )
      return true;
  }
  return false;
}

/** The words of a description as the key and name of somebody nobody names. */
export function described(scene: Scene, u: number, rest: Partial<Draft>, unique = false, suffix = ""): Being {
  const unit = scene.units[u]!;
  const ph = phrase(scene, u);
  const words = nameOf(scene.s, ph.first, ph.described, scene.index);
  const plain = rest.number === "many" ? nameOf(scene.s, ph.first, beforePlace(scene, ph), scene.index) : words;
  const owner = possessorOf(scene, ph);
  const whose = suffix === "" && owner !== null ? `@${owner.key}` : suffix;
  const key = unique ? `one:${unit.head}` : `described:${foldName(words).join(" ")}${whose}`;
  return meet(scene.company, key, () => blank(owner === null ? plain : owned(scene, owner, plain), rest));
}

/** Who "his" is in "his men"; null where no pronoun owns them, or nobody knows whose it is. */
function possessorOf({ unitOf, resolved, outlet, index }: Scene, { owner }: Phrase): Being | null {
  const being = owner < 0 ? null : (resolved.get(unitOf[owner]!) ?? null);
  const told = being !== null && being !== outlet && !index.pronouns.has(being.name.toLowerCase());
  return told && being.name.split(" ").length <= LONGEST_OWNER ? being : null;
}

/** "his men", "her pupils": "Adam Bakhit's men", "teacher's pupils". */
function owned({ index }: Scene, owner: Being, words: string): string {
  const [mark, short] = [...index.small.belonging!];
  return `${owner.name}${owner.name.endsWith(mark!.at(-1)!) ? short : mark} ${words}`;
}

/** In words: whoever is described at more length is no help in naming his men. */
const LONGEST_OWNER = 4;

/** "engineers *in Cabo Delgado*": where they were is told of the event, and is no part of what they are called. */
function beforePlace({ s, index }: Scene, { core, described }: Phrase): number {
  const place = NAME_KINDS[s.name[core + 2] ?? 0] === "place";
  return described > core && place && index.small.setting?.has(s.lower[core + 1]!) ? core : described;
}

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

/** The armed side that publishes the report ("our forces" in its own voice). */
export function ownForces(scene: Scene, u: number, kind: ActorKind): Being {
  const party = scene.outlet.memberOf;
  if (party !== null) return party;
  const words = nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index);
  const being = meet(scene.company, "own-forces", () => blank(words, { kind, memberOf: scene.outlet }));
  if (being.kind === "unknown") being.kind = kind;
  return being;
}
