import type { Stance as StanceName, Verdict as VerdictName } from "../../src/index.ts";
import { Glyph } from "./Glyph.tsx";

const SIGNS: Readonly<Record<StanceName, string>> = { asserts: "+", denies: "×", doubts: "?", silent: "·" };

/** Asserts, denies, doubts, silent: a sign in a box whose edge says the same. */
export function Stance({ stance }: { stance: StanceName }) {
  return (
    <span className={`st ${stance}`} role="img" aria-label={stance}>
      {SIGNS[stance]}
    </span>
  );
}

const WORDS: Readonly<Record<VerdictName, string>> = {
  agree: "Agree",
  differ: "Differ",
  contradict: "Contradict",
  "one-voice": "One voice",
  silent: "Silent",
};

export function Verdict({ verdict }: { verdict: VerdictName }) {
  return (
    <span className={`verdict ${verdict === "one-voice" ? "one" : verdict}`}>
      {verdict !== "silent" && <Glyph name={`v-${verdict}`} />}
      {WORDS[verdict]}
    </span>
  );
}
