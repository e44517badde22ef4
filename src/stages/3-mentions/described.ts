import type { ActorKind } from "../../core/ledger.ts";
import { NAME_KINDS, type Syntax } from "../../core/syntax.ts";
import { foldName } from "../../lexicon/fold.ts";
import { type Being, type Draft, meet } from "./beings.ts";
import { nameOf, type Phrase } from "./phrases.ts";
import { blank, phrase, type Scene } from "./scene.ts";

/** The words of a description as the key and name of somebody nobody names. */
export function described(scene: Scene, u: number, rest: Partial<Draft>, unique = false, suffix = ""): Being {
  const unit = scene.units[u]!;
  const ph = phrase(scene, u);
  const words = nameOf(scene.s, ph.first, ph.described, scene.index);
  const named = rest.number === "many" || undergoes(scene.s, unit.head);
  const plain = named ? nameOf(scene.s, ph.first, beforePlace(scene, ph), scene.index) : words;
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

/** "killed *a commander* in Tyre": whom something befalls, and not who is known by where he is ("a doctor in Kunduz said"). */
const undergoes = (s: Syntax, t: number): boolean => s.deprel[t] === "obj" || s.deprel[t] === "nsubj:pass";

/** "engineers *in Cabo Delgado*": where they were is told of the event, and is no part of what they are called. */
function beforePlace({ s, index }: Scene, { core, described }: Phrase): number {
  const place = NAME_KINDS[s.name[core + 2] ?? 0] === "place";
  return described > core && place && index.small.setting?.has(s.lower[core + 1]!) ? core : described;
}

/** The armed side that publishes the report ("our forces" in its own voice). */
export function ownForces(scene: Scene, u: number, kind: ActorKind): Being {
  const party = scene.outlet.memberOf;
  if (party !== null) return party;
  const words = nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index);
  const being = meet(scene.company, "own-forces", () => blank(words, { kind, memberOf: scene.outlet }));
  if (being.kind === "unknown") being.kind = kind;
  return being;
}
