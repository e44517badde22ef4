import type { Certainty } from "../../core/ledger.ts";
import { children, relation, upos } from "../../core/tree.ts";
import type { Context } from "./context.ts";
import { ownerOf } from "./sources.ts";

/**
 * "*Unconfirmed reports* said rebels had killed nine", "*reports of a massacre* began to spread": accounts of nobody in particular. The outlet hands
 * them on and does not vouch for them, the less where it calls them unconfirmed, or a rumour. Null where the words name somebody, or one account.
 */
export function anonymousAccount(ctx: Context, head: number): { readonly certainty?: Certainty } | null {
  const { s, words } = ctx;
  if (words.roles.hearsay.has(s.lemma[head]!) && !isOwned(ctx, head)) return { certainty: "unknown" };
  const account = words.cues
    .get(s.lemma[head]!)
    ?.some(({ pos, act, polarity }) => pos === "noun" && act === "state" && !polarity);
  if (!account || s.xpos[head] !== "NNS" || upos(s, head) !== "NOUN") return null;
  const pointed = children(s, head).some((c) => relation(s, c) === "det" && words.roles.definite.has(s.lower[c]!));
  if (pointed || isOwned(ctx, head)) return null;
  const doubts = children(s, head).flatMap((c) =>
    relation(s, c) === "amod" ? (words.hedges.get(s.lower[c]!) ?? []).flatMap((row) => row.certainty ?? []) : [],
  );
  return doubts[0] ? { certainty: doubts[0] } : {};
}

/** "*Media* reports", "reports *from the army*": whose they are; but "reports of a massacre" are of what they tell. */
function isOwned(ctx: Context, head: number): boolean {
  const owner = ownerOf(ctx, head);
  if (owner < 0) return false;
  return !(ctx.s.head[owner] === head && ctx.words.roles.happening.has(ctx.s.lemma[owner]!));
}
