import { createColors } from "picocolors";
import type { ActorKind, Claim } from "../../../index.ts";

type Paint = (text: string) => string;

/** Colour says what kind of speaker it is, and nothing else; every colour has its glyph. Red is for failures of the tool. */
export interface Style {
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly quote: Paint;
  readonly failure: Paint;
  readonly speaker: (kind: ActorKind) => { readonly glyph: string; readonly paint: Paint };
}

type Camp = "state" | "armed" | "monitor" | "witness" | "unsettled";

const CAMPS: Readonly<Record<ActorKind, Camp>> = {
  government: "state",
  "state-forces": "state",
  police: "state",
  court: "state",
  "external-forces": "state",
  "armed-group": "armed",
  "political-militia": "armed",
  "communal-militia": "armed",
  rioters: "armed",
  media: "monitor",
  monitor: "monitor",
  "international-organisation": "monitor",
  civilians: "witness",
  protesters: "witness",
  witness: "witness",
  person: "unsettled",
  unknown: "unsettled",
};

const GLYPHS: Readonly<Record<Camp, string>> = { state: "■", armed: "▲", monitor: "◆", witness: "●", unsettled: "○" };

export function styleFor(colour: boolean): Style {
  const c = createColors(colour);
  const paints: Readonly<Record<Camp, Paint>> = {
    state: c.blue,
    armed: c.yellow,
    monitor: c.magenta,
    witness: c.cyan,
    unsettled: (text) => text,
  };
  return {
    strong: c.bold,
    quiet: c.dim,
    quote: c.italic,
    failure: c.red,
    speaker: (kind) => ({ glyph: GLYPHS[CAMPS[kind]], paint: paints[CAMPS[kind]] }),
  };
}

/** What the glyphs stand for, in the order of their weight in a report. */
export const LEGEND = [
  ["state", "■ state, its forces, courts"],
  ["armed", "▲ armed group"],
  ["monitor", "◆ monitor or media"],
  ["witness", "● witness, medic, civilian"],
  ["unsettled", "○ not settled"],
] as const;

export const campOf = (kind: ActorKind): Camp => CAMPS[kind];

/** Stance before colour: + holds it, × denies it, ? doubts it. */
export const stance = (claim: Claim): string =>
  claim.act === "doubt" ? "?" : claim.act === "deny" || claim.polarity === "negative" ? "×" : "+";
