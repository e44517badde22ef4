import { children, relation } from "../../core/tree.ts";
import { type Context, isVerb } from "./context.ts";

/**
 * The words an operator over `root` reaches: coordinated verbs without a subject of their own, complements, participles ("would attack,
 * *killing* many"), and nouns that a verb without a meaning of its own carries ("may launch an *attack*"). What a cue says is not reached:
 * "did not say that rebels attacked" turns the cue. `negates`: the operator is a negation. Ascending; linear in the subtree.
 */
export function scopeOf(ctx: Context, root: number, negates = false): number[] {
  const { s } = ctx;
  const found: number[] = [];
  const stack = [root];
  for (let t = stack.pop(); t !== undefined; t = stack.pop()) {
    found.push(t);
    for (const c of children(s, t)) if (reaches(ctx, t, c) && !(negates && isContrasted(ctx, c))) stack.push(c);
  }
  return found.sort((a, b) => a - b);
}

/** "Gave no figure *but said* that thirty had died", "neither shelled *nor burned* it": what is set against the denied, or denied by a word of its own. */
const isContrasted = ({ s, words }: Context, to: number): boolean =>
  relation(s, to) === "conj" &&
  children(s, to).some(
    (c) =>
      relation(s, c) === "cc" &&
      (words.roles.contrasting.has(s.lower[c]!) ||
        words.hedges.get(s.lower[c]!)?.some((row) => row.polarity === "negative")),
  );

function reaches(ctx: Context, from: number, to: number): boolean {
  const { s } = ctx;
  const rel = relation(s, to);
  switch (rel) {
    case "conj":
      // "did not comment, but *has denied* it": an auxiliary of its own begins anew
      return !children(s, to).some((c) => relation(s, c) === "nsubj" || relation(s, c) === "aux");
    case "xcomp":
      return true;
    case "ccomp":
      // "it is not clear who carried out the attack": what is asked is taken for granted
      return !ctx.words.cues.has(s.lemma[from]!) && !s.xpos[s.left[to]!]!.startsWith("W");
    case "advcl":
      return s.xpos[to] === "VBG" && !children(s, to).some((c) => relation(s, c) === "mark");
    case "compound":
      return s.deprel[to] === "compound";
    case "nsubj":
      // "a truce would be *part of it*", "a ceasefire is not *part of the deal*"
      if (ctx.words.roles.presence.has(s.lemma[from]!) && children(s, from).some((c) => relation(s, c) === "cop"))
        return true;
      // "*the killing* would lead to attacks": what leads to another deed is not told of by its verb
      return carries(ctx, from) && !isVerb(s, to) && !(isKnown(ctx, to) && carriesBeside(ctx, from, to));
    case "obj":
    case "obl":
      // "reportedly died in *an air strike*": what is first told of there is told under the same operator
      if (ctx.words.roles.happening.has(s.lemma[to]!) && isNew(ctx, to)) return true;
      // "suffered no losses in *the battle*": the losses are denied, and the battle is not
      if (rel === "obl" && isKnown(ctx, to) && carriesBeside(ctx, from, to)) return false;
      return carries(ctx, from) && !isVerb(s, to);
    default:
      return false;
  }
}

const isNew = ({ s, words }: Context, noun: number): boolean =>
  children(s, noun).some((c) => relation(s, c) === "det" && words.roles.indefinite.has(s.lower[c]!));

const isKnown = ({ s, words }: Context, noun: number): boolean =>
  children(s, noun).some((c) => relation(s, c) === "det" && words.roles.definite.has(s.lower[c]!));

/** Whether the verb carries another happening besides: its object, or what it leads to; "took *part* in the attack" has none. */
const carriesBeside = ({ s, words }: Context, verb: number, noun: number): boolean =>
  children(s, verb).some(
    (c) =>
      c !== noun &&
      c > verb &&
      ["obj", "obl"].includes(relation(s, c)) &&
      words.roles.happening.has(s.lemma[c]!) &&
      !words.roles.disowning.has(s.lemma[c]!),
  );

/** A verb such as "launch" or "take place", or the copula of "there was no attack". */
const carries = (ctx: Context, token: number): boolean =>
  isVerb(ctx.s, token) && ctx.words.roles.light.has(ctx.s.lemma[token]!);
