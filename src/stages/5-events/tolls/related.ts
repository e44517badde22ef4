import { preposition } from "../../../core/arguments.ts";
import type { CountRole } from "../../../core/ledger.ts";
import type { Syntax } from "../../../core/syntax.ts";
import { children, relation, upos } from "../../../core/tree.ts";
import type { Figure, Reading } from "./figure.ts";

/** How a figure stands to another: counted in it, replaced by it, or replacing it. */
export interface Relation {
  readonly role: CountRole | null;
  /** The figure it is counted in. */
  readonly whole: Figure | null;
}

/** How the figures of a report stand to one another. `sameVoice`: of one event, one harm and one voice. */
export function relations(
  s: Syntax,
  figures: readonly Figure[],
  small: Reading["small"],
  sameVoice: (a: Figure, b: Figure) => boolean,
): ReadonlyMap<Figure, Relation> {
  const changes = new Map(figures.map((figure) => [figure, changeOf(s, figure, small)]));
  const replaced = new Set(figures.map(({ replacedBy }) => replacedBy));
  const others = (figure: Figure): Figure[] =>
    figures.filter(
      (f) => f !== figure && f.partOf === null && !f.share && f.low !== figure.low && sameVoice(f, figure),
    );
  const relationOf = (figure: Figure): Relation => {
    const whole = figure.partOf ?? wholeReached(s, figure, figures, changes);
    if (whole) return { role: "part", whole };
    if (figure.share) return { role: "part", whole: null };
    if (figure.replacedBy) return { role: "earlier", whole: null };
    if (replaced.has(figure) || changes.get(figure) === "revised") return { role: "revised", whole: null };
    const isFormer = changes.get(figure) === "earlier";
    const hasOther = others(figure).some((f) => (changes.get(f) === "earlier") !== isFormer);
    return { role: hasOther ? (isFormer ? "earlier" : "revised") : null, whole: null };
  };
  return new Map(figures.map((figure) => [figure, relationOf(figure)]));
}

/** "*Three* more died, bringing the toll to 21", "rose to 27 after *two* of the wounded died": counted in the figure that the toll comes to. */
function wholeReached(
  s: Syntax,
  figure: Figure,
  figures: readonly Figure[],
  changes: ReadonlyMap<Figure, CountRole | null>,
): Figure | null {
  if (changes.get(figure) !== null || figure.replacedBy || figure.model) return null;
  const reached = figures.find(
    (f) =>
      f !== figure &&
      changes.get(f) === "revised" &&
      f.harm === figure.harm &&
      f.low > figure.low &&
      s.sentence[f.head] === s.sentence[figure.head],
  );
  return reached ?? null;
}

/** How a figure is told to have changed: "*rose* to 18" is one that replaces another, "had *earlier* spoken of 12" one that may be replaced. */
function changeOf(s: Syntax, { head, model }: Figure, small: Reading["small"]): "revised" | "earlier" | null {
  let verb = head;
  while (verb >= 0 && (upos(s, verb) !== "VERB" || s.deprel[verb] === "acl")) verb = s.head[verb]!;
  const isReached = small.reaches!.has(preposition(s, head)) && small.grows!.has(s.lemma[verb] ?? "");
  if (isReached || (s.head[head] === verb && small["comes-to"]!.has(s.lemma[verb] ?? ""))) return "revised";
  // "on Wednesday it *had* spoken of 17"
  if (
    model &&
    verb >= 0 &&
    s.xpos[verb] === "VBN" &&
    children(s, verb).some((c) => s.deprel[c] === "aux" && s.xpos[c] === "VBD")
  )
    return "earlier";
  for (; verb >= 0; verb = relation(s, verb) === "ccomp" ? s.head[verb]! : -1)
    if (children(s, verb).some((c) => /^(?:advmod|obl)/.test(s.deprel[c]!) && small.formerly!.has(s.lower[c]!)))
      return "earlier";
  return null;
}
