import { meet, mostRecent } from "../beings.ts";
import { described } from "../described.ts";
import { bodyRow, stateBeing } from "../known.ts";
import { nameOf } from "../phrases.ts";
import { blank, phrase } from "../scene.ts";
import { speaks } from "../speaking.ts";
import { as, type Case, type Found, hasProperModifier, isBare, isSide, sameWords, sideOf } from "./case.ts";

/** "its spokesman", "a Pentagon spokeswoman", "the spokesman" */
export function speaker(given: Case): Found {
  const { scene, head, owner, definite, lemma, u } = given;
  if (definite && owner.being === null && owner.country === null) {
    const met = mostRecent(scene.company, head, (b) => b.number === "one" && b.nouns.has(lemma));
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
  being.nouns.add(lemma);
  return as(being, "actors/speaker-of-a-body");
}

/** "the governor", "a surgeon at Al Thawra hospital", "two security sources", "his brother" */
export function person(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, other, head, row } = given;
  const number = plural ? "many" : "one";
  // "two of their officers", of the police
  if (
    row.id === "soldier-officer" &&
    plural &&
    (owner.being?.kind === "police" || owner.being?.kind === "state-forces")
  )
    return as(sideOf(owner.being), "actors/people-of-a-body");
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
  if (definite && !other) {
    const ofOwner = row.role !== "relation" && owner.being !== null;
    const met = mostRecent(
      scene.company,
      head,
      (b) =>
        b.nouns.has(lemma) &&
        (b.number === "one") === !plural &&
        (!ofOwner || b.memberOf === owner.being) &&
        (owner.country === null || b.country === owner.country.code),
    );
    // "the head of the council … the council head"
    if (met !== null && (ofOwner || isBare(given) || sameWords(given, met))) return as(met, "reference/same-noun");
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

/** "civilians", "residents of Kolom", "42 people", "the dead" */
export function people(given: Case): Found {
  const { scene, u, owner, lemma, plural, definite, indefinite, other, head, row } = given;
  const crowd = plural || row.id === "everybody" || scene.index.small.collective?.has(lemma);
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
  if (row.id === "everybody" && owner.country === null && !other && !hasProperModifier(given)) {
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
