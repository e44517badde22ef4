import { relation } from "../../core/tree.ts";
import { foldName } from "../../lexicon/fold.ts";
import { nearName } from "../../lexicon/near-name.ts";
import { type Being, meet, mostRecent } from "./beings.ts";
import { bodyRow, entryOf, knownBeing, nameOfKnown, nounsOfName, stateBeing } from "./known.ts";
import { ownerOf } from "./owner.ts";
import { blank, nounKey, phrase, type Scene, say } from "./scene.ts";
import type { Unit } from "./units.ts";

type Resolve = (u: number) => Being | null;

/** "the" before a name belongs to the mention. */
export function articleBefore(scene: Scene, unit: Unit): number {
  const before = unit.first - 1;
  const { s } = scene;
  return before >= 0 && s.deprel[before] === "det" && s.sentence[before] === s.sentence[unit.first]
    ? before
    : unit.first;
}

/** The unit right before a person's name that says what he is: "Captain", "air force spokesman", "Communication Minister". */
export function titleUnit(scene: Scene, u: number): number {
  const unit = scene.units[u]!;
  const before = scene.units[u - 1];
  const { s } = scene;
  if (before === undefined || s.sentence[before.last] !== s.sentence[unit.first]) return -1;
  if (before.what.is !== "noun" && !(before.what.is === "body" && before.what.word.use === "minister")) return -1;
  // "spokesman Mr Jeff Davis"
  for (let t = before.last + 1; t < unit.first; t++) if (!scene.index.titles.has(s.lower[t]!)) return -1;
  if (before.what.is === "noun" && /S$/.test(s.xpos[before.last]!)) return -1;
  const tied =
    isWithin(s.head[before.head]!, unit) ||
    isWithin(s.head[unit.head]!, before) ||
    (s.head[before.head] === s.head[unit.head] && relation(s, before.head) !== "conj");
  return tied ? u - 1 : -1;
}

/** Says the title before a name and what it tells of the person: "Lieutenant Colonel Peter Lerner". */
export function sayTitles(scene: Scene, u: number, being: Being, resolve: Resolve): void {
  const { s } = scene;
  const { last } = scene.units[u]!;
  for (
    let title = titleUnit(scene, u);
    title >= 0 && scene.resolved.get(title) !== being;
    title = titleUnit(scene, title)
  ) {
    const ph = phrase(scene, title);
    tell(scene, being, title, resolve);
    scene.resolved.set(title, being);
    say(scene, being, {
      first: ph.first,
      last,
      head: scene.units[title]!.head,
      form: "office",
      rule: "actors/title-before-name",
      shorter: [[ph.bare, last]],
    });
  }
  let first = scene.units[u]!.first;
  for (let t = first - 1; t >= 0 && s.sentence[t] === s.sentence[last] && scene.unitOf[t]! < 0; t--) {
    const title = scene.index.titles.get(s.lower[t]!);
    if (title === undefined || title.nouns) break;
    being.gender ??= title.gender ?? null;
    first = t;
  }
  if (first < scene.units[u]!.first)
    say(scene, being, { first, last, head: first, form: "office", rule: "actors/title-before-name" });
}

const isWithin = (token: number, unit: Unit): boolean => token >= unit.first && token <= unit.last;

/** "Colonel Yusuf Darwish", then "Darwish": a person known by name. */
export function resolvePerson(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  const { s } = scene;
  const words = s.text.slice(s.start[unit.first]!, s.end[unit.last]!).replace(/\s+/g, " ");
  const keys = foldName(words);
  const being = personOf(scene, keys, unit.first, words);
  say(scene, being, { first: unit.first, last: unit.last, head: unit.head, form: "name", rule: "actors/person-name" });
  sayTitles(scene, u, being, resolve);
  being.memberOf ??= bodyBehind(scene, u, being, resolve);
  return being;
}

/** "Commander Arsenio Rojas of *the National Liberation Army*", "President Bola Tinubu of *Nigeria*" */
function bodyBehind(scene: Scene, u: number, being: Being, resolve: Resolve): Being | null {
  for (const head of phrase(scene, u).bound) {
    const v = scene.unitOf[head]!;
    const what = v < 0 || v === u ? undefined : scene.units[v]!.what;
    if (what?.is === "country" && (being.kind === "government" || being.kind === "state-forces")) {
      const { country } = what.words[0]!;
      return stateBeing(scene, country, bodyRow(scene, being.kind === "government" ? "government" : "armed-forces"));
    }
    if (what?.is !== "known" && what?.is !== "acronym" && what?.is !== "body") continue;
    const body = resolve(v);
    if (body !== null && body.number !== "one" && body.kind !== "media") return body;
  }
  return null;
}

