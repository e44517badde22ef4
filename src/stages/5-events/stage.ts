import type { Attribution, Attributions } from "../../core/layers.ts";
import type { EventStage } from "../../core/ledger.ts";
import { contains, length } from "../../core/span.ts";
import type { Support } from "./supports.ts";
import type { Trigger } from "./triggers.ts";

const AHEAD = new Set(["threaten", "demand", "promise", "predict"]);

/** Threats, plans and demands lie ahead; foiled and failed deeds were attempted; the rest is told as done. */
export function stageOf(
  trigger: Trigger,
  supports: readonly Support[],
  layer: Attributions,
  granted: boolean,
): EventStage {
  const own = trigger.row?.stage ?? supports.find((support) => support.stage)?.stage;
  if (own) return own;
  const over = layer.scopes.filter(({ value }) => value.over.includes(trigger.head));
  // "was shot before he could detonate it" takes no bombing for granted
  if (granted) return over.some(({ value }) => value.stage === "attempted") ? "attempted" : "accomplished";
  for (const { value } of over) {
    if (value.stage) return value.stage;
    if (value.modality === "future" || value.modality === "conditional") return "threatened";
  }
  const voice = innermost(layer.attributions, trigger);
  if (
    voice &&
    (AHEAD.has(voice.value.act) || voice.value.modality === "future" || voice.value.modality === "conditional")
  )
    return "threatened";
  return "accomplished";
}

/** The attribution that tells of a trigger; null where the report itself does. */
export function innermost(attributions: readonly Attribution[], { span }: Pick<Trigger, "span">): Attribution | null {
  let best: Attribution | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const attribution of attributions) {
    if (!attribution.value.content.some((part) => contains(part, span))) continue;
    const own = attribution.value.content.reduce((sum, part) => sum + length(part), 0);
    if (own < size) {
      best = attribution;
      size = own;
    }
  }
  return best;
}
