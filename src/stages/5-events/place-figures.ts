import { annotate, type Refusal } from "../../core/finding.ts";
import type { Toll, TollValue } from "../../core/layers.ts";
import type { EventType, Harm } from "../../core/ledger.ts";
import { overlaps } from "../../core/span.ts";
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
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const sentence = s.sentence[draft.trigger.head]!;
    const known = bySentence.get(sentence);
    if (known) known.push(draft);
    else bySentence.set(sentence, [draft]);
  }
  for (const figure of figures) {
    const near = bySentence.get(s.sentence[figure.trigger.head]!) ?? [];
    placed.set(figure, figure.partOf ? (placed.get(figure.partOf) ?? null) : eventFor(figure, near, drafts));
  }
  return placed;
}

/** Figures that belong to an event become tolls; the others are refused. `voiceOf`: whose words a figure stands in; null where the report's own. */
export function tollsOf(
  figures: readonly Figure[],
  placed: ReadonlyMap<Figure, Draft | null>,
  owner: ReadonlyMap<Draft, string>,
  voiceOf: (figure: Figure) => string | null,
): { tolls: Toll[]; lost: Refusal[] } {
  const tolls: Toll[] = [];
  const lost: Refusal[] = [];
  const made = new Map<Figure, Toll>();
  const counted = new Counted();
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
    const voice = voiceOf(figure);
    const { who, whoText } = sufferers(figure, harm, event, draft, counted, voice);
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
    if (figure.partOf === null && figure.low > 1 && namesThem(figure)) counted.add(value, voice);
  }
  return { tolls, lost };
}

/**
 * Whose figure it is. "The toll rose to 18", "spoke of 110 dead": words that name nobody speak of those counted before in that event, else
 * of those the event struck. What another speaker calls them is not taken over: "two died", a nurse says, and not two of another's "spies".
 */
function sufferers(
  figure: Figure,
  harm: Harm,
  event: string,
  draft: Draft,
  counted: Counted,
  voice: string | null,
): { readonly who: string | null; readonly whoText: string } {
  if (namesThem(figure) || figure.high === 0) return figure;
  const before = counted.lastOf(event, harm, voice);
  if (before) return before;
  // of those it struck, people and not the clinic
  const told = draft.voice === null || draft.voice === voice ? draft.target : [];
  const struck = told.find(({ span }) => !draft.objects.some((thing) => overlaps(thing.span, span)));
  return { who: struck?.ref ?? counted.firstSide(harm, voice), whoText: figure.whoText };
}

const namesThem = (figure: Figure): boolean => figure.who !== null || figure.nouns.length > 0;

/** Whom the figures so far have counted, by whose words they stand in. */
class Counted {
  private readonly last = new Map<string, TollValue>();
  private readonly first = new Map<string, string>();

  add(toll: TollValue, voice: string | null): void {
    this.last.set(`${voice} ${toll.event} ${toll.harm}`, toll).set(`${voice} ${toll.event}`, toll);
    const side = `${voice} ${toll.harm}`;
    if (toll.who !== null && !this.first.has(side)) this.first.set(side, toll.who);
  }

  /** The last counted in an event by this voice or the report's own, of one harm if there are such. */
  lastOf(event: string, harm: Harm, voice: string | null): TollValue | undefined {
    const keys = [voice, null].flatMap((who) => [`${who} ${event} ${harm}`, `${who} ${event}`]);
    return keys.map((key) => this.last.get(key)).find((toll) => toll !== undefined);
  }

  /** The first side that suffered a harm as this voice or the report itself tells; null where neither tells of one. */
  firstSide(harm: Harm, voice: string | null): string | null {
    return this.first.get(`${voice} ${harm}`) ?? this.first.get(`null ${harm}`) ?? null;
  }
}

/** Those an arrest takes are arrested, those carried off captured, whatever the word. */
function harmOf(figure: Figure, type: EventType): Harm {
  if (figure.harm === "captured" && type === "coercion/arrest") return "arrested";
  if (figure.harm === "arrested" && (type === "violence/abduction" || type === "violence/hostage-taking"))
    return "captured";
  return figure.harm;
}

/** `near`: the drafts of its sentence; `drafts`: all, in text order. */
function eventFor(figure: Figure, near: readonly Draft[], drafts: readonly Draft[]): Draft | null {
  const at = figure.trigger.head;
  const own = near.find((d) => d.trigger.head === at);
  if (own) return own;
  const inSentence = near.filter((d) => suits(figure, d));
  if (inSentence.length > 0)
    return inSentence.sort((a, b) => Math.abs(a.trigger.head - at) - Math.abs(b.trigger.head - at))[0]!;
  return (
    drafts.findLast((d) => d.trigger.head < at && d.stage !== "threatened" && suits(figure, d)) ??
    drafts.find((d) => d.trigger.head > at && suits(figure, d)) ??
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
