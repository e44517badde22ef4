import { relation } from "../../core/tree.ts";
import type { PersonNounRow } from "../../lexicon/actors.ts";
import { foldName } from "../../lexicon/fold.ts";
import { ARMED, type Being, lastBefore, meet, mostRecent } from "./beings.ts";
import { nameOf } from "./phrases.ts";
import {
  blank,
  bodyRow,
  described,
  homeState,
  nounKey,
  type Owner,
  ownerOf,
  ownForces,
  phrase,
  type Scene,
  sayUnit,
  speaks,
  stateBeing,
} from "./resolve.ts";

type Resolve = (u: number) => Being | null;

/** Everything a role may look at. */
interface Case {
  readonly scene: Scene;
  readonly u: number;
  readonly row: PersonNounRow;
  readonly lemma: string;
  readonly head: number;
  readonly owner: Owner;
  readonly plural: boolean;
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly other: boolean;
}

/** Who a noun of person-nouns.yml stands for; null where for nobody. */
export function resolveNoun(scene: Scene, u: number, resolve: Resolve): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "noun") return null;
  const ph = phrase(scene, u);
  const { row } = unit.what;
  const lemma = nounKey(scene, u);
  const owner = ownerOf(scene, u, resolve);
  const given: Case = {
    scene,
    u,
    row,
    lemma,
    head: unit.head,
    owner,
    plural: ph.plural,
    definite: ph.definite,
    indefinite: ph.indefinite,
    other: ph.other,
  };
  const found = ownSide(given) ?? ROLES[row.role](given);
  if (found === null) return null;
  found.being.nouns.add(lemma);
  if (found.being.number === "one") {
    const gender = [...scene.index.titles.values()].find((title) => title.nouns && title.words.includes(lemma))?.gender;
    found.being.gender ??= gender ?? null;
  }
  sayUnit(
    scene,
    u,
    found.being,
    row.role === "office" || row.role === "speaker" ? "office" : "description",
    found.rule,
  );
  return found.being;
}

type Found = { readonly being: Being; readonly rule: string } | null;
const as = (being: Being | null, rule: string): Found => (being === null ? null : { being, rule });

const ROLES: Readonly<Record<PersonNounRow["role"], (given: Case) => Found>> = {
  fighter,
  trooper,
  member,
  group,
  outfit,
  speaker,
  office: person,
  person,
  people,
  source: person,
  document,
  relation: person,
};

const ARMED_ROLES: ReadonlySet<string> = new Set(["fighter", "trooper", "member"]);

/** "our valiant units", in the report's own voice: the forces of whoever publishes it. */
function ownSide({ scene, u, owner, row, plural, lemma }: Case): Found {
  if (owner.being !== scene.outlet || !ARMED_ROLES.has(row.role)) return null;
  if (!plural && !scene.index.small["military-things"]?.has(lemma)) return null;
  return as(ownForces(scene, u, row.kind), "reference/own-forces");
}

const isSide = (being: Being): boolean =>
  being.number !== "one" && being.kind !== "civilians" && being.kind !== "witness" && being.kind !== "media";

/** The side of whoever owns people: a group itself, the group of its leader ("his soldiers"). */
function sideOf(owner: Being | null): Being | null {
  if (owner === null) return null;
  if (isSide(owner)) return owner;
  const of = owner.number === "one" ? owner.memberOf : null;
  return of !== null && (ARMED.has(of.kind) || of.kind === "state-forces") ? of : null;
}

