import type { Syntax } from "../../../core/syntax.ts";
import { isBelow, relation, upos } from "../../../core/tree.ts";
import { ARMED, type Being, lastBefore, meet, mostRecent } from "../beings.ts";
import { described } from "../described.ts";
import { nameOf } from "../phrases.ts";
import { subjectOver } from "../salience.ts";
import { blank, isOwn, phrase, type Scene } from "../scene.ts";
import { as, type Case, type Found, hasProperModifier, sideOf } from "./case.ts";

/** "the gunmen", "Taliban fighters", "a suicide bomber" */
export function fighter(given: Case): Found {
  const { scene, u, owner, other, row } = given;
  const plural = given.plural || isDeedOf(scene, u);
  const whose = sideOf(owner.being);
  if (whose !== null && (plural || ARMED.has(whose.kind))) return as(whose, "actors/fighters-of-a-group");
  const body = given.definite && scene.index.small["body-noun"]!.has(given.lemma);
  if (!plural && !body) return oneFighter(given);
  const { kind } = row;
  // "the warlord's fighters"
  if (owner.being?.number === "one")
    return as(
      described(scene, u, { kind, number: "many", memberOf: owner.being.memberOf ?? owner.being }),
      "actors/fighters-of-somebody",
    );
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
  if (hasProperModifier(given)) return as(described(scene, u, { kind, number: "many" }), "actors/fighters-as-worded");
  const met = other ? null : (metBefore(given) ?? onlyGroup(given));
  if (met !== null) return met;
  if (other || facesUnnamed(given))
    return as(described(scene, u, { kind, number: "many" }), "actors/fighters-as-worded");
  return as(
    meet(scene.company, `fighters:${classOf(given)}`, () => blank(namedOf(given), { kind, number: "many" })),
    "actors/unnamed-fighters",
  );
}

/** Whom the speaker calls his enemy and those of a militia are not the rebels and gunmen of the same report. */
const classOf = ({ scene, lemma, row }: Case): string =>
  scene.index.small["enemy-noun"]?.has(lemma) ? "enemy" : row.id === "militiaman" ? row.id : "armed";

/** "a *rebel* attack", "*guerrilla* shelling", "*rebel* claims": who did it or says it, before the deed or the account. */
export function isDeedOf({ s, units, index }: Scene, u: number): boolean {
  const { head } = units[u]!;
  if (!/^(?:compound|amod)$/.test(s.deprel[head]!) || !index.small["deed-doers"]!.has(s.lower[head]!)) return false;
  const noun = s.lemma[s.head[head]!]!;
  return (index.deeds.has(noun) || index.speaking.accounts.has(noun)) && s.xpos[s.head[head]!]!.startsWith("N");
}

/** The words themselves; "rebels" for a rebel attack. */
function namedOf({ scene, u }: Case): string {
  const { small } = scene.index;
  const at = isDeedOf(scene, u) ? [...small["deed-doers"]!].indexOf(scene.s.lower[scene.units[u]!.head]!) : -1;
  const together = [...small["deed-doers-named"]!][at];
  return together ?? nameOf(scene.s, phrase(scene, u).first, scene.units[u]!.last, scene.index);
}

function oneFighter({ scene, u, head, owner, definite, indefinite, other, lemma, row }: Case): Found {
  if (definite && !other) {
    const met = mostRecent(scene.company, head, (b) => b.number === "one" && b.nouns.has(lemma));
    if (met !== null) return as(met, "reference/same-noun");
  }
  const rest = { kind: row.kind, number: "one", memberOf: owner.being, country: owner.country?.code ?? null } as const;
  return as(described(scene, u, rest, indefinite), "actors/one-fighter");
}

/** "the attackers": the same words before, else the armed side that acted last, else the one mentioned last. */
function metBefore(given: Case): Found {
  const { scene, head, definite, lemma } = given;
  if (!definite) return null;
  const same = mostRecent(scene.company, head, (b) => b.number !== "one" && b.nouns.has(lemma));
  if (same !== null) return as(same, "reference/same-noun");
  // "our fighters … the occupiers": the outlet's own side is called its own
  const fits = (b: Being): boolean =>
    isGroup(b) && suits(given, b) && !isOwn(scene, b) && !isOver(scene, head, b) && !faces(scene.s, head, b);
  // "the attackers" after "JNIM targeted militias": those who did something before those to whom it was done
  const acts = (b: Being): boolean => b.heads.some((h) => h < head && relation(scene.s, h) === "nsubj");
  const armed = mostRecent(scene.company, head, (b) => fits(b) && acts(b)) ?? mostRecent(scene.company, head, fits);
  return as(armed, "reference/last-armed-group");
}

