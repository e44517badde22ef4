import type { Draft } from "../../core/finding.ts";
import type { AttributionValue } from "../../core/layers.ts";
import { OUTLET } from "../../core/layers.ts";
import { child, relation, upos } from "../../core/tree.ts";
import { type Context, isPassive } from "./context.ts";
import { isDefinite } from "./granted.ts";
import { passedInClause } from "./relays.ts";
import { actorOf } from "./who.ts";

/** How many sentences back the words may stand that a document is said to have carried. */
const REACH = 2;

/** "Islamic State said …. *The statement was carried by Amaq.*": through whom the words of the sentences before came. */
export function relayedLater(ctx: Context, drafts: { draft: Draft<AttributionValue> }[]): void {
  const { s } = ctx;
  for (let t = 0; t < s.length; t++) {
    if (!ctx.words.roles.relay.has(s.lemma[t]!) || !isPassive(s, t) || relation(s, t) !== "root") continue;
    const document = child(s, t, "nsubj:pass");
    if (document < 0 || !ctx.words.roles.document.has(s.lemma[document]!) || !isDefinite(ctx, document)) continue;
    const via = upos(s, document) === "NOUN" ? passedInClause(ctx, t) : [];
    const author = actorOf(ctx, document);
    for (const entry of via.length > 0 ? drafts : []) {
      const { value, head } = entry.draft;
      const back = s.sentence[t]! - s.sentence[head]!;
      if (back < 1 || back > REACH || s.block[s.sentence[head]!] !== s.block[s.sentence[t]!]) continue;
      if (value.source === null || value.source === OUTLET || (author !== null && author !== value.source)) continue;
      const more = via.filter((id) => id !== value.source && !value.via.includes(id));
      entry.draft = { ...entry.draft, value: { ...value, via: [...value.via, ...more] } };
    }
  }
}
