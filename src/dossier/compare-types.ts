import type { EventType } from "../core/ledger.ts";
import type { Finding } from "./compare.ts";
import type { Profile } from "./profile.ts";
import { typeName } from "./type-name.ts";
import { WEIGHTS } from "./weights.ts";

/** Types that rival versions of one event take for each other: what one side calls a clash the other calls a raid. */
const AKIN: readonly (readonly [EventType, EventType])[] = [
  ["violence/armed-attack", "violence/armed-clash"],
  ["violence/armed-attack", "violence/massacre"],
  ["violence/armed-attack", "violence/assassination"],
  ["violence/armed-attack", "violence/abduction"],
  ["violence/armed-attack", "violence/hostage-taking"],
  ["violence/armed-attack", "violence/bombing"],
  ["violence/armed-attack", "violence/shelling"],
  ["violence/armed-attack", "force/raid"],
  ["violence/armed-attack", "force/seize-territory"],
  ["violence/armed-clash", "violence/massacre"],
  ["violence/armed-clash", "violence/shelling"],
  ["violence/armed-clash", "force/raid"],
  ["violence/armed-clash", "force/seize-territory"],
  ["violence/armed-clash", "coercion/siege"],
  ["violence/bombing", "violence/shelling"],
  ["violence/bombing", "violence/air-strike"],
  ["violence/bombing", "violence/assassination"],
  ["violence/shelling", "violence/air-strike"],
  ["violence/air-strike", "violence/assassination"],
  ["violence/air-strike", "violence/massacre"],
  ["violence/shelling", "violence/massacre"],
  ["violence/abduction", "violence/hostage-taking"],
  ["violence/abduction", "coercion/arrest"],
  ["violence/massacre", "violence/arson"],
  ["violence/massacre", "violence/assassination"],
  ["violence/arson", "protest/riot"],
  ["force/raid", "coercion/siege"],
  ["force/raid", "coercion/arrest"],
  ["force/raid", "violence/massacre"],
  ["force/raid", "violence/assassination"],
  ["force/raid", "force/rescue"],
  ["force/raid", "force/weapons-find"],
  ["protest/demonstration", "protest/riot"],
  ["protest/demonstration", "protest/strike"],
];

const akin = new Set(AKIN.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** First two steps of a type: "violence/bombing/suicide" -> "violence/bombing". */
const leaf = (type: EventType): EventType => type.split("/", 2).join("/");

export type TypeLikeness = "equal" | "ancestor" | "akin" | "sameFamily" | "other";

export function typeLikeness(a: EventType, b: EventType): TypeLikeness {
  if (a === b) return "equal";
  if (a.startsWith(`${b}/`) || b.startsWith(`${a}/`)) return "ancestor";
  if (akin.has(`${leaf(a)} ${leaf(b)}`)) return "akin";
  return a.split("/", 1)[0] === b.split("/", 1)[0] ? "sameFamily" : "other";
}

export function compareTypes(a: Profile, b: Profile): Finding[] {
  const likeness = typeLikeness(a.type, b.type);
  const words = () =>
    likeness === "equal"
      ? `both tell of ${typeName(a.type)}`
      : `one tells of ${typeName(a.type)}, the other of ${typeName(b.type)}`;
  return [{ rule: `type/${likeness}`, weight: WEIGHTS.type[likeness], words }];
}

export function compareStages(a: Profile, b: Profile): Finding[] {
  if (a.stage === b.stage) return [];
  const planned = a.stage === "threatened" || b.stage === "threatened";
  return [
    {
      rule: planned ? "stage/planned" : "stage/attempted",
      weight: planned ? WEIGHTS.stage.planned : WEIGHTS.stage.attempted,
      words: () => `one is ${a.stage}, the other ${b.stage}`,
    },
  ];
}

export function compareThings(a: Profile, b: Profile): Finding[] {
  const common = a.things.filter((thing) => b.things.includes(thing));
  if (common.length === 0) return [];
  return [{ rule: "thing/same", weight: WEIGHTS.thing, words: () => `both name ${common.join(", ")}` }];
}
