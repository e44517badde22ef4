import { annotate, type Draft } from "../../core/finding.ts";
import type { Attributions, Mentions, QuantityValue } from "../../core/layers.ts";
import type { Syntax } from "../../core/syntax.ts";
import { child, tokenAt, tokenSpan, upos } from "../../core/tree.ts";

/**
 * "The army denied that *any soldiers* had died", "denied that *civilians* were hurt": whoever denies any, counts none, as "no soldiers had died"
 * does. The mentions with those
 * quantities added; the same object where there are none. `any` are the words.
 */
export function countDenied(
  s: Syntax,
  mentions: Mentions,
  { attributions }: Attributions,
  any: ReadonlySet<string>,
  harmed: ReadonlySet<number>,
): Mentions {
  const found = new Map<number, Draft<QuantityValue>>();
  for (const { value } of attributions) {
    if (value.polarity !== "negative" || value.act !== "deny") continue;
    for (const [from, to] of value.content) {
      for (let t = tokenAt(s, from); t < s.length && s.start[t]! < to; t++) {
        const bare = s.xpos[t] === "NNS" && s.deprel[t] === "nsubj:pass" && harmed.has(s.head[t]!) && isBare(s, t);
        if (!any.has(s.lower[t]!) && !bare) continue;
        const span = tokenSpan(s, t);
        const of = upos(s, t) === "DET" && s.head[t]! > t ? s.head[t]! : t;
        if (s.start[s.head[of]!]! >= from && isOwnDeed(s, mentions, of)) continue;
        found.set(t, {
          span,
          head: t,
          value: { low: 0, high: 0, bound: "exact", of },
          from: [{ span, role: "count" }],
        });
      }
    }
  }
  if (found.size === 0) return mentions;
  const quantities = annotate("quantity", "quantities/denied", [...found.values()], mentions.quantities.length + 1);
  return { ...mentions, quantities: [...mentions.quantities, ...quantities].sort((a, b) => a.span[0] - b.span[0]) };
}

const isBare = (s: Syntax, noun: number): boolean =>
  child(s, noun, "nummod") < 0 && child(s, noun, "det") < 0 && child(s, s.head[noun]!, "obl:agent") < 0;

/** "denied *killing any civilians*", "denied that it had killed anyone": the deed is denied, and not only its harm. */
function isOwnDeed(s: Syntax, { actorMentions }: Mentions, victim: number): boolean {
  const verb = s.head[victim]!;
  if (s.deprel[victim] !== "obj" || verb < 0) return false;
  const subject = child(s, verb, "nsubj");
  return subject < 0 || actorMentions.some(({ head }) => head === subject);
}
