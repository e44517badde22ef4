import type { ActorRef, Decision } from "../core/dossier.ts";
import { Problem } from "../core/problem.ts";
import { ALIAS_KINDS, type AliasCandidate, aliasCandidates, type NamedActor } from "../dossier/alias-candidates.ts";
import { actorKey, aliasesOf, aliasPair } from "../dossier/aliases.ts";
import { fold } from "../dossier/names.ts";
import type { StoreReader, StoreWriter } from "../stores/store.ts";
import type { ActorSummary, AliasItem, Page } from "./case.ts";
import { sentenceAround } from "./dossiers.ts";
import { aliasesIn, matchAgain } from "./keep.ts";
import { decisionsInForce } from "./matching.ts";

type AliasDecision = Extract<Decision, { kind: "alias" }>;

/** Names that may be one actor's: not those a coder has joined, parted or put off. */
export async function aliasQueue(store: StoreReader, offset: number, limit: number): Promise<Page<AliasItem>> {
  const aliases = await aliasesIn(store);
  const all = aliasCandidates(await store.actorNames(ALIAS_KINDS)).filter(({ a, b }) => {
    const [x, y] = [actorKey(a), actorKey(b)];
    const one = aliases.entryOf.get(x) !== undefined && aliases.entryOf.get(x) === aliases.entryOf.get(y);
    return !one && !aliases.settled.has(aliasPair(x, y));
  });
  return {
    total: all.length,
    items: await Promise.all(all.slice(offset, offset + limit).map((c) => itemOf(store, c))),
  };
}

async function itemOf(store: StoreReader, { a, b, score, reasons }: AliasCandidate): Promise<AliasItem> {
  const [inA, inB] = [await reportsOf(store, a), await reportsOf(store, b)];
  const both = inA.filter((report) => inB.includes(report));
  const all = [...reasons];
  if (both.length > 0)
    all.push({
      rule: "alias/together",
      weight: -1,
      words: `${both.length === 1 ? "one report uses" : `${both.length} reports use`} both names`,
    });
  return {
    a: await summaryOf(store, a, inA),
    b: await summaryOf(store, b, inB),
    score: score + (both.length > 0 ? -1 : 0),
    for: all.filter((r) => r.weight >= 0),
    against: all.filter((r) => r.weight < 0),
  };
}

const reportsOf = (store: StoreReader, { name, entry }: NamedActor) => store.reportsNaming([name], entry !== null);

async function summaryOf(store: StoreReader, actor: NamedActor, reports: readonly string[]): Promise<ActorSummary> {
  const report = reports[0]!;
  const { ledger } = (await store.report(report))!;
  const mention = ledger.actors.find((a) => a.name === actor.name)?.mentions[0];
  return {
    ...actor,
    report,
    outlet: ledger.report.outlet,
    published: ledger.report.published,
    quote: mention ? sentenceAround(ledger.report.text, mention) : "",
  };
}

/** Both names must be in the case, and no join may make one of two actors that the registry tells apart. */
export async function checkAlias(store: StoreReader, decision: AliasDecision): Promise<void> {
  const names = await store.actorNames(ALIAS_KINDS);
  for (const ref of [decision.a, decision.b]) {
    if (!names.some((n) => actorKey(n) === actorKey(ref)))
      throw new Problem(
        "E-CASE-08",
        `No report of this case names "${ref.name}".`,
        "List names with: hearsay aliases.",
      );
  }
  if (actorKey(decision.a) === actorKey(decision.b))
    throw new Problem("E-CASE-09", "These are one actor already.", "Nothing needs to be said.");
  if (decision.verdict !== "one") return;
  const { group } = aliasesOf([...(await decisionsInForce(store)), decision]);
  const registered = new Set(group(actorKey(decision.a)).flatMap((ref) => ref.entry ?? []));
  if (registered.size > 1)
    throw new Problem(
      "E-CASE-09",
      `The registry tells these apart: ${[...registered].join(", ")}.`,
      "If the registry is wrong, correct its row in lexicon/actors.",
    );
}

/** Matches the reports that name these actors anew, after the decision came or went. */
export async function applyAlias(writer: StoreWriter, decision: AliasDecision): Promise<void> {
  const { group } = aliasesOf([...(await decisionsInForce(writer)), decision]);
  const touched = new Set(group(actorKey(decision.a)).map(actorKey));
  const names = (await writer.actorNames(ALIAS_KINDS)).filter((n) => n.entry === null && touched.has(actorKey(n)));
  for (const report of await writer.reportsNaming(names.map((n) => n.name))) await matchAgain(writer, report);
}

/** The actor that a coder means by a name: its registry row where the case knows one. */
export async function actorNamed(store: StoreReader, name: string): Promise<ActorRef | null> {
  const found = (await store.actorNames(ALIAS_KINDS)).filter((n) => fold(n.name) === fold(name));
  const best = found.find((n) => n.entry !== null) ?? found[0];
  return best ? { name: best.name, entry: best.entry } : null;
}
