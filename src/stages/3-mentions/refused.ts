import { relation } from "../../core/tree.ts";
import type { Refused, Scene } from "./scene.ts";
import type { Unit } from "./units.ts";

/** Why words that might name somebody were read as nobody: one refusal for each unit that no mention covers. */
export function refusedUnits(scene: Scene): Refused[] {
  const covered = new Uint8Array(scene.s.length);
  for (const { first, last } of scene.said) covered.fill(1, first, last + 1);
  const found: Refused[] = [];
  scene.units.forEach((unit, u) => {
    if (scene.resolved.get(u) !== null || covered[unit.head]) return;
    const why = scene.datelined.has(u)
      ? {
          rule: "actors/dateline",
          reason: "a dateline names where and by whom a report was filed, and nobody who acts",
        }
      : whyNobody(scene, unit);
    found.push({ first: unit.first, last: unit.last, ...why, reason: `no actor: ${why.reason}` });
  });
  return found;
}

function whyNobody(scene: Scene, unit: Unit): Pick<Refused, "rule" | "entry" | "reason"> {
  const { s } = scene;
  const { what } = unit;
  switch (what.is) {
    case "country":
      return what.words[0]!.use === "adjective"
        ? {
            rule: "actors/people-of-country",
            reason: "it says whose the words beside it are, and stands for nobody by itself",
          }
        : {
            rule: "actors/country-for-government",
            reason: "a country or its capital stands for its government only where it says or does something",
          };
    case "pronoun":
      return { rule: "reference/pronoun", reason: "nobody before it agrees with it in number and gender" };
    case "noun":
      if (what.row.role === "nobody")
        return {
          rule: "actors/noun",
          entry: `person-nouns/${what.row.id}`,
          reason: "the words name a thing, not people",
        };
      return isPart(scene, unit)
        ? {
            rule: "actors/modifier",
            entry: `person-nouns/${what.row.id}`,
            reason: `it only describes "${governor(scene, unit)}"`,
          }
        : {
            rule: "actors/noun",
            entry: `person-nouns/${what.row.id}`,
            reason: "nothing here says that people are meant",
          };
    case "body":
      return isPart(scene, unit)
        ? {
            rule: "actors/modifier",
            entry: `state-bodies/${what.word.body.id}`,
            reason: `it only describes "${governor(scene, unit)}"`,
          }
        : { rule: "actors/body", entry: `state-bodies/${what.word.body.id}`, reason: "nothing here says whose it is" };
    case "acronym":
      return { rule: "actors/acronym-of-the-text", reason: "the name that these letters stand for is read as nobody" };
    default:
      return {
        rule: "actors/name",
        reason: `"${s.text.slice(s.start[unit.first]!, s.end[unit.last]!)}" is part of other words`,
      };
  }
}

const isPart = ({ s }: Scene, unit: Unit): boolean => /^(?:compound|amod|flat|nmod)$/.test(relation(s, unit.head));
const governor = ({ s }: Scene, unit: Unit): string => {
  const head = s.head[unit.head]!;
  return head < 0 ? "" : s.text.slice(s.start[head]!, s.end[head]!);
};
