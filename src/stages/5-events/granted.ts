import type { Syntax } from "../../core/syntax.ts";
import { child, children, relation, upos } from "../../core/tree.ts";
import type { EventKnowledge } from "./knowledge.ts";

/** As what a clause takes a deed for granted: it did something else, or says when something else was. */
export type Granted = "doer" | "circumstance";

/**
 * Whether the clause a deed stands in takes it for granted, so that who denies or suspects the clause says nothing against the deed: "denied that *its
 * strike on the house* had killed children", "denied firing when they *dispersed* the crowd", "that soldiers had looted shops after *the capture of*
 * Malakal". "Denied that the attack took place" does not.
 */
export function grantedIn(
  s: Syntax,
  head: number,
  definite: boolean,
  { small }: EventKnowledge,
  light: ReadonlySet<string>,
): Granted | null {
  if (upos(s, head) === "NOUN" && definite) {
    if (isDoer(s, head, light)) return "doer";
    if (isWhen(s, head, small)) return "circumstance";
  }
  for (let t = head; s.head[t]! >= 0; t = s.head[t]!) {
    const rel = relation(s, t);
    if (rel === "advcl" && isTemporal(s, t, small)) return "circumstance";
    const within = ["conj", "obj", "obl", "nmod", "nsubj"].includes(rel);
    if (!within && !(rel === "advcl" && s.xpos[t] === "VBG")) return null;
  }
  return null;
}

/** "*The strike* had killed children"; "the attack took place" only says that there was one. */
function isDoer(s: Syntax, noun: number, light: ReadonlySet<string>): boolean {
  const verb = s.head[noun]!;
  if (verb < 0 || s.deprel[noun] !== "nsubj" || light.has(s.lemma[verb]!)) return false;
  return s.xpos[verb]!.startsWith("VB") && child(s, verb, "obj") >= 0;
}

/** "after *the capture* of the town" */
function isWhen(s: Syntax, noun: number, small: EventKnowledge["small"]): boolean {
  const marker = child(s, noun, "case");
  return /^(?:obl|nmod)/.test(s.deprel[noun]!) && marker >= 0 && small.temporal!.has(s.lower[marker]!);
}

const isTemporal = (s: Syntax, clause: number, small: EventKnowledge["small"]): boolean =>
  child(s, clause, "nsubj") >= 0 &&
  children(s, clause).some((c) => ["mark", "advmod"].includes(relation(s, c)) && small.temporal!.has(s.lower[c]!));
