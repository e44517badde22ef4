import { child, children, relation } from "../../core/tree.ts";
import type { Context } from "./context.ts";

/** "gave *forty* dead", "claims *dozens* of dead", "claims *forty*": a number of those whom a row can take, or a bare one where it takes figures. */
export function isFigureOf({ s, words }: Context, head: number, lemmas: readonly string[]): boolean {
  const counts = (t: number): boolean => t > head && (lemmas.includes(s.lemma[t]!) || lemmas.includes(s.lower[t]!));
  const number = s.xpos[head] === "CD";
  const below = children(s, head);
  if (
    number
      ? counts(head + 1) || below.some(counts)
      : s.xpos[head] === "NNS" && below.some((c) => relation(s, c) === "nmod" && counts(c))
  )
    return true;
  return number && below.every((c) => c < head) && lemmas.some((lemma) => words.roles.figures.has(lemma));
}

/** "Maintains *nine* dead", "warned of *forty* wounded": a figure that whoever takes a clause can give as well; -1 where there is none. */
export function figureUnder(ctx: Context, token: number): number {
  const { s, words } = ctx;
  const harmed = [...words.roles.harmed];
  const isFigure = (c: number): boolean =>
    isFigureOf(ctx, c, harmed) ||
    (child(s, c, "nummod") >= 0 && (words.roles.harmed.has(s.lemma[c]!) || words.roles.harmed.has(s.lower[c]!)));
  return (
    children(s, token).find((c) => c > token && ["obj", "obl", "xcomp"].includes(relation(s, c)) && isFigure(c)) ?? -1
  );
}
/** What a row writes for a figure. */
const NUMBER = "@number";

/** Whether a noun is counted, and its row takes any figure: "says *41*". */
export const isAnyFigure = ({ s }: Context, head: number, lemmas: readonly string[]): boolean =>
  lemmas.includes(NUMBER) && (s.xpos[head] === "CD" || child(s, head, "nummod") >= 0);
