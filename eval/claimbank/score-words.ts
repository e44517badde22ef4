import type { Ledger } from "../../src/core/ledger.ts";
import type { GoldReport } from "./gold.ts";
import { isPronoun, normalise } from "./names.ts";
import type { Context } from "./pairing.ts";
import type { ReportScore } from "./score.ts";
import { anyOver, type ClaimSide, type EventSide, over } from "./sides.ts";
import type { SquashedText } from "./text.ts";

export function scoreLoaded(gold: GoldReport, ledger: Ledger, text: SquashedText): ReportScore["loaded"] {
  const wanted = new Map(gold.loaded.flatMap((word) => text.findAll(word)).map((span) => [span.join(), span]));
  const given = ledger.loaded
    .map((term) => text.span(term.span))
    .filter((span) => span !== null && !text.inTitle(span));
  const found = [...wanted.values()].filter((a) => given.some((b) => over(a, b))).length;
  const right = given.filter((a) => [...wanted.values()].some((b) => over(a, b))).length;
  return [found, wanted.size, right, given.length];
}

/** The statements that must not be put out as fact, and are. */
export function findLaundered({ gold, text, ledgerNames, events, claims }: Context, justified: ReadonlySet<ClaimSide>) {
  const byId = new Map(events.map((event) => [event.id, event]));
  return gold.must_not.filter(({ event_type, text: words }) => {
    const span = words ? text.find(words) : null;
    return claims.some((claim) => {
      const event = byId.get(claim.event);
      if (!event || justified.has(claim) || !ledgerNames.isOwn(claim) || !isOwnFact(claim, event)) return false;
      const { type } = event;
      if (type !== event_type && !type.startsWith(`${event_type}/`) && !event_type.startsWith(`${type}/`)) return false;
      return !span || anyOver([span], [event.at, ...claim.spans, ...claim.counts.map((count) => count.at)]);
    });
  });
}

const isOwnFact = (claim: ClaimSide, event: EventSide): boolean =>
  (claim.act === "state" || claim.act === "confirm") &&
  claim.polarity === "positive" &&
  claim.certainty === "certain" &&
  claim.modality === "actual" &&
  event.stage === "accomplished";

/**
 * Of the forms of gold actors that stand in the text (actors with two or more such forms, pronouns left out), those that the ledger
 * mentions as one and the same actor, or as a member of it: for each gold actor the ledger actor that unites most of its forms counts.
 */
export function scoreAliases(gold: GoldReport, ledger: Ledger, text: SquashedText): [number, number] {
  const bodies = new Map<string, Set<string>>();
  for (const actor of ledger.actors) {
    for (const span of actor.mentions) {
      const form = normalise(text.slice(text.span(span)));
      const ids = bodies.get(form) ?? new Set();
      bodies.set(form, ids.add(actor.id).add(actor.memberOf ?? actor.id));
    }
  }
  const padded = ` ${normalise(text.text)} `;
  let right = 0;
  let wanted = 0;
  for (const [name, forms] of Object.entries(gold.aliases)) {
    const standing = [...new Set([name, ...forms].map(normalise))].filter(
      (form) => form !== "" && !isPronoun(form) && padded.includes(` ${form} `),
    );
    if (standing.length < 2) continue;
    const united = new Map<string, number>();
    for (const form of standing) for (const id of bodies.get(form) ?? []) united.set(id, (united.get(id) ?? 0) + 1);
    wanted += standing.length;
    right += Math.max(0, ...united.values());
  }
  return [right, wanted];
}
