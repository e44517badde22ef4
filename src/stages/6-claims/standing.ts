import { type Attribution, OUTLET, type Scope } from "../../core/layers.ts";
import type { Act, Certainty, Modality, Polarity } from "../../core/ledger.ts";
import { contains, type Span } from "../../core/span.ts";
import type { Chain } from "./voices.ts";

/** Whose claim a stretch of text is, through whom, and how it is held. */
export interface Standing {
  readonly source: string;
  readonly via: readonly string[];
  readonly act: Act;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly modality: Modality;
  /** The attribution that gives the source; null in the outlet's own voice. */
  readonly attribution: Attribution | null;
  readonly scopes: readonly Scope[];
  /** Cues that nobody is named with ("it is unlikely that …"), where they give the act. */
  readonly cues: readonly Attribution[];
}

const WEIGHT: Record<Certainty, number> = { certain: 3, probable: 2, possible: 1, unknown: 0 };
const weaker = (a: Certainty, b: Certainty): Certainty => (WEIGHT[a] <= WEIGHT[b] ? a : b);

/**
 * Works out the standing of what `head` heads. The innermost attribution with a speaker gives the source; those around it relay, the
 * outlet last. An attribution without a speaker ("reportedly") only weakens. Operators count where they stand inside the source's words:
 * "The army did not say that rebels attacked" negates the saying, not the attack.
 */
export function standing(scopes: readonly Scope[], chain: Chain, head: number): Standing {
  const at = chain.findIndex(({ value }) => value.source !== null && value.source !== OUTLET);
  const holder = at < 0 ? null : chain[at]!;
  const laid = at < 0 ? chain : chain.slice(0, at + 1);
  const governing = scopes.filter(
    ({ value }) =>
      value.over.includes(head) && (holder === null || insideContent(holder.value.content, value.operator)),
  );

  let act: Act = holder?.value.act ?? chain[0]?.value.act ?? "state";
  // "we think it likely that …": what is only likely to somebody is what he thinks
  const wider = chain[Math.max(at, 0) + 1]?.value;
  if (act === "state" && wider?.act === "suspect" && wider.source === chain[Math.max(at, 0)]!.value.source)
    act = "suspect";
  let negatives = 0;
  let certainty: Certainty = "certain";
  let modality: Modality = "actual";
  for (const [i, { value }] of laid.entries()) {
    if (value.polarity === "negative") negatives++;
    // "said rumours that the base had fallen were false": who denies a rumour is as sure as he says
    if (value.source !== null || !isDenied(laid, i)) certainty = weaker(certainty, value.certainty);
    if (modality === "actual") modality = value.modality;
  }
  for (const { value } of governing) {
    // "none of the claims could be confirmed": the negation has made a doubt of the cue
    const turned = laid.some((cue) => cue.value.act === "doubt" && value.over.includes(cue.head));
    if (value.polarity === "negative" && !turned) negatives++;
    if (value.certainty) certainty = weaker(certainty, value.certainty);
    // "warns that they will be killed unless they repent": a condition outweighs what lies ahead
    if (value.modality && (modality === "actual" || (modality === "future" && value.modality === "conditional")))
      modality = value.modality;
    if (value.act && act === "state") act = value.act;
  }
  // Somebody is said to have said it, and nobody is named: the outlet passes it on and does not vouch for it.
  // That it is a mere rumour the outlet does vouch for: "rumours that he was killed are unfounded".
  if (holder === null && laid.some(({ value }, i) => value.source === null && !isDenied(laid, i)))
    certainty = weaker(certainty, "probable");
  // "it was unable to verify reports that …, the agency said": who says that nobody confirms it doubts it
  if (act === "state" && laid.some(({ value }, i) => value.act === "doubt" && !isDenied(laid, i))) act = "doubt";
  const polarity: Polarity = negatives % 2 === 1 ? "negative" : "positive";
  // Saying that something did not happen is denying it.
  if (polarity === "negative" && act === "state" && modality === "actual") act = "deny";

  return {
    source: holder?.value.source ?? OUTLET,
    via: holder ? relays(chain.slice(at)) : [],
    act,
    polarity,
    certainty,
    modality,
    attribution: holder,
    scopes: governing,
    cues: holder ? [] : laid,
  };
}

/** Whether somebody around these words denies them, or they are called untrue by a word of their own: "false reports". */
const isDenied = (laid: Chain, i: number): boolean =>
  laid.some(
    ({ value }, j) =>
      value.polarity === "negative" && (j > i || (j < i && sameWords(value.content, laid[i]!.value.content))),
  );

const sameWords = (a: readonly Span[], b: readonly Span[]): boolean => JSON.stringify(a) === JSON.stringify(b);

const insideContent = (content: readonly Span[], operator: Span): boolean =>
  content.some((part) => contains(part, operator));

/** Who passed the words of the first attribution on, nearest first; the outlet last. Nobody relays himself. */
function relays([holder, ...around]: Chain): string[] {
  const source = holder!.value.source!;
  const found = [...holder!.value.via];
  for (const { value } of around) {
    // "cast doubt on the army's claim": who answers it does not pass it on
    if (value.source !== null && value.act !== "deny" && value.act !== "doubt") found.push(value.source);
    found.push(...value.via);
  }
  const distinct = found.filter((id, i) => id !== source && id !== OUTLET && found.indexOf(id) === i);
  return [...distinct, OUTLET];
}