/** "the gunmen", "Taliban fighters", "a suicide bomber" */
function fighter(given: Case): Found {
  const { scene, u, head, owner, plural, definite, indefinite, other, lemma, row } = given;
  const whose = sideOf(owner.being);
  if (whose !== null && (plural || ARMED.has(whose.kind))) return as(whose, "actors/fighters-of-a-group");
  const kind = row.kind;
  if (!plural) {
    if (definite && !other) {
      const met = mostRecent(scene.company, head, (b) => b.number === "one" && b.nouns.has(lemma));
      if (met !== null) return as(met, "reference/same-noun");
    }
    return as(
      described(
        scene,
        u,
        { kind, number: "one", memberOf: owner.being, country: owner.country?.code ?? null },
        indefinite,
      ),
      "actors/one-fighter",
    );
  }
  if (owner.country !== null) {
    const being = meet(scene.company, `fighters:${owner.country.code}`, () =>
      blank(nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index), {
        kind,
        number: "many",
        country: owner.country!.code,
      }),
    );
    return as(being, "actors/fighters-of-a-country");
  }
  const named = hasProperModifier(given);
  if (named) return as(described(scene, u, { kind, number: "many" }), "actors/fighters-as-worded");
  if (definite && !other) {
    const same = mostRecent(scene.company, head, (b) => b.number !== "one" && b.nouns.has(lemma));
    if (same !== null) return as(same, "reference/same-noun");
    const armed = mostRecent(scene.company, head, (b) => ARMED.has(b.kind) && b.number !== "one");
    if (armed !== null) return as(armed, "reference/last-armed-group");
  }
  if (other) return as(described(scene, u, { kind, number: "many" }), "actors/fighters-as-worded");
  if (row.id === "insurgent") {
    // "the army said rebels had fled", where one armed group alone has been named so far
    const unnamed = mostRecent(scene.company, head, (b) => b.number !== "one" && b.nouns.has(lemma));
    if (unnamed !== null) return as(unnamed, "reference/same-noun");
    const named = scene.company.beings.filter(
      (b) => b.named && ARMED.has(b.kind) && b.number !== "one" && lastBefore(b, head) >= 0,
    );
    const heads = named.filter((b) => b.memberOf === null || !named.includes(b.memberOf));
    if (heads.length === 1) return as(heads[0]!, "reference/only-armed-group");
  }
  return as(
    meet(scene.company, "fighters", () =>
      blank(nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index), { kind, number: "many" }),
    ),
    "actors/unnamed-fighters",
  );
}

/** "soldiers", "Turkish troops", "a policeman" */
function trooper(given: Case): Found {
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
  const whose = sideOf(owner.being);
  if (whose !== null) return as(whose, "actors/people-of-a-body");
  if (hasProperModifier(given))
    return as(described(scene, u, { kind: row.kind, number: "many" }), "actors/body-as-worded");
  const state = stateOf(given, body.id);
  if (state !== null) return as(state, "actors/state-body-by-report");
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

const lemmaName = ({ scene, u }: Case): string =>
  nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index);

/** "Tuareg rebels", "Mai-Mai fighters": a proper name the lexicon does not know stands before the noun. */
function hasProperModifier({ scene, u }: Case): boolean {
  const { s } = scene;
  const ph = phrase(scene, u);
  for (let t = ph.first; t < scene.units[u]!.first; t++) if (s.xpos[t] === "NNP" || s.xpos[t] === "NNPS") return true;
  return false;
}

/** "members of the security forces", "a Taliban column", "an Israeli convoy", "his men" */
function member(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, head, row } = given;
  const military = scene.index.small["military-things"]?.has(lemma) ?? false;
  const whose = sideOf(owner.being);
  if (whose !== null) return as(whose, "actors/part-of-a-body");
  if (owner.being !== null)
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
  if (owner.country !== null)
    return as(
      described(scene, u, { kind: row.kind, number: plural ? "many" : "one", country: owner.country.code }),
      "actors/as-worded",
    );
  if (
    row.id === "machine" &&
    !speaks(scene.s, head) &&
    relation(scene.s, head) !== "nsubj" &&
    scene.s.deprel[head] !== "obl:agent"
  )
    return null;
  if (definite && !given.other) {
    const met = mostRecent(
      scene.company,
      head,
      (b) => b.nouns.has(lemma) && (b.number === "one") === (!plural && (lemma === "man" || lemma === "agent")),
    );
    if (met !== null) return as(met, "reference/same-noun");
  }
  return as(
    described(
      scene,
      u,
      { kind: row.kind, number: plural ? "many" : lemma === "man" ? "one" : "body" },
      indefinite && !plural,
    ),
    "actors/as-worded",
  );
}

