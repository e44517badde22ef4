import { foldName } from "../../../lexicon/fold.ts";
import { ARMED, type Being, lastBefore, mostRecent } from "../beings.ts";
import { described } from "../described.ts";
import { isOwn } from "../scene.ts";
import { as, type Case, type Found, isBare } from "./case.ts";

/** "the group", "the Lebanese movement", "the institution", "an armed group" */
export function group(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, other, head, row } = given;
  if (definite && !other && !plural && owner.being === null) {
    const code = owner.country?.code;
    const fits = (b: Being) => b !== scene.outlet && b.number !== "one" && (code === undefined || b.country === code);
    const same = mostRecent(scene.company, head, (b) => fits(b) && b.nouns.has(lemma));
    // "our fighters … the coalition": the outlet's own side is called its own
    const last = mostRecent(scene.company, head, (b) => fits(b) && !isOwn(scene, b) && canBe(row.id, b));
    const best =
      same !== null &&
      (isOfName(same, lemma) || last === null || lastBefore(same, head) + NEAR > lastBefore(last, head))
        ? same
        : last;
    if (best !== null) return as(best, best === same ? "reference/same-noun" : "reference/last-group");
  }
  if (owner.being !== null && ARMED.has(owner.being.kind) && owner.being.named)
    return as(owner.being, "actors/part-of-a-body");
  const rest = { kind: row.kind, number: "body" as const, country: owner.country?.code ?? null, memberOf: owner.being };
  return as(described(scene, u, rest, given.indefinite && !plural), "actors/group-as-worded");
}

/** "the movement", of the March 23 Movement. */
const isOfName = (being: Being, noun: string): boolean => being.named && foldName(being.name).includes(noun);

/** In tokens: how much farther back the same noun may lie than another group that the noun would fit. */
const NEAR = 60;
/**
 * Which actors a noun for a group may take up: "the gang" the armed only, "the group" also monitors and aid groups, "the institution" any body;
 * none of them armed men who are no body, and "the bloc" nobody who has not been called so.
 */
function canBe(noun: string, being: Being): boolean {
  if (noun === "union" || (!being.named && being.number !== "body")) return false;
  if (ARMED.has(being.kind)) return (noun !== "institution" && noun !== "party") || being.named;
  if (!being.named) return false;
  if (noun === "institution") return being.kind !== "media";
  if (noun === "organisation" && being.kind === "international-organisation") return true;
  return (noun === "organisation" || noun === "group") && (being.kind === "monitor" || being.kind === "unknown");
}

/** "the agency", "a hospital in Baquba", "the ministry" */
export function outfit(given: Case): Found {
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
