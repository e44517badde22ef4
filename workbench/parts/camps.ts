import { CAMP } from "../../src/core/dossier.ts";
import type { ActorKind, Camp } from "../../src/index.ts";

/** What kind of speaker: the one thing colour means here, and never colour alone. */
export interface CampLook {
  /** Class that sets the colour and the line. */
  readonly look: "state" | "armed" | "media" | "witness" | "open";
  readonly name: string;
}

export const CAMP_LOOKS: Readonly<Record<Camp, CampLook>> = {
  state: { look: "state", name: "State" },
  "armed-group": { look: "armed", name: "Armed group" },
  "medical-or-witness": { look: "witness", name: "Medical or witness" },
  "monitor-or-media": { look: "media", name: "Monitor or media" },
  "not-settled": { look: "open", name: "Camp not settled" },
};

export const campOf = (kind: ActorKind): CampLook => CAMP_LOOKS[CAMP[kind]];