/** "the army said *rebels* had fled", where one armed group alone has been named so far. */
function onlyGroup(given: Case): Found {
  const { scene, head, lemma, row } = given;
  if (row.id !== "insurgent" && row.id !== "militiaman") return null;
  const unnamed = mostRecent(
    scene.company,
    head,
    (b) => b.number !== "one" && b.nouns.has(lemma) && !faces(scene.s, head, b),
  );
  if (unnamed !== null) return as(unnamed, "reference/same-noun");
  const named = scene.company.beings.filter((b) => b.named && isGroup(b) && lastBefore(b, head) >= 0);
  const heads = named.filter((b) => b.memberOf === null || !named.includes(b.memberOf));
  const only =
    heads.length === 1 && suits(given, heads[0]!) && !isOver(scene, head, heads[0]!) && !faces(scene.s, head, heads[0]!)
      ? heads[0]!
      : null;
  return as(only, "reference/only-armed-group");
}

const isGroup = (b: Being): boolean => ARMED.has(b.kind) && b.number !== "one";

/** "Paramilitaries" are a militia's men and no guerrillas; "rebels" are nobody's whom the report calls only its enemy. */
function suits({ scene, row }: Case, b: Being): boolean {
  if (row.id === "militiaman") return b.kind !== "armed-group" || b.nouns.has("militia");
  const enemy = scene.index.small["enemy-noun"]!;
  return row.id !== "insurgent" || b.named || [...b.nouns].some((noun) => !enemy.has(noun));
}

/**
 * "Nine rebels were killed by two *gunmen*", "gunmen fled. *Rebels* attacked a post": not the unnamed fighters met before; and those who were set
 * apart once stay so.
 */
function facesUnnamed(given: Case): boolean {
  const { scene, head, lemma, row, definite } = given;
  const { s } = scene;
  const met = scene.company.byKey.get(`fighters:${classOf(given)}`);
  if (met === undefined) return false;
  const isNew = !definite && sideAt(s, head)[1] === "doer" && !row.words.some((word) => met.nouns.has(word));
  if (isNew && s.sentence[lastBefore(met, head)] !== s.sentence[head]) return true;
  const named = mostRecent(scene.company, head, (b) => b.number === "many" && !b.named && b.nouns.has(lemma));
  return faces(scene.s, head, met) || (named !== null && named !== met && isGroup(named));
}

/** Whether somebody met before does to those at `head`, or has done to him by them, what one verb tells. */
function faces(s: Syntax, head: number, b: Being): boolean {
  const [verb, side] = sideAt(s, head);
  if (verb < 0) return false;
  return b.heads.some((h) => {
    const [other, facing] = h < head ? sideAt(s, h) : [-1, null];
    return other === verb && facing !== side;
  });
}

/** The verb whose doer or sufferer a word is; -1 where it is neither. */
function sideAt(s: Syntax, head: number): [verb: number, side: "doer" | "sufferer" | null] {
  let t = head;
  while (relation(s, t) === "conj" && upos(s, s.head[t]!) !== "VERB") t = s.head[t]!;
  const verb = s.head[t]!;
  if (verb < 0 || upos(s, verb) !== "VERB") return [-1, null];
  const rel = s.deprel[t]!;
  if (rel === "nsubj:pass" || rel === "obj") return [verb, "sufferer"];
  return rel === "nsubj" || rel === "obl:agent" ? [verb, "doer"] : [-1, null];
}

/** "X denounced the terrorists": not X. */
function isOver(scene: Scene, head: number, b: Being): boolean {
  const subject = subjectOver(scene.s, head);
  return subject >= 0 && b.heads.some((h) => h < head && isBelow(scene.s, h, subject));
}
