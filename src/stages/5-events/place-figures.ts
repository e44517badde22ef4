import { annotate, type Refusal } from "../../core/finding.ts";
import type { Toll, TollValue } from "../../core/layers.ts";
import type { EventType, Harm } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { Draft } from "./merge.ts";
import type { Figure } from "./tolls.ts";

/** Each figure goes to the event told in its own words, else in its sentence, else to the one spoken of last; a part goes with its whole. */
export function placeFigures(
  s: Syntax,
  figures: readonly Figure[],
  drafts: readonly Draft[],
): Map<Figure, Draft | null> {
  const placed = new Map<Figure, Draft | null>();
  for (const figure of figures) {
    placed.set(figure, figure.partOf ? (placed.get(figure.partOf) ?? null) : eventFor(s, figure, drafts));
  }
  return placed;
}

/** Figures that belong to an event become tolls; the others are refused. */
export function tollsOf(
  figures: readonly Figure[],
  placed: ReadonlyMap<Figure, Draft | null>,
  owner: ReadonlyMap<Draft, string>,
): { tolls: Toll[]; lost: Refusal[] } {
  const tolls: Toll[] = [];
  const lost: Refusal[] = [];
  const made = new Map<Figure, Toll>();
  for (const figure of figures) {
    const draft = placed.get(figure);
    const event = draft && owner.get(draft);
    if (!event) {
      lost.push({
        kind: "toll",
        span: figure.span,
        by: { rule: "events/toll", entry: figure.entry },
        reason: "no event in reach that it could belong to",
      });
      continue;
    }
    const { low, high, bound, revises } = figure;
    const harm = harmOf(figure, draft.type);
    const { who, whoText } = sufferers(figure, harm, event, draft, made);
    const partOf = figure.partOf ? (made.get(figure.partOf)?.id ?? null) : null;
    const value: TollValue = { harm, who, whoText, low, high, bound, event, partOf, revises };
    const from = [
      { span: figure.span, role: "count" as const },
      { span: figure.trigger.span, role: "content" as const },
    ];
    const draftToll = { span: figure.span, head: figure.trigger.head, value, from, entry: figure.entry };
    const [toll] = annotate("toll", "events/toll", [draftToll], tolls.length + 1);
    tolls.push(toll!);
    made.set(figure, toll!);
  }
  return { tolls, lost };
}

/**
 * Whose figure it is. "The toll rose to 18", "spoke of 110 dead": words that name nobody speak of those counted before in that event, else
 * of those the event struck.
 */
function sufferers(
  figure: Figure,
  harm: Harm,
  event: string,
  draft: Draft,
  made: ReadonlyMap<Figure, Toll>,
): { readonly who: string | null; readonly whoText: string } {
  if (figure.who !== null || figure.nouns.length > 0 || figure.high === 0) return figure;
  const wholes = [...made]
    .filter(([f]) => f.partOf === null && f.low > 1 && (f.who !== null || f.nouns.length > 0))
    .map(([, toll]) => toll.value);
  const counted =
    wholes.findLast((toll) => toll.event === event && toll.harm === harm) ??
    wholes.findLast((toll) => toll.event === event);
  if (counted) return counted;
  const who = draft.target[0]?.ref ?? wholes.find((toll) => toll.harm === harm && toll.who !== null)?.who ?? null;
  return { who, whoText: figure.whoText };
}

/** Those an arrest takes are arrested, those carried off captured, whatever the word. */
function harmOf(figure: Figure, type: EventType): Harm {
  if (figure.harm === "captured" && type === "coercion/arrest") return "arrested";
  if (figure.harm === "arrested" && (type === "violence/abduction" || type === "violence/hostage-taking"))
    return "captured";
  return figure.harm;
}

function eventFor(s: Syntax, figure: Figure, drafts: readonly Draft[]): Draft | null {
  const at = figure.trigger.head;
  const own = drafts.find((d) => d.trigger.head === at);
  if (own) return own;
  const violent = drafts.filter((d) => suits(figure, d));
  const inSentence = violent.filter((d) => s.sentence[d.trigger.head] === s.sentence[at]);
  if (inSentence.length > 0)
    return inSentence.sort((a, b) => Math.abs(a.trigger.head - at) - Math.abs(b.trigger.head - at))[0]!;
  return (
    violent.filter((d) => d.trigger.head < at && d.stage !== "threatened").at(-1) ??
    violent.find((d) => d.trigger.head > at) ??
    null
  );
}

/** Harm of this kind comes from events of that kind. */
function suits(figure: Figure, draft: Draft): boolean {
  const branch = draft.type.split("/")[0];
  if (figure.harm === "arrested") return draft.type === "coercion/arrest" || draft.type === "force/raid";
  if (figure.harm === "captured")
    return (
      draft.type === "violence/abduction" ||
      draft.type === "violence/hostage-taking" ||
      draft.type.startsWith("violence/")
    );
  if (figure.harm === "displaced") return branch === "violence" || draft.type === "coercion/expel";
  return (
    branch === "violence" ||
    branch === "protest" ||
    draft.type === "coercion/siege" ||
    draft.type === "force/raid" ||
    draft.type === "force/mutiny" ||
    draft.type === "force/seize-territory"
  );
}
