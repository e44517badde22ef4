import type { StateRow } from "../../lexicon/actors.ts";
import type { Being } from "./beings.ts";
import { phrase, type Scene } from "./scene.ts";

export interface Owner {
  readonly being: Being | null;
  readonly country: StateRow | null;
}
const NOBODY: Owner = { being: null, country: null };

/** Whose a noun phrase is: "Taliban" in "Taliban fighters", Mali in "soldiers of Mali", the ministry in "its spokesman". */
export function ownerOf(scene: Scene, u: number, resolve: (u: number) => Being | null): Owner {
  const { s, units } = scene;
  const ph = phrase(scene, u);
  let country: StateRow | null = null;
  for (let v = u - 1; v >= 0 && units[v]!.first >= ph.first; v--) {
    const unit = units[v]!;
    // "US-led", "Iran-backed": not theirs.
    if (
      s.lower[unit.last + 1] === "-" &&
      unit.last + 2 < units[u]!.first &&
      s.end[unit.last] === s.start[unit.last + 1]
    )
      continue;
    if (unit.what.is === "country") {
      if (unit.what.words[0]!.use !== "capital") country ??= unit.what.words[0]!.country;
      continue;
    }
    if (unit.what.is === "noun" && /^(?:amod|det)/.test(s.deprel[unit.head]!) && unit.what.row.role !== "fighter")
      continue;
    // "the *resistance* group", "a *militia* faction": says what kind of group it is
    const { what } = units[u]!;
    if (unit.what.is === "noun" && unit.what.row.role === "group" && what.is === "noun" && what.row.role === "group")
      if (s.deprel[unit.head] === "compound") continue;
    const being = resolve(v);
    if (being !== null) return { being, country };
  }
  if (country !== null) return { being: null, country };
  for (const head of ph.bound) {
    const v = scene.unitOf[head]!;
    if (v < 0 || v === u) continue;
    const { what } = units[v]!;
    if (what.is === "country") return { being: null, country: what.words[0]!.country };
    const being = resolve(v);
    if (being !== null) return { being, country: null };
  }
  return NOBODY;
}