/** The person with this name, or with this last name where only that is given. */
function personOf(scene: Scene, keys: readonly string[], token: number, words: string): Being {
  const full = `person:${keys.join(" ")}`;
  const known = scene.company.byKey.get(full);
  if (known !== undefined) return known;
  const same = (being: Being): boolean => {
    if (!being.key.startsWith("person:")) return false;
    const theirs = being.key.slice(7).split(" ");
    // "Darwish" after "Yusuf Darwish"; "Yusuf Darwish" after "Darwish"; "Yusuf" alone where nobody else has it
    if (keys.length === 1) return theirs.includes(keys[0]!);
    return theirs.length === 1 ? theirs[0] === keys.at(-1) : theirs.at(-1) === keys.at(-1) && theirs[0] === keys[0];
  };
  const met = mostRecent(scene.company, token, same);
  if (met === null)
    return meet(scene.company, full, () => blank(words, { kind: "person", number: "one", named: true }));
  if (foldName(met.name).length < keys.length) met.name = words;
  return met;
}

/** What a title or apposition tells of a person: office, body, gender. */
export function tell(scene: Scene, being: Being, u: number, resolve: Resolve): void {
  const unit = scene.units[u]!;
  const { what } = unit;
  if (what.is === "noun") {
    being.nouns.add(nounKey(scene, u));
    const gender = [...scene.index.titles.values()].find(
      (row) => row.nouns && row.words.includes(scene.s.lemma[unit.head]!.toLowerCase()),
    )?.gender;
    being.gender ??= gender ?? null;
    if (
      being.entry === null &&
      (being.kind === "person" || being.kind === "unknown") &&
      what.row.kind !== "unknown" &&
      what.row.role !== "member"
    )
      being.kind = what.row.kind;
  }
  if (what.is === "body") being.nouns.add(scene.s.lemma[unit.head]!.toLowerCase());
  if (being.memberOf !== null) return;
  const owner = ownerOf(scene, u, resolve);
  if (owner.being !== null && owner.being !== being) being.memberOf = owner.being;
  else if (owner.country !== null) {
    being.country ??= owner.country.code;
    if (what.is === "noun" && (what.row.role === "office" || what.row.role === "speaker")) {
      const body = what.row.kind === "state-forces" ? "armed-forces" : "government";
      being.memberOf = stateBeing(scene, owner.country, bodyRow(scene, body));
    }
  }
  if (what.is === "body" && owner.country !== null) being.memberOf = stateBeing(scene, owner.country, what.word.body);
}

/** "Lashkar-e-Jhanvgi": one letter away from one name of the registry, and from no other. */
function misspelt(scene: Scene, unit: Unit, words: string): Being | null {
  const near = nearName(scene.index, foldName(words));
  if (near === null || near.epithet) return null;
  const message = `"${words}" is taken as ${nameOfKnown(near)}: it is one letter away from "${near.form}" and near no other known name.`;
  if (!scene.doubts.some((doubt) => doubt.code === "N-ACTOR-06" && doubt.about === words))
    scene.doubts.push({ code: "N-ACTOR-06", about: words, message, first: unit.first, last: unit.last });
  return say(scene, knownBeing(scene, near), {
    first: articleBefore(scene, unit),
    last: unit.last,
    head: unit.head,
    form: "name",
    rule: "actors/registry-name-by-distance",
    entry: `actors/${entryOf(near)}`,
  });
}

/** The outlet's own name in its report. */
const isOutlet = ({ s }: Scene, words: string): boolean =>
  s.document.outlet !== null && foldName(s.document.outlet).join(" ") === foldName(words).join(" ");

/** "the Zabadani Media Group": an organisation that only the tagger knows. */
export function resolveOrganisation(scene: Scene, u: number): Being {
  const unit = scene.units[u]!;
  const { s } = scene;
  const words = s.text.slice(s.start[unit.first]!, s.end[unit.last]!).replace(/\s+/g, " ");
  if (isOutlet(scene, words)) {
    const said = { first: articleBefore(scene, unit), last: unit.last, head: unit.head, form: "name" } as const;
    return say(scene, scene.outlet, { ...said, rule: "actors/outlet-by-name" });
  }
  const known = misspelt(scene, unit, words);
  if (known !== null) return known;
  const being = meet(scene.company, `name:${foldName(words).join(" ")}`, () => {
    const nouns = nounsOfName(scene, words);
    const row = nouns.length > 0 ? scene.index.nouns.root.next.get(nouns.at(-1)!)?.values?.[0] : undefined;
    return blank(words, {
      kind:
        row !== undefined && row.role !== "member" && row.role !== "people" && row.role !== "person"
          ? row.kind
          : "unknown",
      named: true,
    });
  });
  for (const noun of nounsOfName(scene, words)) being.nouns.add(noun);
  return say(scene, being, {
    first: articleBefore(scene, unit),
    last: unit.last,
    head: unit.head,
    form: "name",
    rule: "actors/organisation-name",
  });
}
