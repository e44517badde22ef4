/** Stage 3, places: names of places, which place each means, and whether it is where something happened. */
import { annotate, type Draft, type Notice, type Refusal } from "../../core/finding.ts";
import type { Gazetteer } from "../../core/gazetteer.ts";
import type { PlaceMention, PlaceMentionValue } from "../../core/layers.ts";
import type { Place } from "../../core/ledger.ts";
import { contains } from "../../core/span.ts";
import { NAME_KINDS, type Syntax } from "../../core/syntax.ts";
import type { LexiconData } from "../../lexicon/index.ts";
import { placeWordsOf } from "../../lexicon/place-words.ts";
import { datelines } from "./dateline.ts";
import { ENOUGH, readCues, weigh } from "./places/cues.ts";
import { pointing } from "./places/definite.ts";
import type { ActorName, Found } from "./places/found.ts";
import { register } from "./places/register.ts";
import { resolve } from "./places/resolve.ts";
import { type ActorsThere, headOf, roleOf } from "./places/role.ts";
import { spot } from "./places/spot.ts";
import { countriesNamed } from "./places/tally.ts";
import { shouting } from "./places/text.ts";

export interface PlacesRead {
  readonly places: readonly Place[];
  readonly placeMentions: readonly PlaceMention[];
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** `actorNames`: names of actors; a place name inside one is a part of it ("Syria" in "Free Syria Army"). */
export function readPlaces(
  syntax: Syntax,
  gazetteer: Gazetteer,
  lexicon: LexiconData,
  actorNames: readonly ActorName[],
  there: ActorsThere = { governments: [], described: [] },
): PlacesRead {
  const words = placeWordsOf(lexicon.placeWords);
  const loud = shouting(syntax);
  const heads = datelines(syntax.document).map((dateline) => dateline.head);
  const found = spot(syntax, gazetteer, words, loud, actorNames, heads);
  for (const hit of found) {
    if (hit.use === "location" && heads.some((head) => contains(head, hit.span))) hit.use = "dateline";
  }
  readCues(syntax, found, gazetteer, words, loud);
  const named = countriesNamed(syntax, found, gazetteer);
  for (const hit of found) weigh(syntax, hit, words, named);
  let accepted = accept(found);
  const kept = new Set(accepted);
  const refusals = found.filter((hit) => !kept.has(hit)).map(refusal);
  relink(found, accepted);
  // Where a government sits says nothing of where the report is.
  for (const hit of accepted) {
    if (hit.use === "location" && there.governments.some((span) => contains(span, hit.span))) hit.use = "actor";
  }
  resolve(accepted, named);
  agree(accepted);
  // Unresolved, it is a place of the report only where the words say that it is one.
  const unborne = accepted.filter((hit) => hit.chosen === null && (hit.use === "part" || !isSaid(syntax, hit)));
  refusals.push(...unborne.map(refusal));
  const open = new Set(unborne);
  const borne = accepted.filter((hit) => !open.has(hit));
  relink(accepted, borne);
  accepted = borne;
  for (const hit of accepted) hit.use = roleOf(syntax, hit, words, there);

  const { places, placeOf, notices } = register(accepted, gazetteer);
  const drafts = accepted.map((hit) => ({
    draft: draftOf(syntax, hit, placeOf.get(hit)!),
    rule: hit.rule || "place/unresolved",
  }));
  for (const { head, span, place } of pointing(syntax, accepted, words, definiteWords(lexicon))) {
    const value: PlaceMentionValue = { place: placeOf.get(place)!, use: "location" };
    const from = [span, place.span].map((evidence) => ({ span: evidence, role: "place" as const }));
    drafts.push({ draft: { span, head, value, from }, rule: "place/points-back" });
  }
  drafts.sort((a, b) => a.draft.span[0] - b.draft.span[0]);
  const placeMentions = drafts.flatMap(({ draft, rule }, i) => annotate("place", rule, [draft], i + 1));
  return { places, placeMentions, refusals, notices };
}

const draftOf = (s: Syntax, hit: Found, place: string): Draft<PlaceMentionValue> => ({
  span: hit.span,
  head: headOf(s, hit),
  value: { place, use: hit.use },
  from: [{ span: hit.offset?.span ?? hit.span, role: "place" }],
  ...(hit.chosen ? { entry: hit.chosen.entry } : {}),
});

const definiteWords = ({ functionWords }: LexiconData): ReadonlySet<string> =>
  new Set(functionWords.find(({ id }) => id === "definite")?.words);

/** The parser takes it for a place, or a kind noun or a dateline makes it one. */
const isSaid = (s: Syntax, hit: Found): boolean =>
  hit.kind !== null || hit.called || hit.use === "dateline" || NAME_KINDS[s.name[hit.first]!] === "place";

/** Names sure enough to be places; a name that is one once is one wherever it stands alone. */
function accept(found: readonly Found[]): Found[] {
  const sure = new Set(found.filter((hit) => hit.weight >= ENOUGH && hit.use !== "part").map((hit) => hit.name));
  return found.filter(
    (hit) =>
      (hit.use === "dateline" && hit.weight >= ENOUGH - 1.5) ||
      hit.weight >= ENOUGH ||
      (hit.weight >= ENOUGH - 2 && sure.has(hit.name)),
  );
}

function refusal(hit: Found): Refusal {
  const reason =
    hit.candidates.length > 0
      ? `no place: "${hit.name}" is in the gazetteer, but nothing here says that it is used as a place name`
      : `no place: "${hit.name}" is in no gazetteer, and nothing here says that it is a place`;
  return { kind: "place", span: hit.span, by: { rule: "place/used-as-name" }, reason };
}

/** Holders are counted among all found; after the refusals they are counted among the accepted. */
function relink(found: readonly Found[], accepted: readonly Found[]): void {
  const index = new Map(accepted.map((hit, i) => [hit, i]));
  for (const hit of accepted) hit.holder = hit.holder < 0 ? -1 : (index.get(found[hit.holder]!) ?? -1);
}

/** One name, one place in a report: what one mention makes plain holds for the others that nothing holds elsewhere. */
function agree(found: readonly Found[]): void {
  const plain = new Map<string, Found>();
  for (const hit of found) {
    if (hit.chosen && hit.rule === "place/by-context" && !plain.has(hit.name)) plain.set(hit.name, hit);
  }
  for (const hit of found) {
    const known = plain.get(hit.name);
    if (hit.chosen || !known || hit.stated !== null) continue;
    hit.chosen = known.chosen;
    hit.doubt = null;
    hit.rule = "place/same-name";
  }
}
