import type { Toll } from "../../src/core/layers.ts";
import type { Fillable } from "./fills.ts";
import type { Message } from "./message.ts";

/** How many a string stands for, as the keys write it: "6", "~100", "6-", "PLURAL". */
export function numberOf(message: Message, { nominal }: Fillable, tolls: readonly Toll[]): string {
  const s = message.syntax;
  const counted = message.result.reading.mentions.quantities.filter((q) => q.value.of === nominal.head);
  const toll = tolls.find((t) => t.value.who !== null && t.value.who === nominal.actor && t.value.partOf === null);
  const amount = counted[0]?.value ?? toll?.value;
  const plural = s.xpos[nominal.head] === "NNS" || s.xpos[nominal.head] === "NNPS";
  if (!amount || (amount.low === 0 && amount.high === 0)) return plural ? "PLURAL" : "1";
  const { low, high, bound } = amount;
  if (high === low) return `${bound === "about" ? "~" : ""}${low}`;
  if (high !== null) return `${low}-${high}`;
  return bound === "vague" ? "PLURAL" : `${low}-`;
}
