import { identity, type Known } from "../../lexicon/actor-index.ts";
import { weightOf } from "./home.ts";
import { nameOfKnown } from "./known.ts";
import type { Scene } from "./scene.ts";
import { isOfItsTime, isYetToCome, lifeInWords } from "./years.ts";

/** Which bearer of a name is meant, what told it, and why the others are not. */
export interface Choice {
  readonly known: Known | null;
  readonly by: "only" | "country" | "years";
  readonly lost: readonly { readonly known: Known; readonly reason: string }[];
}

/**
 * Of the actors that bear a name, the one this report is about: who was there when it was written, then by country, then by the years of
 * which it tells. Nobody where that does not tell them apart.
 */
export function choose(scene: Scene, all: readonly Known[]): Choice {
  const bearers = [...new Map(all.map((k) => [identity(k), k])).values()];
  if (bearers.length === 1) return { known: all[0]!, by: "only", lost: [] };
  const lost: { known: Known; reason: string }[] = [];
  const lose = (known: Known, reason: string) => lost.push({ known, reason: `not ${nameOfKnown(known)}: ${reason}` });
  const there = bearers.filter((k) => !isYetToCome(k, scene.years));
  for (const k of bearers)
    if (!there.includes(k)) lose(k, `it is known from ${lifeInWords(k)}, the report is of ${scene.years.written}`);
  const most = Math.max(...there.map((k) => weightOf(scene.weights, k)));
  const home = there.filter((k) => weightOf(scene.weights, k) === most);
  for (const k of there)
    if (!home.includes(k)) lose(k, "the report is more about the country of another bearer of the name");
  const ofItsTime = home.length > 1 ? home.filter((k) => isOfItsTime(k, scene.years)) : home;
  for (const k of home)
    if (!ofItsTime.includes(k)) lose(k, `its years (${lifeInWords(k)}) are not those of the report`);
  const known = ofItsTime.length === 1 ? ofItsTime[0]! : null;
  const byCountry = home.length === 1 && there.length > 1;
  return { known, by: byCountry ? "country" : "years", lost: known === null ? [] : lost };
}
