import { type Being, lastBefore, meet, mostRecent } from "../beings.ts";
import { described, ownForces } from "../described.ts";
import { bodyRow, homeState, stateBeing } from "../known.ts";
import { blank } from "../scene.ts";
import { speaks } from "../speaking.ts";
import { as, type Case, type Found, hasProperModifier, lemmaName, sideOf } from "./case.ts";

const ARMED_ROLES: ReadonlySet<string> = new Set(["fighter", "trooper", "member"]);

/** "our valiant units", in the report's own voice: the forces of whoever publishes it. */
export function ownSide({ scene, u, owner, row, plural, lemma }: Case): Found {
  if (!ARMED_ROLES.has(row.role)) return null;
  const party = scene.outlet.memberOf;
  // "the mujahideen" in a statement of the Taliban
  if (
    party !== null &&
    owner.being === null &&
    owner.country === null &&
    scene.index.small["own-fighters"]?.has(lemma) &&
    !speaksForOther(scene, u)
  )
    return as(party, "reference/own-fighters");
  if (owner.being !== scene.outlet) return null;
  const { small } = scene.index;
  const things = row.id === "base" || small["military-things"]?.has(lemma) || small["side-noun"]?.has(lemma);
  if (!plural && !things) return null;
  return as(ownForces(scene, u, row.kind), "reference/own-forces");
}

/** Inside quotation marks it is whoever is quoted that calls them so. */
const speaksForOther = (scene: Case["scene"], u: number): boolean => scene.quoted[scene.units[u]!.head] === 1;

/** "soldiers", "Turkish troops", "a policeman" */
export function trooper(given: Case): Found {
  const { scene, u, head, owner, plural, indefinite, definite, lemma, row } = given;
  const body = bodyRow(scene, row.body!);
  if (!plural && (speaks(scene.s, head) || definite)) {
    if (definite) {
      const met = mostRecent(scene.company, head, (b) => b.number === "one" && b.nouns.has(lemma));
      if (met !== null) return as(met, "reference/same-noun");
    }
    const whose =
      owner.being ?? (owner.country === null ? stateOf(given, body.id) : stateBeing(scene, owner.country, body));
    return as(
      described(scene, u, { kind: row.kind, number: "one", memberOf: whose }, indefinite),
      "actors/one-of-a-body",
    );
  }
  if (owner.country !== null) return as(stateBeing(scene, owner.country, body), "actors/state-body-by-adjective");
  // "Ethiopia said two of *its soldiers* were wounded": the state's soldiers, not its government
  const of = owner.being?.number === "one" ? owner.being.memberOf : owner.being;
  const state = of?.kind === "government" ? scene.index.countryOf.get(of.entry?.split("/")[0] ?? "") : undefined;
  if (state !== undefined) return as(stateBeing(scene, state, body), "actors/state-body-by-owner");
  const whose = sideOf(owner.being);
  if (whose !== null) return as(whose, "actors/people-of-a-body");
  if (hasProperModifier(given))
    return as(described(scene, u, { kind: row.kind, number: "many" }), "actors/body-as-worded");
  // "a Marine": of a service that the report takes for known, whose it is stays open
  const capital = scene.s.xpos[head]!.startsWith("NNP") && !scene.s.xpos[head]!.endsWith("S") && !definite;
  const told = capital ? null : stateOf(given, body.id);
  if (told !== null) return as(told, "actors/state-body-by-report");
  return as(
    meet(scene.company, `unknown/${body.id}`, () => blank(lemmaName(given), { kind: row.kind, number: "many" })),
    "actors/body-as-worded",
  );
}

/** The state body a bare noun means: the one mentioned just before, that of the country the report is about, the one last mentioned. */
function stateOf({ scene, head }: Case, bodyId: string): Being | null {
  const met = mostRecent(scene.company, head, (b) => b.entry === b.key && b.key.endsWith(`/${bodyId}`));
  const { sentence } = scene.s;
  if (met !== null && sentence[head]! - sentence[lastBefore(met, head)]! <= 1) return met;
  const country = homeState(scene, bodyId);
  return country === null ? met : stateBeing(scene, country, bodyRow(scene, bodyId));
}

/** "members of the security forces", "a Taliban column", "an Israeli convoy", "his men" */
export function member(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, head, row } = given;
  const single = !plural && (scene.index.small.single?.has(lemma) ?? false);
  const military = scene.index.small["military-things"]?.has(lemma) ?? false;
  const whose = sideOf(owner.being);
  if (whose !== null) return as(whose, "actors/part-of-a-body");
  if (owner.being !== null && row.id !== "base")
    return as(
      described(scene, u, {
        kind: owner.being.kind === "person" ? "unknown" : owner.being.kind,
        number: "many",
        memberOf: owner.being.memberOf ?? owner.being,
      }),
      "actors/part-of-somebody",
    );
  if (owner.country !== null && military)
    return as(stateBeing(scene, owner.country, bodyRow(scene, "armed-forces")), "actors/arms-of-a-country");
  if (owner.country !== null && row.id !== "base")
    return as(
      described(scene, u, { kind: row.kind, number: plural ? "many" : "one", country: owner.country.code }),
      "actors/as-worded",
    );
  // a camp is somebody only where it is somebody's
  if (row.id === "base") return null;
  if (
    row.id === "machine" &&
    !speaks(scene.s, head) &&
    scene.s.deprel[head] !== "nsubj" &&
    scene.s.deprel[head] !== "obl:agent"
  )
    return null;
  if (definite && !given.other) {
    const met = mostRecent(scene.company, head, (b) => b.nouns.has(lemma) && (b.number === "one") === single);
    if (met !== null) return as(met, "reference/same-noun");
  }
  return as(
    described(scene, u, { kind: row.kind, number: plural ? "many" : single ? "one" : "body" }, indefinite && !plural),
    "actors/as-worded",
  );
}
