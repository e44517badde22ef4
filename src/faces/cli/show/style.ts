import { createColors } from "picocolors";
import { type ActorKind, CAMP, type Camp, type Claim } from "../../../index.ts";

type Paint = (text: string) => string;

interface Mark {
  readonly glyph: string;
  readonly paint: Paint;
}

/** Colour says what kind of speaker it is, and nothing else; every colour has its glyph. Red is for failures of the tool. */
export interface Style {
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly quote: Paint;
  readonly failure: Paint;
  readonly camp: (camp: Camp) => Mark;
  readonly speaker: (kind: ActorKind) => Mark;
}

const GLYPHS: Readonly<Record<Camp, string>> = {
  state: "■",
  "armed-group": "▲",
  "monitor-or-media": "◆",
  "medical-or-witness": "●",
  "not-settled": "○",
};

export function styleFor(colour: boolean): Style {
  const c = createColors(colour);
  const paints: Readonly<Record<Camp, Paint>> = {
    state: c.blue,
    "armed-group": c.yellow,
    "monitor-or-media": c.magenta,
    "medical-or-witness": c.cyan,
    "not-settled": (text) => text,
  };
  const camp = (camp: Camp): Mark => ({ glyph: GLYPHS[camp], paint: paints[camp] });
  return {
    strong: c.bold,
    quiet: c.dim,
    quote: c.italic,
    failure: c.red,
    camp,
    speaker: (kind) => camp(CAMP[kind]),
  };
}

/** What the glyphs stand for, in the order of their weight in a report. */
export const LEGEND = [
  ["state", "■ state, its forces, courts"],
  ["armed-group", "▲ armed group"],
  ["monitor-or-media", "◆ monitor or media"],
  ["medical-or-witness", "● witness, medic, civilian"],
  ["not-settled", "○ not settled"],
] as const;

/** Stance before colour: + holds it, × denies it, ? doubts it. */
export const stance = (claim: Claim): string =>
  claim.act === "doubt" ? "?" : claim.act === "deny" || claim.polarity === "negative" ? "×" : "+";
