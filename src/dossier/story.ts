import type { Note, Review } from "../core/correction.ts";
import type { Cell, Dossier } from "../core/dossier.ts";
import type { Harm, Ledger } from "../core/ledger.ts";
import { sufferer } from "../core/neutral-words.ts";
import { hull } from "../core/span.ts";
import type { Figure, Story, StoryClaim, StoryParty } from "../core/story.ts";
import { partyLikeness } from "./compare-parties.ts";
import { fold, namesAlike, nameWords } from "./names.ts";
import { bodiesOf, byId, type Party, partyOf } from "./profile.ts";
import { compareText } from "./told.ts";

/** Gathers what exports write of a dossier. `reviews` and `notes` by report id. */
export function storyOf(
  dossier: Dossier,
  ledgers: ReadonlyMap<string, Ledger>,
  reviews: ReadonlyMap<string, readonly Review[]> = new Map(),
  notes: ReadonlyMap<string, readonly Note[]> = new Map(),
): Story {
  const agents = partiesOf(dossier, ledgers, "agent");
  const targets = partiesOf(dossier, ledgers, "target");
  const reports = [...new Set(dossier.members.map((m) => m.report))]
    .map((id) => ledgers.get(id)!.report)
    .map(({ id, title, outlet, url, published }) => ({
      id,
      title,
      outlet,
      url,
      published,
      notes: notesOn(notes.get(id), "report", id),
    }))
    .sort((a, b) => compareText(a.published ?? "9", b.published ?? "9") || compareText(a.id, b.id));
  const events = dossier.members.map(({ report, event }) => ledgers.get(report)!.events.find((e) => e.id === event)!);
  const stages = new Set(events.map((e) => e.stage));
  return {
    dossier,
    agents,
    targets,
    figures: figuresOf(dossier, agents, targets),
    claims: claimsOf(dossier, ledgers, reviews, notes),
    reports,
    instruments: [...new Set(events.flatMap((e) => (e.instrument ? [e.instrument.name] : [])))],
    stage: stages.has("accomplished") ? "accomplished" : stages.has("attempted") ? "attempted" : "threatened",
  };
}

/** Parties in a role over all members, one a body, the most often named first. */
function partiesOf(dossier: Dossier, ledgers: ReadonlyMap<string, Ledger>, role: "agent" | "target"): StoryParty[] {
  const found: { party: Party; view: StoryParty; times: number }[] = [];
  const row = dossier.matrix.find((r) => r.field === role);
  for (const { report, event } of dossier.members) {
    const ledger = ledgers.get(report)!;
    const actors = byId(ledger.actors);
    for (const id of ledger.events.find((e) => e.id === event)![role]) {
      const actor = actors.get(id);
      if (!actor) continue;
      const party = partyOf(actor, actors);
      const known = found.find((f) => partyLikeness(f.party, party) === "same");
      if (known) known.times++;
      else {
        const saidBy = (row?.cells ?? [])
          .filter(
            (c) =>
              c.stance === "asserts" &&
              c.value?.kind === "parties" &&
              c.value.names.some((n) => fold(n) === party.name),
          )
          .map((c) => c.origin);
        const { name, entry, kind, country } = actor;
        const memberOf = bodiesOf(actor, actors)[0]?.name ?? null;
        found.push({ party, times: 1, view: { name, entry, kind, country, memberOf, saidBy: [...new Set(saidBy)] } });
      }
    }
  }
  return found.sort((a, b) => b.times - a.times).map((f) => f.view);
}

/** "ana: the count is of the hospital's own list". */
const notesOn = (notes: readonly Note[] = [], kind: Note["finding"]["kind"], id: string): string[] =>
  notes
    .filter(({ finding }) => finding.kind === kind && finding.id === id)
    .map(({ author, words }) => `${author}: ${words}`);

function figuresOf(dossier: Dossier, agents: readonly StoryParty[], targets: readonly StoryParty[]): Figure[] {
  const origins = new Map(dossier.origins.map((o) => [o.key, o]));
  const sideOf = (side: string): Pick<Figure, "role" | "sideParty"> => {
    const is = (p: StoryParty) => fold(p.name) === side || namesAlike(nameWords(p.name), nameWords(side));
    const target = targets.find(is);
    if (target) return { role: "target", sideParty: target.name };
    const agent = agents.find(is);
    return agent ? { role: "agent", sideParty: agent.name } : { role: "people", sideParty: null };
  };
  return dossier.matrix.flatMap((row) => {
    const superseded = new Set(row.cells.map((c) => c.supersedes));
    return row.cells.flatMap((cell: Cell): Figure[] => {
      if (cell.value?.kind !== "toll" || cell.stance === "silent") return [];
      const colon = row.field.indexOf(":");
      const side = row.field.slice(colon + 1);
      const { actor, camp, party, standing } = origins.get(cell.origin)!;
      const { low, high, bound, part = false } = cell.value;
      const { stance, origin, published, claims } = cell;
      const harm = row.field.slice(0, colon) as Harm;
      return [
        {
          harm,
          side,
          ...sideOf(side),
          low,
          high,
          bound,
          stance,
          origin,
          actor,
          camp,
          party,
          standing,
          published,
          part,
          superseded: superseded.has(cell.id),
          claims,
        },
      ];
    });
  });
}

function claimsOf(
  dossier: Dossier,
  ledgers: ReadonlyMap<string, Ledger>,
  reviews: ReadonlyMap<string, readonly Review[]>,
  notes: ReadonlyMap<string, readonly Note[]>,
): StoryClaim[] {
  const originOf = new Map(
    dossier.matrix.flatMap((row) => row.cells.flatMap((c) => c.claims.map((claim) => [claim, c.origin] as const))),
  );
  return dossier.members
    .flatMap(({ report, event }) => {
      const ledger = ledgers.get(report)!;
      const actors = byId(ledger.actors);
      const name = (id: string) => actors.get(id)?.name ?? id;
      const type = ledger.events.find((e) => e.id === event)!.type;
      return ledger.claims
        .filter((claim) => claim.event === event)
        .map((claim): StoryClaim => {
          const { id, act, polarity, certainty, modality, neutral } = claim;
          const content = claim.evidence.filter((e) => e.role === "content").map((e) => e.span);
          const span = hull(content.length > 0 ? content : claim.evidence.map((e) => e.span));
          const state = reviews.get(report)?.find((r) => r.finding.kind === "claim" && r.finding.id === id)?.state;
          return {
            report,
            id,
            event,
            type,
            source: name(claim.source),
            origin: originOf.get(`${report}/${id}`) ?? "",
            via: claim.via.map(name),
            act,
            polarity,
            certainty,
            modality,
            counts: claim.counts.map((c) => ({
              harm: c.harm,
              who: sufferer(c, ledger),
              low: c.low,
              high: c.high,
              bound: c.bound,
              span: c.span,
            })),
            neutral,
            span,
            quote: ledger.report.text.slice(...span).replace(/\s+/g, " "),
            published: ledger.report.published,
            review: state === "accepted" || state === "corrected" ? state : null,
            notes: notesOn(notes.get(report), "claim", id),
          };
        });
    })
    .sort(
      (a, b) =>
        compareText(a.published ?? "9", b.published ?? "9") || compareText(a.report, b.report) || a.span[0] - b.span[0],
    );
}