/** "the group", "the Lebanese movement", "the institution", "an armed group" */
function group(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, other, head, row } = given;
  if (definite && !other && !plural && owner.being === null) {
    const code = owner.country?.code;
    const fits = (b: Being) => b !== scene.outlet && b.number !== "one" && (code === undefined || b.country === code);
    const same = mostRecent(scene.company, head, (b) => fits(b) && b.nouns.has(lemma));
    const last = mostRecent(scene.company, head, (b) => fits(b) && canBe(row.id, b));
    const best =
      same !== null && (last === null || lastBefore(same, head) + NEAR > lastBefore(last, head)) ? same : last;
    if (best !== null) return as(best, best === same ? "reference/same-noun" : "reference/last-group");
  }
  if (owner.being !== null && ARMED.has(owner.being.kind) && owner.being.named)
    return as(owner.being, "actors/part-of-a-body");
  const rest = { kind: row.kind, number: "body" as const, country: owner.country?.code ?? null, memberOf: owner.being };
  return as(described(scene, u, rest, given.indefinite && !plural), "actors/group-as-worded");
}

/** In tokens: how much farther back the same noun may lie than another group that the noun would fit. */
const NEAR = 60;
/** Which actors a noun for a group may take up: "the gang" the armed only, "the group" also monitors and aid groups, "the institution" any body. */
function canBe(noun: string, being: Being): boolean {
  if (ARMED.has(being.kind)) return noun !== "institution" || being.named;
  if (!being.named) return false;
  if (noun === "institution") return being.kind !== "media";
  return noun === "organisation" && /^(?:monitor|international-organisation|unknown)$/.test(being.kind);
}

/** "the agency", "a hospital in Baquba", "the ministry" */
function outfit(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, other, head, row } = given;
  if (definite && !other && owner.being === null) {
    const met = mostRecent(
      scene.company,
      head,
      (b) => b.number !== "one" && b.nouns.has(lemma) && (owner.country === null || b.country === owner.country.code),
    );
    if (met !== null && isBare(given)) return as(met, "reference/same-noun");
  }
  const number = plural ? "many" : "body";
  return as(
    described(
      scene,
      u,
      { kind: row.kind, number, country: owner.country?.code ?? owner.being?.country ?? null, memberOf: owner.being },
      indefinite && !plural,
    ),
    "actors/outfit-as-worded",
  );
}

/** Nothing but an article before the noun ("the", "the same") and nothing bound to it. */
function isBare({ scene, u }: Case): boolean {
  const ph = phrase(scene, u);
  let before = 0;
  for (let t = ph.bare; t < scene.units[u]!.first; t++)
    if (!scene.index.small.passing?.has(scene.s.lower[t]!)) before++;
  return ph.bound.length === 0 && before === 0;
}

/** "its spokesman", "a Pentagon spokeswoman", "the spokesman" */
function speaker(given: Case): Found {
  const { scene, head, owner, definite, u } = given;
  if (definite && owner.being === null && owner.country === null) {
    const met = mostRecent(scene.company, head, (b) => b.number === "one" && b.nouns.has("spokesman"));
    if (met !== null) return as(met, "reference/same-noun");
  }
  const body =
    owner.being ??
    (owner.country !== null
      ? stateBeing(scene, owner.country, bodyRow(scene, "government"))
      : mostRecent(scene.company, head, (b) => b.named && isSide(b)));
  if (body === null) return as(described(scene, u, { kind: "person", number: "one" }), "actors/speaker-as-worded");
  const being = meet(scene.company, `speaker:${body.key}`, () =>
    blank(nameOf(scene.s, phrase(scene, u).first, phrase(scene, u).described, scene.index), {
      kind: "person",
      number: "one",
      memberOf: body,
      country: body.country,
    }),
  );
  being.nouns.add("spokesman");
  return as(being, "actors/speaker-of-a-body");
}

