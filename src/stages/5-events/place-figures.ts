import { annotate, type Refusal } from "../../core/finding.ts";
import type { Mentions, Toll, TollValue } from "../../core/layers.ts";
import type { EventType, Harm } from "../../core/ledger.ts";
import type { Syntax } from "../../core/syntax.ts";
import type { EventKnowledge } from "./knowledge.ts";
import type { Draft } from "./merge.ts";
import { isParty } from "./told-before.ts";
import { type Figure, relations, type Sufferers } from "./tolls.ts";

/** Each figure goes to the event told in its own words, else in its sentence, else to the one spoken of last; a part goes with its whole, an earlier figure with the one that replaced it, a bare number with its model. */
export function placeFigures(
  s: Syntax,
  figures: readonly Figure[],
  drafts: readonly Draft[],
  owner: ReadonlyMap<Draft, string>,
  mentions: Mentions,
  inReach: (figure: Figure, draft: Draft) => boolean,
): Map<Figure, Draft | null> {
  const placed = new Map<Figure, Draft | null>();
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const sentence = s.sentence[draft.trigger.head]!;
    const known = bySentence.get(sentence);
    if (known) known.push(draft);
    else bySentence.set(sentence, [draft]);
  }
  for (const figure of figures) {
    const near = bySentence.get(s.sentence[figure.trigger.head]!) ?? [];
    const fits = (draft: Draft): boolean => suits(figure, draft) && inReach(figure, draft);
    const told = figure.partOf ?? figure.replacedBy ?? figure.model;
    placed.set(
      figure,
      told
        ? (placed.get(told) ?? null)
        : (eventOf(figure, near) ?? eventBefore(figure, drafts.filter(fits), placed, owner, mentions)),
    );
  }
  return placed;
}

/** Figures that belong to an event become tolls; the others are refused. */
export function tollsOf(
  figures: readonly Figure[],
  placed: ReadonlyMap<Figure, Draft | null>,
  owner: ReadonlyMap<Draft, string>,
  sufferers: Sufferers,
  voiceOf: (figure: Figure) => string | null,
  { s, small }: { s: Syntax; small: EventKnowledge["small"] },
): { tolls: Toll[]; lost: Refusal[] } {
  const tolls: Toll[] = [];
  const lost: Refusal[] = [];
  const made = new Map<Figure, Toll>();
  // "the driver" may be one of those counted elsewhere: told once, and only where nobody's voice counts that harm in the event
  const voiced = (figure: Figure): string => `${owner.get(placed.get(figure)!)} ${figure.harm} ${voiceOf(figure)}`;
  const countedBy = new Set(figures.flatMap((figure) => (figure.known ? [] : [voiced(figure)])));
  const related = relations(s, figures, small, (a, b) => voiced(a) === voiced(b));
  for (const figure of figures) {
    const draft = placed.get(figure);
    const event = draft && owner.get(draft);
    const reason = !event
      ? "no event in reach that it could belong to"
      : figure.known && countedBy.has(voiced(figure))
        ? "somebody pointed at, who may be one of those that the same voice counts in the event"
        : unreal(figure, draft);
    if (!event || reason) {
      lost.push({ kind: "toll", span: figure.span, by: { rule: "events/toll", entry: figure.entry }, reason: reason! });
      continue;
    }
    countedBy.add(voiced(figure));
    const { low, high, bound } = figure;
    const harm = harmOf(figure, draft.type);
    const { role, whole } = related.get(figure)!;
    const partOf = whole ? (made.get(whole)?.id ?? null) : null;
    const from = [
      { span: figure.span, role: "count" as const },
      { span: figure.trigger.span, role: "content" as const },
    ];
    for (const { who, whoText } of sufferers.of(figure, event)) {
      const value: TollValue = { harm, who, whoText, low, high, bound, event, partOf, role };
      const draftToll = { span: figure.span, head: figure.trigger.head, value, from, entry: figure.entry };
      const [toll] = annotate("toll", "events/toll", [draftToll], tolls.length + 1);
      tolls.push(toll!);
      made.set(figure, toll!);
    }
  }
  return { tolls, lost };
}

/** "Denied that a second soldier was seized", "threatened to kill a judge": no number is told, and the deed is not either. */
function unreal({ singles }: Figure, draft: Draft): string | null {
  if (!singles || (!draft.denied && draft.stage !== "threatened")) return null;
  return draft.denied
    ? "somebody without a number of whom it is denied"
    : "somebody without a number of whom it lies ahead";
}

/** Those an arrest takes are arrested, those carried off captured, whatever the word. */
function harmOf(figure: Figure, type: EventType): Harm {
  if (figure.harm === "captured" && type === "coercion/arrest") return "arrested";
  if (figure.harm === "arrested" && (type === "violence/abduction" || type === "violence/hostage-taking"))
    return "captured";
  return figure.harm;
}

/** The event told in the words of a figure or in its sentence, `near` being the drafts of that. */
function eventOf(figure: Figure, near: readonly Draft[]): Draft | null {
  const at = figure.trigger.head;
  const own = near.find((d) => d.trigger.head === at);
  if (own) return own;
  const inSentence = near.filter((d) => suits(figure, d));
  if (inSentence.length > 0)
    return inSentence.sort((a, b) => Math.abs(a.trigger.head - at) - Math.abs(b.trigger.head - at))[0]!;
  return null;
}

/** Figures from here on are given twice of one event rather than of two. */
const TELLING = 10;

/**
 * The event that a figure is of where its sentence tells none: the one told last, or the first that is told after it. A figure that was given
 * before is of the event it was given of, where the last has none ("the ministry confirmed *one death*"); fire to a granary kills last of all.
 */
function eventBefore(
  figure: Figure,
  drafts: readonly Draft[],
  placed: ReadonlyMap<Figure, Draft | null>,
  owner: ReadonlyMap<Draft, string>,
  mentions: Mentions,
): Draft | null {
  const at = figure.trigger.head;
  // "dozens of dead among the police": of what befell them, where it is told
  const theirs = drafts.filter((d) => figure.among && isParty(figure.who!, refsOf(d), mentions));
  const may = theirs.length > 0 ? theirs : drafts;
  const before = may.filter((d) => d.trigger.head < at && d.stage !== "threatened");
  // "No one was hurt" by the fire just told
  const harmful = figure.high === 0 ? undefined : before.findLast(({ type }) => type !== "violence/arson");
  const last = harmful ?? before.at(-1);
  if (!last) return may.find((d) => d.trigger.head > at) ?? null;
  const told = [...placed].filter(([f, d]) => d !== null && f.harm === figure.harm && f.partOf === null);
  const same = told.findLast(([f]) => f.low === figure.low && f.high === figure.high)?.[1];
  const counted = told.some(([, d]) => owner.get(d!) === owner.get(last));
  return same && (!counted || figure.low >= TELLING) ? same : last;
}

const refsOf = ({ agent, target }: Draft): string[] => [...agent, ...target].map(({ ref }) => ref);

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
  if (figure.harm === "displaced" && draft.type === "coercion/expel") return true;
  return (
    branch === "violence" ||
    branch === "protest" ||
    draft.type === "coercion/siege" ||
    draft.type === "force/raid" ||
    draft.type === "force/mutiny" ||
    draft.type === "force/seize-territory"
  );
}
