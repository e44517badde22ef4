import { children, relation } from "../../core/tree.ts";
import type { StateRow } from "../../lexicon/actors.ts";
import { foldName } from "../../lexicon/fold.ts";
import { ARMED, type Being, lastBefore, meet, mostRecent } from "./beings.ts";
import { described, ownForces } from "./described.ts";
import { homeState, stateBeing } from "./known.ts";
import { ownerOf } from "./owner.ts";
import { nameOf } from "./phrases.ts";
import { blank, phrase, type Scene, sayUnit } from "./scene.ts";

/** "The defence ministry *in Moscow*", "police *in Kenya*": the country where a body is said to sit; null where the words name none. */
function countryOfSeat(scene: Scene, u: number): StateRow | null {
  const { s, units, unitOf, index } = scene;
  for (const c of children(s, units[u]!.head)) {
    if (relation(s, c) !== "nmod" || c < units[u]!.last || !index.small.setting!.has(s.lower[s.left[c]!]!)) continue;
    const what = units[unitOf[c]!]?.what;
    if (what?.is === "country" && what.words[0]!.use !== "people") return what.words[0]!.country;
  }
  return null;
}

/** Who "the army", "Afghan security forces", "its defence ministry", "the interior minister" is. */
export function resolveBody(scene: Scene, u: number, resolve: (u: number) => Being | null): Being | null {
  const unit = scene.units[u]!;
  if (unit.what.is !== "body") return null;
  const { s } = scene;
  const { word } = unit.what;
  const { body } = word;
  const ph = phrase(scene, u);
  const owner = ownerOf(scene, u, resolve);
  const lemma = s.lemma[unit.head]!.toLowerCase();

  const found = ((): { being: Being; rule: string } => {
    if (word.use === "minister") {
      const of = owner.country ?? scene.index.countryOf.get(owner.being?.country ?? scene.home ?? "");
      const ministry = of === undefined ? null : stateBeing(scene, of, body);
      const met = mostRecent(
        scene.company,
        unit.head,
        (b) => b.number === "one" && ministry !== null && b.memberOf === ministry,
      );
      if (met !== null) return { being: met, rule: "reference/same-office" };
      const being = meet(scene.company, `minister:${ministry?.key ?? body.id}`, () =>
        blank(nameOf(s, ph.first, ph.described, scene.index), {
          kind: "government",
          number: "one",
          memberOf: ministry,
          country: of?.code ?? null,
        }),
      );
      return { being, rule: "actors/minister" };
    }
    const country =
      owner.country ?? (owner.being === null ? (adjectiveBefore(scene, u) ?? countryOfSeat(scene, u)) : null);
    if (country !== null) return { being: stateBeing(scene, country, body), rule: "actors/state-body-by-adjective" };
    if (owner.being !== null) {
      const { being } = owner;
      if (being === scene.outlet && body.kind === "state-forces")
        return { being: ownForces(scene, u, body.kind), rule: "reference/own-forces" };
      // "its defence ministry": of the state that "it" is; "his troops", of a general: of the side that he is of
      const side = being.number === "one" ? being.memberOf : being;
      const state =
        side?.entry?.includes("/") && side.country !== null ? scene.index.countryOf.get(side.country) : undefined;
      if (state !== undefined) return { being: stateBeing(scene, state, body), rule: "actors/state-body-by-owner" };
      if (
        side !== null &&
        side.number !== "one" &&
        body.kind === "state-forces" &&
        side.kind !== "government" &&
        side.kind !== "police" &&
        (being === side || side.kind === "state-forces" || ARMED.has(side.kind))
      ) {
        return { being: side, rule: "actors/people-of-a-body" };
      }
      return {
        being: described(
          scene,
          u,
          { kind: body.kind, memberOf: being, country: being.country },
          false,
          `@${being.key}`,
        ),
        rule: "actors/body-as-worded",
      };
    }
    // "Katsina police", "the coalition forces": whose is said, in words that are no country.
    for (let t = ph.first; t < unit.first; t++) {
      if (/^NNPS?$/.test(s.xpos[t]!) || (s.deprel[t] === "compound" && s.head[t] === unit.head)) {
        return { being: described(scene, u, { kind: body.kind, country: scene.home }), rule: "actors/body-as-worded" };
      }
    }
    const met = mostRecent(scene.company, unit.head, (b) => b.key.endsWith(`/${body.id}`));
    const near = met !== null && s.sentence[unit.head]! - s.sentence[lastBefore(met, unit.head)]! <= 1;
    const home = homeState(scene, body.id);
    if (met !== null && !ph.other && (near || home === null)) {
      // "*nine soldiers* were killed, *the army* said": the body's own name, and not its people's
      const people = met.key.startsWith("unknown/") && s.xpos[met.heads[0] ?? unit.head] === "NNS";
      if (people && s.xpos[unit.head] === "NN") met.name = nameOf(s, ph.first, unit.last, scene.index);
      return { being: met, rule: "reference/same-body" };
    }
    if (home !== null && !ph.other)
      return { being: stateBeing(scene, home, body), rule: "actors/state-body-by-report" };
    const words = nameOf(s, ph.first, unit.last, scene.index);
    return {
      being: meet(scene.company, `unknown/${body.id}`, () => blank(words, { kind: body.kind })),
      rule: "actors/body-as-worded",
    };
  })();
  if (word.use === "body") for (const noun of foldName(found.being.name)) found.being.nouns.add(noun.toLowerCase());
  found.being.nouns.add(lemma);
  return sayUnit(scene, u, found.being, word.use === "minister" ? "office" : "description", found.rule);
}

/** "a *Russian* army spokesman": the parser hangs the adjective on the spokesman, as it does the army. */
function adjectiveBefore(scene: Scene, u: number): StateRow | null {
  const before = scene.units[u - 1];
  const { head, first } = scene.units[u]!;
  if (before?.what.is !== "country" || before.last !== first - 1 || relation(scene.s, head) !== "compound") return null;
  const [word] = before.what.words;
  return word!.use === "capital" ? null : word!.country;
}