/** "the governor", "a surgeon at Al Thawra hospital", "two security sources", "his brother" */
function person(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, other, head, row } = given;
  const number = plural ? "many" : "one";
  if (
    row.id === "soldier-officer" &&
    plural &&
    owner.being === null &&
    owner.country === null &&
    !hasProperModifier(given) &&
    isBare(given)
  ) {
    // "officers": of the police or army mentioned last
    const body = mostRecent(
      scene.company,
      head,
      (b) => b.named && b.number === "body" && (b.kind === "police" || b.kind === "state-forces"),
    );
    if (body !== null) return as(body, "reference/last-state-body");
  }
  if (definite && !other && (owner.being === null || row.role === "relation")) {
    const met = mostRecent(
      scene.company,
      head,
      (b) =>
        b.nouns.has(lemma) &&
        (b.number === "one") === !plural &&
        (owner.country === null || b.country === owner.country.code),
    );
    if (met !== null && (isBare(given) || sameWords(given, met))) return as(met, "reference/same-noun");
  }
  const country = owner.country?.code ?? owner.being?.country ?? null;
  const memberOf =
    owner.being !== null
      ? owner.being.number === "one"
        ? null
        : owner.being
      : owner.country !== null && row.role === "office" && (row.kind === "state-forces" || row.kind === "government")
        ? stateBeing(scene, owner.country, bodyRow(scene, row.kind === "state-forces" ? "armed-forces" : "government"))
        : null;
  const suffix = owner.being !== null && phrase(scene, u).owner >= 0 ? `@${owner.being.key}` : "";
  return as(
    described(scene, u, { kind: row.kind, number, country, memberOf }, indefinite && !plural, suffix),
    "actors/as-worded",
  );
}

/** "the local governor" is the governor met before only where he was worded so. */
function sameWords({ scene, u }: Case, met: Being): boolean {
  const words = foldName(nameOf(scene.s, phrase(scene, u).first, phrase(scene, u).described, scene.index));
  const theirs = new Set(foldName(met.name));
  return words.every((word) => theirs.has(word));
}

/** "civilians", "residents of Kolom", "42 people", "the dead" */
function people(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, other, head, row } = given;
  const crowd = plural || row.id === "everybody" || lemma === "population" || lemma === "family";
  if (!crowd) {
    if (definite && !other) {
      const met = mostRecent(scene.company, head, (b) => b.number === "one" && b.nouns.has(lemma));
      if (met !== null) return as(met, "reference/same-noun");
    }
    const kind = speaks(scene.s, head) ? "witness" : row.kind;
    return as(
      described(scene, u, { kind, number: "one", country: owner.country?.code ?? null }, indefinite),
      "actors/one-person",
    );
  }
  if (owner.being !== null && owner.being.number !== "one" && row.id === "everybody" && phrase(scene, u).owner < 0)
    return as(owner.being, "actors/part-of-a-body");
  if (row.id === "everybody" && owner.country === null && !other && !indefinite0(given)) {
    return as(
      meet(scene.company, "everybody", () => blank("people", { kind: row.kind, number: "many" })),
      "actors/people-in-general",
    );
  }
  if (row.id === "civilians" && owner.country === null && owner.being === null) {
    return as(
      meet(scene.company, "civilians", () => blank("civilians", { kind: row.kind, number: "many" })),
      "actors/civilians",
    );
  }
  if (definite && !other && owner.being === null) {
    const met = mostRecent(
      scene.company,
      head,
      (b) => b.number !== "one" && b.nouns.has(lemma) && (owner.country === null || b.country === owner.country.code),
    );
    if (met !== null) return as(met, "reference/same-noun");
  }
  if (indefinite && isBare(given)) {
    const met = mostRecent(scene.company, head, (b) => b.number === "many" && b.nouns.has(lemma));
    if (met !== null) return as(met, "reference/same-noun");
  }
  return as(
    described(scene, u, { kind: row.kind, number: "many", country: owner.country?.code ?? null, memberOf: null }),
    "actors/people-as-worded",
  );
}
const indefinite0 = (given: Case): boolean => hasProperModifier(given);

/** "the statement said": whoever issued it. */
function document(given: Case): Found {
  const { scene, u, head, owner, definite } = given;
  if (owner.being !== null) return as(owner.being, "actors/words-of-a-body");
  if (!speaks(scene.s, head)) return null;
  if (definite && isBare(given)) {
    const same = mostRecent(scene.company, head, (b) => b.nouns.has(given.lemma));
    if (same !== null) return as(same, "reference/same-noun");
  }
  return as(described(scene, u, { kind: "unknown", number: "body" }), "actors/document-as-worded");
}
